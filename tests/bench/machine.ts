import { availableParallelism, cpus, loadavg, totalmem } from "node:os";

/** What the figures were measured on. */
export interface Machine {
  readonly cores: number;
  readonly processor: string;
  /** In bytes. */
  readonly memory: number;
  readonly system: string;
  readonly node: string;
  /** Processes that wanted to run in the minute before; 0 where the system does not say. */
  readonly load: number;
}

export function thisMachine(): Machine {
  return {
    cores: availableParallelism(),
    processor: cpus()[0]?.model.trim() ?? "",
    memory: totalmem(),
    system: `${process.platform} ${process.arch}`,
    node: process.version,
    load: loadavg()[0] ?? 0,
  };
}

export function describeMachine({ cores, processor, memory, system, node, load }: Machine): string {
  const count = `${cores} ${cores === 1 ? "core" : "cores"}`;
  const gibibytes = `${(memory / 2 ** 30).toFixed(1)} GiB memory`;
  return `${count} (${processor}), ${gibibytes}, ${system}, Node ${node}, load ${load.toFixed(1)} at the start`;
}
