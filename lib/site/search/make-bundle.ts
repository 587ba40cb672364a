import { pagefindVersion } from "../../core/search/pagefind-files.ts";
import { digest, joinShards } from "./join-shards.ts";
import type { PackCache } from "./pack-cache.ts";
import { ShardMaker } from "./make-shard.ts";
import type { IndexFiles } from "./run-pagefind.ts";
import type { SearchedPage } from "./searched-pages.ts";

/** To be raised when the same pages are indexed otherwise. */
export const indexing = 4;

/**
 * How much Pagefind is given at once, in characters. It needs some 60 times as much memory,
 * and a page that changes costs one shard.
 */
const shardLength = { least: 200_000, usual: 600_000, most: 1_500_000 };

interface Shard {
  readonly key: string;
  readonly pages: readonly SearchedPage[];
}

/**
 * The index of some pages, made in shards while the pages come. A shard is made again only
 * when one of its own pages has changed. The same pages give the same files.
 */
export class BundleMaker {
  readonly #cache: PackCache;
  readonly #maker = new ShardMaker();
  readonly #shards: Shard[] = [];
  #pages: SearchedPage[] = [];
  #length = 0;
  /** The shard that is being made. */
  #making: Promise<unknown> = Promise.resolve();

  /** @param cache where the index and its shards are kept. */
  constructor(cache: PackCache) {
    this.#cache = cache;
  }

  /** Take a page whose address comes after those of all before. Waits while Pagefind has enough to do. */
  async add(page: SearchedPage): Promise<void> {
    this.#pages.push(page);
    this.#length += page.length;
    if (this.#length >= shardLength.most || (this.#length >= shardLength.least && isLast(page))) await this.#cut();
  }

  /** The index of all pages taken; none of no pages. */
  async finish(): Promise<IndexFiles | undefined> {
    if (this.#pages.length > 0) await this.#cut();
    await this.#making;
    if (this.#shards.length === 0) return undefined;
    const key = `bundle${digest(this.#shards.map((shard) => shard.key).join(" "))}`;
    const before = this.#cache.get(key);
    if (before) return before;
    const indexes: IndexFiles[] = [];
    for (const shard of this.#shards) indexes.push(this.#cache.get(shard.key) ?? (await this.#make(shard)));
    const joined = joinShards(indexes);
    this.#cache.put(key, joined);
    return joined;
  }

  async #cut(): Promise<void> {
    const pages = this.#pages;
    const key = `shard${keyOf(pages)}`;
    this.#pages = [];
    this.#length = 0;
    // Of what is not looked at any more the text is not held.
    this.#shards.push({ key, pages: pages.map((page) => ({ ...page, read: undefined })) });
    if (this.#cache.has(key)) return;
    await this.#making;
    this.#making = this.#make({ key, pages });
    // It is waited for later.
    this.#making.catch(() => undefined);
  }

  async #make({ key, pages }: Shard): Promise<IndexFiles> {
    const made = await this.#maker.make(pages.map(({ address, read, again }) => ({ address, html: read ?? again() })));
    this.#cache.put(key, made);
    return made;
  }
}

/** Whether a shard that is long enough ends with a page: told by the page alone, so that one more or less moves no others. */
function isLast({ address, length }: SearchedPage): boolean {
  const chance = length / (shardLength.usual - shardLength.least);
  return Number.parseInt(digest(address).slice(0, 8), 16) / 0x1_0000_0000 < chance;
}

function keyOf(pages: readonly SearchedPage[]): string {
  return digest(JSON.stringify([pagefindVersion, indexing, pages.map((page) => [page.address, page.digest])]));
}
