import { readFileSync } from "node:fs";
import { join } from "node:path";
import { pagefindVersion } from "../../core/search/pagefind-files.ts";
import { mark, searchedPart, type Bundle, type SearchedPart } from "../../core/search/searched-part.ts";
import { compareText } from "../../core/text/compare.ts";
import { listTree } from "../list-tree.ts";
import { fileState } from "../reuse/file-state.ts";
import { digest } from "./join-shards.ts";
import { indexing } from "./make-bundle.ts";
import type { PackCache } from "./pack-cache.ts";

/** A page of which something is searched. */
export interface SearchedPage {
  /** Root-relative, without the site's path prefix. */
  readonly address: string;
  readonly bundle: Bundle;
  /** Of what is searched. */
  readonly digest: string;
  /** Of what is searched, in characters. */
  readonly length: number;
  /** What is searched, where it had to be read to know that. */
  readonly read: string | undefined;
  /** What is searched, read now. */
  readonly again: () => string;
}

/** What a file of a page had: its state, and where it is searched, digest and length of what is. */
type Fact = readonly [state: string, searched: readonly [bundle: Bundle, digest: string, length: number] | null];

/**
 * The pages of a built site that are searched. A file that is the one it was is not read:
 * what it had is kept beside the indexes.
 */
export class SearchedPages {
  readonly #output: string;
  readonly #cache: PackCache;
  readonly #before: ReadonlyMap<string, Fact>;
  readonly #facts: [file: string, fact: Fact][] = [];

  /** @param output absolute path of the built site. */
  constructor(output: string, cache: PackCache) {
    this.#output = output;
    this.#cache = cache;
    this.#before = readFacts(cache);
  }

  /** In the order of their addresses, one by one: whoever takes them decides how many texts are held. */
  *all(): Generator<SearchedPage> {
    const files = listTree(this.#output).filter((file) => file.endsWith(".html"));
    const pages = files.map((file) => ({ file, address: `/${file.replace(/(^|\/)index\.html$/, "$1")}` }));
    for (const { file, address } of pages.sort((a, b) => compareText(a.address, b.address))) {
      const path = join(this.#output, file);
      const state = fileState(path);
      const before = this.#before.get(file);
      const isKept = before?.[0] === state;
      const part = isKept ? undefined : partOf(path);
      const fact: Fact = isKept ? before : [state, part ? [part.bundle, digest(part.html), part.html.length] : null];
      this.#facts.push([file, fact]);
      if (!fact[1]) continue;
      const [bundle, ofPart, length] = fact[1];
      yield { address, bundle, digest: ofPart, length, read: part?.html, again: () => partOf(path)?.html ?? "" };
    }
  }

  /** Keep what was seen, once all were asked for. */
  keep(): void {
    this.#cache.put(factsKey, new Map([[factsKey, Buffer.from(JSON.stringify([stamp, ...this.#facts]))]]));
  }
}

const factsKey = "pages";
const stamp = `${pagefindVersion} ${indexing}`;

function readFacts(cache: PackCache): ReadonlyMap<string, Fact> {
  const kept = cache.get(factsKey)?.get(factsKey);
  if (!kept) return new Map();
  const [of, ...facts] = JSON.parse(Buffer.from(kept).toString("utf8")) as [string, ...(readonly [string, Fact])[]];
  return new Map(of === stamp ? facts : []);
}

function partOf(path: string): SearchedPart | undefined {
  const bytes = readFileSync(path);
  if (!bytes.includes(mark)) return undefined;
  // What is cut at are letters of ASCII: bytes do as well, and are read faster.
  const part = searchedPart(bytes.toString("latin1"));
  if (!part) return undefined;
  const html = Buffer.from(part.html, "latin1").toString("utf8");
  return { bundle: part.bundle, html: part.bundle === "sources" ? asSource(html) : html };
}

/** A page whose language says that it is a source's: Pagefind keeps languages apart. */
function asSource(html: string): string {
  return html.replace(
    /^<html lang="([^"]*)"/,
    (_, language: string) => `<html lang="${language}${language.includes("-x-") ? "" : "-x"}-sources"`,
  );
}
