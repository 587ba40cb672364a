import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** A folder that is deleted when this program ends, however it does; who stops the program stops what it began, too. */
export function workFolder(name: string): { readonly work: string; readonly stop: AbortSignal } {
  const stop = new AbortController();
  const work = mkdtempSync(join(tmpdir(), name));
  process.on("exit", () => {
    rmSync(work, { recursive: true, force: true });
  });
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) {
    process.on(signal, () => {
      stop.abort();
      process.exit(130);
    });
  }
  return { work, stop: stop.signal };
}
