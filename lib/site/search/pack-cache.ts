import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { IndexFiles } from "./run-pagefind.ts";

/**
 * Files that were made before, by a key that tells all that they were made from. One that
 * is not whole counts as none. The folder may be deleted at any time.
 */
export class PackCache {
  readonly #folder: string;
  readonly #used = new Set<string>();

  /** @param folder absolute path; made when there is something to keep. */
  constructor(folder: string) {
    this.#folder = folder;
  }

  /** Whatever is kept by this key stays. @param key of letters and digits. */
  keep(key: string): void {
    this.#used.add(key);
  }

  /** Whether something is kept by this key, whole or not. It stays. */
  has(key: string): boolean {
    this.keep(key);
    return existsSync(join(this.#folder, key));
  }

  get(key: string): IndexFiles | undefined {
    this.keep(key);
    try {
      return unpack(readFileSync(join(this.#folder, key)));
    } catch {
      return undefined;
    }
  }

  put(key: string, files: IndexFiles): void {
    this.keep(key);
    mkdirSync(this.#folder, { recursive: true });
    const passing = join(this.#folder, `${key}.${process.pid}`);
    writeFileSync(passing, pack(files));
    renameSync(passing, join(this.#folder, key));
  }

  /** Delete what was neither asked for nor kept since this was opened. */
  forgetOthers(): void {
    mkdirSync(this.#folder, { recursive: true });
    for (const name of readdirSync(this.#folder))
      if (!this.#used.has(name)) rmSync(join(this.#folder, name), { force: true });
  }
}

const digestLength = 32;

/** A digest of the rest, the length of the list as four bytes, the list of names and lengths as JSON, the files. */
function pack(files: IndexFiles): Buffer {
  const list = Buffer.from(JSON.stringify([...files].map(([name, { length }]) => [name, length])));
  const length = Buffer.alloc(4);
  length.writeUInt32BE(list.length);
  const rest = Buffer.concat([length, list, ...files.values()]);
  return Buffer.concat([digest(rest), rest]);
}

function unpack(bytes: Buffer): IndexFiles | undefined {
  const rest = bytes.subarray(digestLength);
  if (!digest(rest).equals(bytes.subarray(0, digestLength))) return undefined;
  let at = 4 + rest.readUInt32BE(0);
  const list = JSON.parse(rest.toString("utf8", 4, at)) as [name: string, length: number][];
  return new Map(list.map(([name, length]) => [name, rest.subarray(at, (at += length))]));
}

function digest(bytes: Buffer): Buffer {
  return createHash("sha256").update(bytes).digest();
}
