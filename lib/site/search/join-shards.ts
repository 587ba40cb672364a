import { createHash } from "node:crypto";
import { joinIndexes, type LanguageIndex } from "../../core/search/join-indexes.ts";
import { compareText } from "../../core/text/compare.ts";
import { open, sealNumbers, type IndexFiles } from "./run-pagefind.ts";

/** What Pagefind says of a language in its entry. */
export interface LanguageEntry {
  readonly hash: string;
  /** Of the language's stemmer; null for none. */
  readonly wasm: string | null;
  readonly page_count: number;
}

export interface IndexEntry {
  readonly version: string;
  readonly languages: Readonly<Record<string, LanguageEntry>>;
  readonly include_characters: readonly string[];
}

/** Path of the file that tells what an index has. */
export const entryPath = "pagefind-entry.json";

export function readEntry(files: IndexFiles): IndexEntry {
  return JSON.parse(Buffer.from(need(files, entryPath)).toString("utf8")) as IndexEntry;
}

export function writeEntry({ version, languages, include_characters }: IndexEntry): Uint8Array {
  const sorted = Object.entries(languages).sort(([a], [b]) => compareText(a, b));
  return Buffer.from(JSON.stringify({ version, languages: Object.fromEntries(sorted), include_characters }));
}

/** The indexes of different pages as one, with nothing in it that is not sorted. */
export function joinShards(shards: readonly IndexFiles[]): IndexFiles {
  const files = new Map<string, Uint8Array>();
  const entries = shards.map(readEntry);
  const languages = [...new Set(entries.flatMap((entry) => Object.keys(entry.languages)))].sort(compareText);
  const joined: Record<string, LanguageEntry> = {};
  for (const language of languages) {
    const having = shards.flatMap((shard, at) => {
      const entry = entries[at]?.languages[language];
      return entry ? [{ shard, entry }] : [];
    });
    const nameOf = (bytes: Uint8Array) => `${language}_${digest(bytes).slice(0, 12)}`;
    const index = joinIndexes(
      having.map(({ shard, entry }) => openLanguage(shard, entry.hash)),
      nameOf,
      (at, name) => {
        const bytes = need(having[at]?.shard, `fragment/${name}.pf_fragment`);
        // Pagefind's names are short: two pages of different shards may have the same.
        const isTaken = files.has(`fragment/${name}.pf_fragment`);
        const given = isTaken ? nameOf(bytes) : name;
        files.set(`fragment/${given}.pf_fragment`, bytes);
        return given;
      },
    );
    for (const [name, bytes] of index.chunks) files.set(`index/${name}.pf_index`, sealNumbers(bytes));
    for (const [name, bytes] of index.filters) files.set(`filter/${name}.pf_filter`, sealNumbers(bytes));
    const hash = nameOf(index.meta);
    files.set(`pagefind.${hash}.pf_meta`, sealNumbers(index.meta));
    // A subtag of our own changes nothing in how the language is stemmed.
    const wasm = having[0]?.entry.wasm?.replace(/-x-.*/, "") ?? null;
    joined[language] = { hash, wasm, page_count: index.pageCount };
  }
  for (const shard of shards)
    for (const [path, bytes] of shard) {
      const wasm = /^wasm\.(.*)\.pagefind$/.exec(path)?.[1]?.replace(/-x-.*/, "");
      if (wasm !== undefined) files.set(`wasm.${wasm}.pagefind`, bytes);
      else if (path.endsWith(".js")) files.set(path, bytes);
    }
  const [first] = entries;
  if (first) files.set(entryPath, writeEntry({ ...first, languages: joined }));
  return files;
}

/** The index of one language, as it can be joined with others. */
function openLanguage(files: IndexFiles, hash: string): LanguageIndex {
  const language = hash.slice(0, hash.lastIndexOf("_") + 1);
  const opened = (folder: string, ending: string) =>
    new Map(
      [...files].flatMap(([path, bytes]) =>
        path.startsWith(`${folder}/${language}`) && path.endsWith(ending)
          ? [[path.slice(folder.length + 1, -ending.length), open(bytes)] as const]
          : [],
      ),
    );
  return {
    meta: open(need(files, `pagefind.${hash}.pf_meta`)),
    chunks: opened("index", ".pf_index"),
    filters: opened("filter", ".pf_filter"),
  };
}

function need(files: IndexFiles | undefined, path: string): Uint8Array {
  const bytes = files?.get(path);
  if (!bytes) throw new Error(`Pagefind made no ${path}`);
  return bytes;
}

/** SHA-256 in hexadecimal digits. */
export function digest(content: string | Uint8Array): string {
  return createHash("sha256").update(content).digest("hex");
}
