import { spawn } from "node:child_process";

export type ToolRun =
  | { readonly kind: "ended"; readonly code: number; readonly output: string; readonly errors: string }
  /** There is no such program. */
  | { readonly kind: "missing" };

export interface ToolOptions {
  readonly cwd?: string;
  /** Takes what it says while it runs, standard error included. */
  readonly heard?: (text: string) => void;
}

/** Run a program of the machine to its end: never through a shell, so that no argument is ever read as a command. */
export function runTool(program: string, args: readonly string[], { cwd, heard }: ToolOptions = {}): Promise<ToolRun> {
  return new Promise((resolve, reject) => {
    const child = spawn(program, [...args], { cwd, stdio: ["ignore", "pipe", "pipe"], shell: false });
    let output = "";
    let errors = "";
    child.stdout.setEncoding("utf8").on("data", (text: string) => {
      output += text;
      heard?.(text);
    });
    child.stderr.setEncoding("utf8").on("data", (text: string) => {
      errors += text;
      heard?.(text);
    });
    child.once("error", (error) => {
      if ("code" in error && error.code === "ENOENT") resolve({ kind: "missing" });
      else reject(error);
    });
    child.once("close", (code) => {
      resolve({ kind: "ended", code: code ?? 1, output, errors });
    });
  });
}

/** The last line that a program said, without colours: what went wrong, in its own words. */
export function lastLine(text: string): string {
  return linesOf(text).at(-1) ?? "";
}

/** The first, for programs that say last how they ended. */
export function firstLine(text: string): string {
  return linesOf(text)[0] ?? "";
}

function linesOf(text: string): string[] {
  const plain = text.replace(/\u001b\[[0-9;]*m/g, "");
  return plain
    .split("\n")
    .map((line) => line.trim())
    .filter((line) => line !== "");
}
