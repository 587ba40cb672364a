import { spawn } from "node:child_process";
import { hasHeapOptions, heapOptions } from "../site/heap.ts";

/**
 * Do a command's work, where it is a large one in another process, of the same arguments, that
 * has the room for it: a process cannot be given more once it runs.
 *
 * @returns the exit code.
 */
export async function withRoom(isLarge: boolean, work: () => Promise<number>): Promise<number> {
  if (!isLarge || hasHeapOptions()) return work();
  const args = [...heapOptions(), ...process.execArgv, ...process.argv.slice(1)];
  const child = spawn(process.execPath, args, { stdio: "inherit" });
  const pass = (signal: NodeJS.Signals) => child.kill(signal);
  const signals = ["SIGINT", "SIGTERM", "SIGHUP"] as const;
  for (const signal of signals) process.on(signal, pass);
  return new Promise((resolve, reject) => {
    child.on("error", reject);
    child.on("exit", (code, signal) => {
      for (const one of signals) process.off(one, pass);
      if (signal) process.kill(process.pid, signal);
      resolve(code ?? 1);
    });
  });
}
