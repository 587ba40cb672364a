import { readFileSync } from "node:fs";
import { join } from "node:path";
import { holdPlaces } from "../../core/publish/hold-places.ts";
import { pagesInPlace, planPasses, type Pass, type PassFile } from "../../core/publish/passes.ts";
import { recordPath, writeRecord, type SiteRecord } from "../../core/publish/site-record.ts";
import { placesOf, type BuiltInventory } from "./read-inventory.ts";
import type { Store, StoredFile } from "./store.ts";

/** What is to be done at a target that takes files one by one, in order. */
export interface OrderedPlan {
  readonly passes: readonly Pass[];
  /** The record while the passes run, and when they are done. */
  readonly during: SiteRecord;
  readonly done: SiteRecord;
  /** The pages that the passes find at the target. */
  readonly pagesNow: ReadonlyMap<string, Uint8Array>;
}

const text = new TextDecoder();

/** See what a target holds and what is to be done to it. Nothing is written. @param before undefined where it has no record. */
export async function planOrdered(
  store: Store,
  before: SiteRecord | undefined,
  after: BuiltInventory,
): Promise<OrderedPlan> {
  const pagesNow = await store.read(pagesInPlace(before, after.files));
  const placesNow = new Map([...pagesNow].map(([path, bytes]) => [path, placesOf(text.decode(bytes))]));
  const plan = planPasses(before, after.files, placesNow, (path) => after.places.get(path) ?? new Set());
  return {
    passes: plan.passes,
    pagesNow,
    // Until all is done, the next publish tells what changes from what readers had before this one.
    during: { ...plan.during, pages: before?.pages ?? new Map() },
    done: { ...plan.done, pages: after.pages },
  };
}

/** Called when a pass is done. */
export type PassProgress = (pass: Pass) => void;

/** Run the passes. Killed at any moment, it is completed by the next publish. @param folder absolute path of the built site. */
export async function publishOrdered(
  store: Store,
  { passes, during, done, pagesNow }: OrderedPlan,
  folder: string,
  progress: PassProgress,
): Promise<void> {
  const contentOf = (name: Pass["name"], one: Exclude<PassFile, { does: "delete" }>): StoredFile["content"] => {
    if (one.path === recordPath) return { bytes: Buffer.from(writeRecord(name === "intent" ? during : done)) };
    if (one.does === "hold") return { bytes: Buffer.from(holdPlaces(text.decode(pagesNow.get(one.path)), one.holds)) };
    const file = join(folder, one.path);
    return one.holds.length === 0
      ? { file }
      : { bytes: Buffer.from(holdPlaces(readFileSync(file, "utf8"), one.holds)) };
  };
  for (const pass of passes) {
    const written = pass.files.flatMap((one) =>
      one.does === "delete" ? [] : [{ path: one.path, content: contentOf(pass.name, one) }],
    );
    const deleted = pass.files.flatMap((one) => (one.does === "delete" ? [one.path] : []));
    if (written.length > 0) await store.write(written);
    if (deleted.length > 0) await store.remove(deleted);
    progress(pass);
  }
}
