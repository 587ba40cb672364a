import { formatProblem, type Problem } from "../core/problem.ts";

/** Print problems, one a line, and how many there are, to standard error. */
export function reportProblems(problems: readonly Problem[]): void {
  const lines = problems.map(formatProblem);
  process.stderr.write(`${[...lines, "", `${count(problems.length, "problem")}.`].join("\n")}\n`);
}

/** Print warnings, one a line, to standard error; nothing when there is none. */
export function reportWarnings(warnings: readonly Problem[]): void {
  if (warnings.length === 0) return;
  const head = `${count(warnings.length, "warning")}; they stop a --strict run only:`;
  process.stderr.write(`${["", head, ...warnings.map(formatProblem)].join("\n")}\n`);
}

/** A number with its noun: "1 brief", "2 briefs". */
export function count(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? "" : "s"}`;
}

/** Seconds with one digit behind the point, or two under a second. */
export function seconds(milliseconds: number): string {
  return `${(milliseconds / 1000).toFixed(milliseconds < 1000 ? 2 : 1)} s`;
}
