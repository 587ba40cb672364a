import { randomUUID } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { holdPlaces } from "../../core/publish/hold-places.ts";
import { pagesInPlace, planPasses, type Pass, type PassFile } from "../../core/publish/passes.ts";
import { readRecord, recordPath, writeRecord, type SiteRecord } from "../../core/publish/site-record.ts";
import { placesOf, type BuiltInventory } from "./read-inventory.ts";
import type { Store, StoredFile } from "./store.ts";

/** What is to be done at a target that takes files one by one, in order. */
export interface OrderedPlan {
  /** What the target says it holds; undefined where it has no record that can be read. */
  readonly before: SiteRecord | undefined;
  /** The bytes of that record, readable or not; undefined where there is none. */
  readonly recordNow: Uint8Array | undefined;
  readonly passes: readonly Pass[];
  /** The record while the passes run, and when they are done. */
  readonly during: SiteRecord;
  readonly done: SiteRecord;
  /** The pages that the passes find at the target. */
  readonly pagesNow: ReadonlyMap<string, Uint8Array>;
}

const text = new TextDecoder();

/** See what a target holds and what is to be done to it. Nothing is written. @throws a sentence for people. */
export async function planOrdered(store: Store, after: BuiltInventory): Promise<OrderedPlan> {
  const recordNow = await recordOf(store);
  const before = recordNow && readRecord(text.decode(recordNow));
  const pagesNow = await store.read(pagesInPlace(before, after.files));
  const placesNow = new Map([...pagesNow].map(([path, bytes]) => [path, placesOf(text.decode(bytes))]));
  const plan = planPasses(before, after.files, placesNow, (path) => after.places.get(path) ?? new Set());
  return {
    before,
    recordNow,
    passes: plan.passes,
    pagesNow,
    // Until all is done, the next publish tells what changes from what readers had before this one.
    during: { ...plan.during, pages: before?.pages ?? new Map() },
    done: { ...plan.done, pages: after.pages },
  };
}

/** Called when a pass is done. */
export type PassProgress = (pass: Pass) => void;

/**
 * Run the passes. Killed at any moment, it is completed by the next publish.
 *
 * @param folder absolute path of the built site. @throws a sentence for people, also where
 * somebody else has published there since this was planned, or begins to while it runs.
 */
export async function publishOrdered(
  store: Store,
  { passes, recordNow, during, done, pagesNow }: OrderedPlan,
  folder: string,
  progress: PassProgress,
): Promise<void> {
  const intent = Buffer.from(writeRecord(during, randomUUID()));
  const contentOf = (name: Pass["name"], one: Exclude<PassFile, { does: "delete" }>): StoredFile["content"] => {
    if (one.path === recordPath) return { bytes: name === "intent" ? intent : Buffer.from(writeRecord(done)) };
    if (one.does === "hold") return { bytes: Buffer.from(holdPlaces(text.decode(pagesNow.get(one.path)), one.holds)) };
    const file = join(folder, one.path);
    return one.holds.length === 0
      ? { file }
      : { bytes: Buffer.from(holdPlaces(readFileSync(file, "utf8"), one.holds)) };
  };
  for (const pass of passes) {
    if (guarded.has(pass.name)) await expectRecord(store, pass.name === "intent" ? recordNow : intent);
    const written = pass.files.flatMap((one) =>
      one.does === "delete" ? [] : [{ path: one.path, content: contentOf(pass.name, one) }],
    );
    const deleted = pass.files.flatMap((one) => (one.does === "delete" ? [one.path] : []));
    if (written.length > 0) await store.write(written);
    if (deleted.length > 0) await store.remove(deleted);
    progress(pass);
  }
}

/** Passes before which it is seen that nobody else publishes there: the first, and those that change what readers have. */
const guarded: ReadonlySet<Pass["name"]> = new Set(["intent", "hold", "pages", "settle", "delete"]);

async function recordOf(store: Store): Promise<Uint8Array | undefined> {
  return (await store.read([recordPath])).get(recordPath);
}

/** See that nobody else publishes there. @throws where the record is another than this publish left or found there. */
async function expectRecord(store: Store, expected: Uint8Array | undefined): Promise<void> {
  const there = await recordOf(store);
  if (there === undefined ? expected === undefined : expected && Buffer.from(there).equals(expected)) return;
  throw new Error(
    "Somebody else has begun a publish there since this one was planned. This one wrote nothing more; run it again when the other has ended.",
  );
}
