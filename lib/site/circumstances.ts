/** What a build takes from the machine it runs on, beside the project's files. */
export interface Circumstances {
  /** Nothing is written into the project, and what would have to be is a problem. */
  readonly frozen: boolean;
  /** YYYY-MM-DD, in UTC. */
  readonly today: string;
}

/**
 * From the environment: `CI` freezes the project, as package managers have it;
 * `SOURCE_DATE_EPOCH`, in seconds, sets the day (reproducible-builds.org).
 */
export function circumstancesOf(environment: NodeJS.ProcessEnv): Circumstances {
  const { CI = "", SOURCE_DATE_EPOCH = "" } = environment;
  const now = /^\d{1,11}$/.test(SOURCE_DATE_EPOCH) ? new Date(Number(SOURCE_DATE_EPOCH) * 1000) : new Date();
  return { frozen: !["", "0", "false"].includes(CI.toLowerCase()), today: now.toISOString().slice(0, 10) };
}
