/** How long one stage of a build took. */
export interface StageTime {
  readonly name: string;
  readonly seconds: number;
}

/** What a measured process says of itself in the last line it prints. */
export interface ChildReport {
  /** Its number. */
  readonly pid: number;
  readonly stages: readonly StageTime[];
  /** User and system time of the process alone, in seconds. */
  readonly cpu: number;
  /** Its peak memory, in bytes. */
  readonly memory: number;
}

/** Print this process's report. To be called last. */
export function report(stages: readonly StageTime[]): void {
  const { userCPUTime, systemCPUTime, maxRSS } = process.resourceUsage();
  const cpu = (userCPUTime + systemCPUTime) / 1e6;
  const own: ChildReport = { pid: process.pid, stages, cpu, memory: maxRSS * 1024 };
  process.stdout.write(`${JSON.stringify(own)}\n`);
}

/** @throws SyntaxError when the last line printed is not a report. */
export function readReport(printed: string): ChildReport {
  return JSON.parse(printed.trimEnd().split("\n").at(-1) ?? "") as ChildReport;
}
