import { hash } from "node:crypto";
import { mkdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";
import { writeFiles } from "./write-files.ts";

/** A catalog as it was fetched before. */
export interface CachedCatalog {
  readonly bytes: Uint8Array;
  readonly etag: string | undefined;
  /** YYYY-MM-DD: when its server last said that it is this. */
  readonly day: string;
}

const about = z.object({ url: z.string(), sha256: z.string(), etag: z.string().optional(), day: z.iso.date() });

/**
 * What was fetched of one library, below `.pincite/`, which is not committed. Whatever is
 * damaged there counts as not there; where nothing can be written, nothing is kept.
 */
export class LibraryCache {
  readonly #folder: string;
  readonly #url: string;

  /** @param root absolute path of the project. @param name of the library, a slug. @param url its address today. */
  constructor(root: string, name: string, url: string) {
    this.#folder = join(root, ".pincite", "libraries", name);
    this.#url = url;
  }

  readCatalog(): CachedCatalog | undefined {
    const bytes = this.#read("catalog.json");
    const facts = about.safeParse(jsonIn(this.#read("catalog.about.json")));
    if (!bytes || !facts.success) return undefined;
    const { url, sha256, etag, day } = facts.data;
    return url === this.#url && sha256 === hash("sha256", bytes) ? { bytes, etag, day } : undefined;
  }

  writeCatalog({ bytes, etag, day }: CachedCatalog): void {
    const facts = { url: this.#url, sha256: hash("sha256", bytes), etag, day };
    this.#write("catalog.json", bytes);
    this.#write("catalog.about.json", Buffer.from(JSON.stringify(facts)));
  }

  /** @param sha256 64 hexadecimal digits. */
  readSource(sha256: string): Uint8Array | undefined {
    const bytes = this.#read(`${sha256}.json`);
    return bytes && hash("sha256", bytes) === sha256 ? bytes : undefined;
  }

  writeSource(sha256: string, bytes: Uint8Array): void {
    this.#write(`${sha256}.json`, bytes);
  }

  #read(name: string): Uint8Array | undefined {
    try {
      return readFileSync(join(this.#folder, name));
    } catch {
      return undefined;
    }
  }

  #write(name: string, content: Uint8Array): void {
    try {
      mkdirSync(this.#folder, { recursive: true });
      writeFiles([{ absolute: join(this.#folder, name), content }]);
    } catch {
      // It will be fetched again.
    }
  }
}

function jsonIn(bytes: Uint8Array | undefined): unknown {
  try {
    return bytes && JSON.parse(Buffer.from(bytes).toString("utf8"));
  } catch {
    return undefined;
  }
}
