import { pagefindVersion } from "../../core/search/pagefind-files.ts";
import { compareText } from "../../core/text/compare.ts";
import { digest, joinShards } from "./join-shards.ts";
import type { PackCache } from "./pack-cache.ts";
import { runPagefind, type IndexedPage, type IndexFiles } from "./run-pagefind.ts";

/** To be raised when the same pages are indexed otherwise. */
const indexing = 1;

/** About how much Pagefind is given at once, in bytes: it needs some 60 times as much memory. */
const shardLength = 1_500_000;

/**
 * The index of some pages, made in shards of which each is made again only when one of its
 * own pages has changed. The same pages give the same files, in whatever order they come.
 *
 * @param cache where the index and its shards are kept.
 */
export async function makeBundle(pages: readonly IndexedPage[], cache: PackCache): Promise<IndexFiles> {
  const shards = shardsOf(pages).map((shard) => ({ pages: shard, key: `shard${keyOf(shard)}` }));
  const key = `bundle${digest(shards.map((shard) => shard.key).join(" "))}`;
  const before = cache.get(key);
  if (before) {
    // What it was made from stays for when one of its pages changes.
    for (const shard of shards) cache.keep(shard.key);
    return before;
  }
  const indexes: IndexFiles[] = [];
  for (const shard of shards) {
    const kept = cache.get(shard.key);
    const made = kept ?? (await runPagefind(shard.pages));
    if (!kept) cache.put(shard.key, made);
    indexes.push(made);
  }
  const joined = joinShards(indexes);
  cache.put(key, joined);
  return joined;
}

/** Pages by a digest of their address, so that one more or less changes no shard but its own. */
function shardsOf(pages: readonly IndexedPage[]): IndexedPage[][] {
  const length = pages.reduce((sum, { html }) => sum + html.length, 0);
  let count = 1;
  while (count * shardLength < length) count *= 2;
  const shards = Array.from({ length: count }, (): IndexedPage[] => []);
  for (const page of [...pages].sort((a, b) => compareText(a.address, b.address)))
    shards[Number.parseInt(digest(page.address).slice(0, 8), 16) % count]?.push(page);
  return shards.filter((shard) => shard.length > 0);
}

function keyOf(pages: readonly IndexedPage[]): string {
  return digest(JSON.stringify([pagefindVersion, indexing, pages.map(({ address, html }) => [address, html])]));
}
