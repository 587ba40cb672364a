import { spawn, type ChildProcess } from "node:child_process";
import { fileURLToPath } from "node:url";

/** The folder that holds package.json. */
export const repository: string = fileURLToPath(new URL("../..", import.meta.url)).replace(/[\\/]$/, "");

export interface CommandResult {
  /** Exit code; null when a signal ended it. */
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

export interface RunningCommand {
  readonly process: ChildProcess;
  /** Resolves when standard output holds a text; rejects when the command ends without it. */
  saying(text: string): Promise<void>;
  readonly result: Promise<CommandResult>;
  /** What it has printed so far. */
  output(): { readonly stdout: string; readonly stderr: string };
}

/** The subcommands of `pincite` that tests start. */
export type CommandName =
  | "accept"
  | "add"
  | "build"
  | "check"
  | "export"
  | "init"
  | "join"
  | "list"
  | "new"
  | "publish"
  | "rename"
  | "review"
  | "serve"
  | "update";

/** The environment of a command in a test: without what Vitest sets for its own processes, and without `CI`, which freezes a project. */
export function commandEnvironment(more: Readonly<Record<string, string>> = {}): NodeJS.ProcessEnv {
  return { ...process.env, CI: "", NODE_OPTIONS: "", ...more };
}

/**
 * Start one of Pincite's commands in the repository.
 *
 * @param preload a module that runs in the command's process before it, and what is set in its environment.
 */
export function startCommand(
  name: CommandName,
  args: readonly string[],
  preload?: { readonly module: string; readonly env: Readonly<Record<string, string>> },
): RunningCommand {
  const imports = ["tsx", ...(preload ? [preload.module] : [])].flatMap((module) => ["--import", module]);
  const child = spawn(process.execPath, [...imports, "lib/cli/pincite.ts", name, ...args], {
    cwd: repository,
    env: commandEnvironment(preload?.env),
    stdio: ["ignore", "pipe", "pipe"],
  });
  const output = { stdout: "", stderr: "" };
  for (const stream of ["stdout", "stderr"] as const) {
    child[stream].setEncoding("utf8").on("data", (text: string) => {
      output[stream] += text;
    });
  }
  const result = new Promise<CommandResult>((resolve, reject) => {
    child.once("error", reject);
    child.once("close", (code) => {
      resolve({ code, ...output });
    });
  });
  const saying = (text: string) =>
    new Promise<void>((resolve, reject) => {
      const look = () => {
        if (output.stdout.includes(text)) resolve();
      };
      child.stdout.on("data", look);
      look();
      result.then(({ stderr }) => {
        reject(new Error(`The command ended without saying "${text}".\n${stderr}`));
      }, reject);
    });
  return { process: child, result, saying, output: () => output };
}

/** Run one of Pincite's commands to its end. */
export function runCommand(name: CommandName, ...args: readonly string[]): Promise<CommandResult> {
  return startCommand(name, args).result;
}
