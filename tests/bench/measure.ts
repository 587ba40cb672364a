import { spawn, type ChildProcess } from "node:child_process";
import { readReport, type StageTime } from "./child-report.ts";
import type { Command } from "./command.ts";
import { ProcessTree } from "./process-tree.ts";

/** One run of one program, from before its process starts until after it ended. */
export interface Run {
  /** Wall time, in seconds. */
  readonly wall: number;
  /** CPU time in seconds, of the whole process tree on Linux, of the program alone elsewhere. */
  readonly cpu: number;
  /** Peak memory in bytes, of the same. */
  readonly memory: number;
  /** Empty where the program does not tell them. */
  readonly stages: readonly StageTime[];
}

/** Milliseconds between looks at the process tree. */
const sampleEvery = 25;

/**
 * Run a command to its end.
 *
 * @param stop ends the program, with everything it started. @throws with what the program said when it fails.
 */
export async function measure(command: Command, stop: AbortSignal): Promise<Run> {
  const start = performance.now();
  const child = spawn(command.program, command.args, {
    cwd: command.cwd,
    env: { ...process.env, ...command.env },
    stdio: ["ignore", "pipe", "pipe"],
    // A group of its own, so that all of it can be stopped at once.
    detached: process.platform !== "win32",
  });
  const end = () => {
    killGroup(child);
  };
  stop.addEventListener("abort", end);
  let printed = "";
  let complaints = "";
  child.stdout.on("data", (piece: Buffer) => (printed += piece.toString()));
  child.stderr.on("data", (piece: Buffer) => (complaints += piece.toString()));
  const tree = new ProcessTree(child.pid ?? 0);
  const sampler = setInterval(() => {
    tree.sample();
  }, sampleEvery);
  try {
    const exit = await new Promise<string>((resolve, reject) => {
      child.on("error", reject);
      child.on("close", (code, signal) => {
        resolve(code === null ? String(signal) : String(code));
      });
    });
    const wall = (performance.now() - start) / 1000;
    const said = complaints || printed;
    if (exit !== "0") throw new Error(`${[command.program, ...command.args].join(" ")} ended with ${exit}:\n${said}`);
    const own = command.reports ? readReport(printed) : undefined;
    const cpu = tree.cpu(own && new Map([[own.pid, own.cpu]]));
    return { wall, cpu, memory: Math.max(tree.peakMemory, own?.memory ?? 0), stages: own?.stages ?? [] };
  } finally {
    clearInterval(sampler);
    stop.removeEventListener("abort", end);
  }
}

/** End a process that leads a group, with everything it started. */
export function killGroup({ pid }: ChildProcess): void {
  if (pid === undefined) return;
  try {
    // A negative number means the whole group; Windows has none.
    process.kill(process.platform === "win32" ? pid : -pid, "SIGKILL");
  } catch {
    // It ended by itself.
  }
}
