import { fileURLToPath } from "node:url";

/** A program to start, and how. */
export interface Command {
  readonly program: string;
  readonly args: readonly string[];
  /** Absolute path of the folder it runs in. */
  readonly cwd: string;
  /** Beside what this process has. */
  readonly env?: Readonly<Record<string, string>>;
  /** Whether the last line it prints is a report of its own: see child-report.ts. */
  readonly reports: boolean;
}

/** Absolute path of the package. */
export const packageFolder: string = fileURLToPath(new URL("../..", import.meta.url));

/** The programs beside this file. */
export type Script =
  "floor" | "pincite" | "write-locks" | "check-program" | "hash-program" | "index-plain" | "index-site";

/** @param args absolute paths: it runs in the package's folder. */
export function scriptCommand(script: Script, ...args: readonly string[]): Command {
  const file = fileURLToPath(new URL(`${script}.ts`, import.meta.url));
  return { program: process.execPath, args: ["--import", "tsx", file, ...args], cwd: packageFolder, reports: true };
}

/** The same command on so many cores, the first ones, by Linux's `taskset`. */
export function onCores(command: Command, cores: number | undefined): Command {
  if (cores === undefined) return command;
  const args = ["--cpu-list", cores === 1 ? "0" : `0-${cores - 1}`, command.program, ...command.args];
  return { ...command, program: "taskset", args };
}
