import { readdirSync, readFileSync } from "node:fs";

/** Whether this system lets a whole process tree be measured: Linux, by way of /proc. */
export const seesTree: boolean = process.platform === "linux";

/** How /proc counts time: USER_HZ, 100 a second on every architecture that Node runs on. */
const ticksPerSecond = 100;

/**
 * Watches a process and all below it. A process's CPU time is what it had when it was
 * last seen: nobody is told the total of one that its parent does not wait for, and
 * Pagefind's is killed when its work is done.
 */
export class ProcessTree {
  readonly #root: number;
  readonly #cpu = new Map<number, number>();
  #peak = 0;

  constructor(root: number) {
    this.#root = root;
  }

  /** Look at every process there is now. */
  sample(): void {
    if (seesTree) this.#peak = Math.max(this.#peak, this.#visit(this.#root));
  }

  /**
   * Most resident memory that all processes held at once, in bytes, and never less than the
   * most that one of them held. What they share, such as a library's code, counts in each.
   */
  get peakMemory(): number {
    return this.#peak;
  }

  /** CPU seconds of all processes together, user and system. @param told what processes, by their numbers, said of themselves, which know best. */
  cpu(told: ReadonlyMap<number, number> = new Map()): number {
    const all = new Map(this.#cpu);
    for (const [pid, seconds] of told) all.set(pid, Math.max(seconds, all.get(pid) ?? 0));
    return [...all.values()].reduce((sum, seconds) => sum + seconds, 0);
  }

  /** @returns memory of a process and all below it now, in bytes; 0 once it is gone. */
  #visit(pid: number): number {
    const stat = read(`/proc/${pid}/stat`);
    if (stat === "") return 0;
    // The second field is the program's name in parentheses, which may hold anything; 14 and 15 are the times.
    const fields = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
    this.#cpu.set(pid, (Number(fields[11]) + Number(fields[12])) / ticksPerSecond);
    const status = read(`/proc/${pid}/status`);
    this.#peak = Math.max(this.#peak, bytesIn(status, "VmHWM"));
    return childrenOf(pid).reduce((sum, child) => sum + this.#visit(child), bytesIn(status, "VmRSS"));
  }
}

/** A figure of a process's status, which is in kB. */
function bytesIn(status: string, name: "VmHWM" | "VmRSS"): number {
  return Number(new RegExp(`^${name}:\\s+(\\d+) kB`, "m").exec(status)?.[1] ?? 0) * 1024;
}

/** A child belongs to the thread that started it. */
function childrenOf(pid: number): number[] {
  const threads = list(`/proc/${pid}/task`);
  const ids = threads.flatMap((thread) => read(`/proc/${pid}/task/${thread}/children`).split(" "));
  return ids.filter((id) => id !== "").map(Number);
}

/** Processes end while they are looked at, so what cannot be read is empty. */
function read(file: string): string {
  try {
    return readFileSync(file, "utf8");
  } catch {
    return "";
  }
}

function list(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}
