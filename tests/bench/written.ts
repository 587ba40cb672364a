import { lstatSync, readdirSync, type BigIntStats } from "node:fs";
import { join } from "node:path";

export interface Amount {
  readonly files: number;
  readonly bytes: number;
}

/** The files of some folders at one time: which bytes they are, and how many. */
export class Snapshot {
  /** By what does not change while a file is linked, moved or left. */
  readonly #files: ReadonlyMap<string, bigint>;

  private constructor(files: ReadonlyMap<string, bigint>) {
    this.#files = files;
  }

  /** @param folders absolute paths; those that are not there are empty. */
  static of(folders: readonly string[]): Snapshot {
    const files = new Map<string, bigint>();
    for (const folder of folders) {
      for (const stats of filesIn(folder)) files.set(`${stats.dev}:${stats.ino}:${stats.mtimeNs}`, stats.size);
    }
    return new Snapshot(files);
  }

  /** Everything that is there; what has several names counts once. */
  get amount(): Amount {
    return amountOf([...this.#files.values()]);
  }

  /** What was not there before: written since. What was written and taken away again is not seen. */
  since(before: Snapshot): Amount {
    return amountOf([...this.#files].filter(([identity]) => !before.#files.has(identity)).map(([, size]) => size));
  }
}

function amountOf(sizes: readonly bigint[]): Amount {
  return { files: sizes.length, bytes: Number(sizes.reduce((sum, size) => sum + size, 0n)) };
}

function* filesIn(folder: string): Generator<BigIntStats> {
  for (const name of namesIn(folder)) {
    const path = join(folder, name);
    const stats = lstatSync(path, { bigint: true, throwIfNoEntry: false });
    if (stats?.isDirectory()) yield* filesIn(path);
    else if (stats?.isFile()) yield stats;
  }
}

function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}
