import type { SourceLock } from "./lock.ts";

type EntryOf<Held> = Held extends ReadonlyMap<infer Key, infer Value> ? readonly [Key, Value] : never;

/** A lock in values that JSON has: each of its maps is a list of its entries, in their order. */
export type StoredLock = {
  readonly [Name in keyof SourceLock]: SourceLock[Name] extends ReadonlyMap<unknown, unknown>
    ? readonly EntryOf<SourceLock[Name]>[]
    : SourceLock[Name];
};

export function storeLock(lock: SourceLock): StoredLock {
  const { cited, ranges, aliases, gone } = lock;
  return { ...lock, cited: [...cited], ranges: [...ranges], aliases: [...aliases], gone: [...gone] };
}

/** Not looked at again: only what was a lock is stored. */
export function restoreLock(stored: StoredLock): SourceLock {
  const { cited, ranges, aliases, gone } = stored;
  return {
    ...stored,
    cited: new Map(cited),
    ranges: new Map(ranges),
    aliases: new Map(aliases),
    gone: new Map(gone),
  };
}
