/** Of what share of its entries a map has changes when it is written anew. */
const most = 1 / 8;

/**
 * A map that differs from another in a few entries, made without copying that; both can be used
 * from then on. Entries that were there keep their places, new ones come last.
 *
 * @param changes the values of some keys, undefined for those that are taken out.
 */
export function patched<Key, Value extends object | string | number>(
  before: ReadonlyMap<Key, Value>,
  changes: Iterable<readonly [Key, Value | undefined]>,
): ReadonlyMap<Key, Value> {
  if (before.size === 0) return new Map(taken(changes));
  const base = before instanceof PatchedMap ? (before.base as ReadonlyMap<Key, Value>) : before;
  const all = new Map<Key, Value | undefined>(before instanceof PatchedMap ? before.changes : undefined);
  for (const [key, value] of changes) all.set(key, value);
  for (const [key, value] of all) if (base.get(key) === value) all.delete(key);
  if (all.size === 0) return base;
  const made = new PatchedMap(base, all);
  return all.size > base.size * most ? new Map(made) : made;
}

/** The keys of what is not the very same in two maps, or only in one of them. */
export function differingKeys<Key, Value>(
  before: ReadonlyMap<Key, Value>,
  after: ReadonlyMap<Key, Value>,
): ReadonlySet<Key> {
  if (before === after) return new Set();
  const [old, now] = [partsOf(before), partsOf(after)];
  const keys = old.base === now.base ? [old.changes, now.changes] : [before, after];
  return new Set(keys.flatMap((map) => [...map.keys()].filter((key) => before.get(key) !== after.get(key))));
}

function partsOf<Key, Value>(map: ReadonlyMap<Key, Value>): Pick<PatchedMap<Key, Value>, "base" | "changes"> {
  return map instanceof PatchedMap ? (map as PatchedMap<Key, Value>) : { base: map, changes: new Map() };
}

function* taken<Key, Value>(changes: Iterable<readonly [Key, Value | undefined]>): Iterable<[Key, Value]> {
  for (const [key, value] of changes) if (value !== undefined) yield [key, value];
}

class PatchedMap<Key, Value> implements ReadonlyMap<Key, Value> {
  readonly base: ReadonlyMap<Key, Value>;
  /** Undefined for what is not in it. */
  readonly changes: ReadonlyMap<Key, Value | undefined>;
  readonly size: number;

  constructor(base: ReadonlyMap<Key, Value>, changes: ReadonlyMap<Key, Value | undefined>) {
    this.base = base;
    this.changes = changes;
    let { size } = base;
    for (const [key, value] of changes) size += Number(value !== undefined) - Number(base.has(key));
    this.size = size;
  }

  get(key: Key): Value | undefined {
    const value = this.changes.get(key);
    return value !== undefined || this.changes.has(key) ? value : this.base.get(key);
  }

  has(key: Key): boolean {
    return this.get(key) !== undefined;
  }

  *entries(): MapIterator<[Key, Value]> {
    for (const key of this.base.keys()) {
      const value = this.get(key);
      if (value !== undefined) yield [key, value];
    }
    for (const [key, value] of this.changes) if (value !== undefined && !this.base.has(key)) yield [key, value];
    return undefined;
  }

  *keys(): MapIterator<Key> {
    for (const [key] of this) yield key;
    return undefined;
  }

  *values(): MapIterator<Value> {
    for (const [, value] of this) yield value;
    return undefined;
  }

  [Symbol.iterator](): MapIterator<[Key, Value]> {
    return this.entries();
  }

  forEach(call: (value: Value, key: Key, map: ReadonlyMap<Key, Value>) => void): void {
    for (const [key, value] of this) call(value, key, this);
  }
}
