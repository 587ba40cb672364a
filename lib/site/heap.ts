import { totalmem } from "node:os";
import { setFlagsFromString } from "node:v8";

/** MiB. While one page is made, more than Node's own 16 are in use: of each page much would be taken for lasting. */
const youngMost = 64;
/** Percent. What V8 does by itself, up to four times what is in use, is for programs that grow and then stay. */
const growth = 50;

/**
 * Options of Node for a process that makes many pages: what one page takes is collected while
 * it is young, and the heap may take half of the machine's memory, which is more than Node
 * lets it take by itself. What is asked for in `NODE_OPTIONS` stays.
 *
 * @param asked what `NODE_OPTIONS` holds. @param memory of the machine, in bytes.
 */
export function heapOptions(asked = process.env.NODE_OPTIONS ?? "", memory = machineMemory()): string[] {
  const options = [`--max-semi-space-size=${youngMost}`, `--max-old-space-size=${Math.floor(memory / 2 / 2 ** 20)}`];
  return options.filter((option) => !asked.replaceAll("_", "-").includes(nameOf(option)));
}

/** Whether this process was started with {@link heapOptions}, or need not be. */
export function hasHeapOptions(): boolean {
  return heapOptions().every((option) => process.execArgv.includes(option));
}

/** Have this process hold less of what is of no more use. To be called before there is much. */
export function keepHeapSmall(): void {
  setFlagsFromString(`--heap-growing-percent=${growth}`);
}

/** In a container, what it may use. */
function machineMemory(): number {
  const all = totalmem();
  const most = process.constrainedMemory();
  return most > 0 && most < all ? most : all;
}

function nameOf(option: string): string {
  return option.slice(0, option.indexOf("="));
}
