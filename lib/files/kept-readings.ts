import { createHash, hash } from "node:crypto";
import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";

/** What was read of one file, and of what. */
export interface KeptReading {
  /** Of the file, and of what else its reading is made of: its inode, size and times. */
  readonly state: string;
  /** Of their content. */
  readonly key: string;
  /** The reading as JSON. */
  readonly json: string;
}

/** Part of a library's files; all of them when there is one part. */
export interface ReadingShare {
  /** 1-based, and `of` at most. */
  readonly number: number;
  readonly of: number;
}

type Pack = ReadonlyMap<string, KeptReading>;

interface OpenPack {
  readonly before: Pack;
  readonly now: Map<string, KeptReading>;
}

/** Of a library of ten thousand briefs, about 200 files in each. */
const packs = 64;
/** Characters of a SHA-256 in hexadecimal digits, before the line on which the content begins. */
const sumLength = 64;

/**
 * What files of a library were read as, from one process to the next, in `.pincite/readings/`.
 *
 * Whoever reads gives what was kept back where a file's state is the one that it had, or else
 * where its content is. Packs that are damaged, or that another version of the code wrote, count as
 * not there, and all of them may be deleted at any time. Each is written whole or not at
 * all; where nothing can be written, nothing is kept.
 */
export class KeptReadings {
  readonly #folder: string;
  readonly #version: string;
  readonly #open = new Map<number, OpenPack>();

  /** @param folder absolute path. @param version another one whenever the code that reads may read something else. */
  constructor(folder: string, version: string) {
    this.#folder = folder;
    this.#version = version;
  }

  /** The number of the pack that holds a file's reading, 0-based. @param path relative to the project. */
  static packOf(path: string): number {
    return Number.parseInt(hash("sha256", path).slice(0, 8), 16) % packs;
  }

  /** Whether a file falls to a share, by its path alone. */
  static isIn(path: string, { number, of }: ReadingShare): boolean {
    return KeptReadings.packOf(path) % of === number - 1;
  }

  find(path: string): KeptReading | undefined {
    return this.#packOf(path).before.get(path);
  }

  /** Have a reading kept, be it the one that was found or another. */
  keep(path: string, reading: KeptReading): void {
    this.#packOf(path).now.set(path, reading);
  }

  /** Write what is to be kept of the packs that were looked into, and let go of them: what was not kept of them is lost. */
  close(): void {
    for (const [number, { before, now }] of this.#open) {
      const isSame = now.size === before.size && [...now].every(([path, reading]) => before.get(path) === reading);
      if (!isSame) this.#write(number, now);
    }
    this.#open.clear();
  }

  #packOf(path: string): OpenPack {
    const number = KeptReadings.packOf(path);
    const pack = this.#open.get(number) ?? { before: this.#read(number), now: new Map<string, KeptReading>() };
    this.#open.set(number, pack);
    return pack;
  }

  #read(number: number): Pack {
    const pack = new Map<string, KeptReading>();
    this.#clear(number);
    try {
      const bytes = readFileSync(this.#pathOf(number));
      const content = bytes.subarray(sumLength + 1);
      // Nobody but Pincite writes there: a sum that is right says that all of it is.
      if (bytes.toString("latin1", 0, sumLength + 1) !== `${this.#sumOf(content)}\n`) return pack;
      const lines = content.toString("utf8").split("\n");
      for (let at = 0; at + 1 < lines.length; at += 2) {
        const [path, state, key] = JSON.parse(lines[at] ?? "") as [string, string, string];
        pack.set(path, { state, key, json: lines[at + 1] ?? "" });
      }
    } catch {
      // As if it were not there.
    }
    return pack;
  }

  /** What a process that was killed left half written. */
  #clear(number: number): void {
    try {
      rmSync(`${this.#pathOf(number)}.new`, { force: true });
    } catch {
      // Nor can it be written then.
    }
  }

  #write(number: number, pack: Pack): void {
    const path = this.#pathOf(number);
    const lines = Array.from(
      pack,
      ([path, { state, key, json }]) => `${JSON.stringify([path, state, key])}\n${json}\n`,
    );
    const content = Buffer.from(lines.join(""));
    try {
      mkdirSync(dirname(path), { recursive: true });
      // Of two that write at once, one finds it gone, or what it renames has another sum until both are done.
      writeFileSync(`${path}.new`, Buffer.concat([Buffer.from(`${this.#sumOf(content)}\n`), content]));
      renameSync(`${path}.new`, path);
    } catch {
      // A folder that cannot be written costs time alone.
    }
  }

  #sumOf(content: Uint8Array): string {
    return createHash("sha256").update(`${this.#version}\0`).update(content).digest("hex");
  }

  #pathOf(number: number): string {
    return join(this.#folder, `${String(number).padStart(2, "0")}.jsonl`);
  }
}
