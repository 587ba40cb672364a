import { hash } from "node:crypto";
import type { LibraryOptions } from "../core/libraries/library-address.ts";
import { libraryAddress } from "../core/libraries/library-address.ts";
import { readSharedCatalog, readSharedSource, type SharedReading } from "../core/libraries/read-shared.ts";
import type { SharedCatalog, SharedEntry, SharedSource } from "../core/libraries/shared-schema.ts";
import { fetchAgain, type FetchLimits } from "./fetch-document.ts";
import { LibraryCache } from "./library-cache.ts";

/** The most of a catalog, and of one source, that is read; and how long it may take. */
export const usualLimits: FetchLimits = { bytes: 32_000_000, milliseconds: 15_000 };

/** How long a library is taken to be as it was when a preview last asked. */
const freshMilliseconds = 10 * 60_000;

/** Another site's catalog, or why it cannot be had: a clause that follows the library's name. */
export type Shelf =
  | {
      readonly kind: "open";
      readonly url: string;
      readonly catalog: SharedCatalog;
      /** Where it is what was fetched before: since when it is known, and why it is not newer. */
      readonly asOf?: { readonly day: string; readonly reason: string };
    }
  | { readonly kind: "shut"; readonly reason: string };

/** One library: asks for its catalog once, and for its sources as they are needed. */
export class LibraryShelf {
  readonly #options: LibraryOptions;
  readonly #cache: (url: string) => LibraryCache;
  readonly #limits: FetchLimits;
  #opened: { readonly shelf: Promise<Shelf>; readonly at: number } | undefined;

  /** @param root absolute path of the project. @param name of the library, a slug. */
  constructor(root: string, name: string, options: LibraryOptions, limits: FetchLimits) {
    this.#options = options;
    this.#cache = (url) => new LibraryCache(root, name, url);
    this.#limits = limits;
  }

  /** Its catalog: as its site has it now, or else as it was when it last could be had. */
  open(): Promise<Shelf> {
    const now = performance.now();
    if (!this.#opened || now - this.#opened.at > freshMilliseconds) this.#opened = { shelf: this.#ask(), at: now };
    return this.#opened.shelf;
  }

  /** The paragraphs of a source, of the very version that the catalog names. */
  async source(url: string, { paragraphs }: SharedEntry, mayAsk: boolean): Promise<SharedReading<SharedSource>> {
    const { address, sha256 } = paragraphs;
    const cache = this.#cache(url);
    const read = (bytes: Uint8Array) => readSharedSource(bytes, { from: address, library: url }, sha256Of);
    const kept = cache.readSource(sha256);
    if (kept) return read(kept);
    if (!mayAsk) return { kind: "refused", reason: "was not fetched before" };
    const fetching = await fetchAgain(address, this.#limits, { within: url });
    if (fetching.kind === "unchanged") return { kind: "refused", reason: `${address} is empty.` };
    if (fetching.kind === "refused") return { kind: "refused", reason: `${address} ${fetching.reason}` };
    if (hash("sha256", fetching.bytes) !== sha256) {
      const reason = `${address} is not the file that the library's catalog names: its SHA-256 is another. If the library was published this minute, run this again.`;
      return { kind: "refused", reason };
    }
    const reading = read(fetching.bytes);
    if (reading.kind === "refused") return { kind: "refused", reason: `${address} ${reading.reason}` };
    cache.writeSource(sha256, fetching.bytes);
    return reading;
  }

  async #ask(): Promise<Shelf> {
    const library = libraryAddress(this.#options);
    if (library.kind === "refused") return { kind: "shut", reason: library.reason };
    const { url } = library;
    const cache = this.#cache(url);
    const from = `${url}catalog.json`;
    const before = cache.readCatalog();
    const known = before && readSharedCatalog(before.bytes, { from, library: url });
    const etag = known?.kind === "read" ? before?.etag : undefined;
    const fetching = await fetchAgain(from, this.#limits, { within: url, etag });
    const day = new Date().toISOString().slice(0, 10);
    if (fetching.kind === "unchanged" && before && known?.kind === "read") {
      cache.writeCatalog({ ...before, day });
      return { kind: "open", url, catalog: known.content };
    }
    let reason = fetching.kind === "refused" ? fetching.reason : "is empty.";
    if (fetching.kind === "fetched") {
      const reading = readSharedCatalog(fetching.bytes, { from, library: url });
      if (reading.kind === "read") {
        cache.writeCatalog({ bytes: fetching.bytes, etag: fetching.etag, day });
        return { kind: "open", url, catalog: reading.content };
      }
      reason = fetching.mediaType === "text/html" ? "is a page, not a catalog." : reading.reason;
    }
    if (before && known?.kind === "read")
      return { kind: "open", url, catalog: known.content, asOf: { day: before.day, reason: `${from} ${reason}` } };
    return { kind: "shut", reason: `${from} ${reason}` };
  }
}

export function sha256Of(text: string): string {
  return hash("sha256", text);
}
