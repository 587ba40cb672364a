import { readFileSync } from "node:fs";
import type { Store } from "../../lib/site/publish/store.ts";

/** What has just been done to a target. */
export interface Step {
  readonly does: "write" | "delete";
  readonly path: string;
}

/**
 * A store whose every change is a step of its own: one file at a time, and after each one
 * the publish waits. What a target holds then is what a publish that is killed there leaves.
 *
 * @param order in which the files of one call are taken; no order may matter.
 */
export function stepByStep(
  store: Store,
  afterStep: (step: Step) => Promise<void>,
  order: <Item>(items: readonly Item[]) => readonly Item[] = (items) => items,
): Store {
  return {
    read: (paths) => store.read(paths),
    async write(files) {
      for (const file of order(files)) {
        await store.write([file]);
        await afterStep({ does: "write", path: file.path });
      }
    },
    async remove(paths) {
      for (const path of order(paths)) {
        await store.remove([path]);
        await afterStep({ does: "delete", path });
      }
    },
  };
}

/** A target in memory. */
export function memoryStore(files: Map<string, Buffer>): Store {
  return {
    read: (paths) =>
      Promise.resolve(
        new Map(
          paths.flatMap((path) => {
            const bytes = files.get(path);
            return bytes ? [[path, bytes] as const] : [];
          }),
        ),
      ),
    write(written) {
      for (const { path, content } of written)
        files.set(path, Buffer.from("bytes" in content ? content.bytes : readFileSync(content.file)));
      return Promise.resolve();
    },
    remove(paths) {
      for (const path of paths) files.delete(path);
      return Promise.resolve();
    },
  };
}
