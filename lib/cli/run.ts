/**
 * Run a command and set the exit code it gives. What stops it is said in one line; with
 * DEBUG=pincite the stack follows.
 */
export async function run(main: () => Promise<number>): Promise<void> {
  try {
    process.exitCode = await main();
  } catch (error) {
    reportFailure(error);
    process.exitCode = 1;
  }
}

export function reportFailure(error: unknown): void {
  const message = error instanceof Error ? error.message : String(error);
  process.stderr.write(`${message}\n`);
  if (process.env.DEBUG === "pincite" && error instanceof Error) process.stderr.write(`${error.stack ?? ""}\n`);
}
