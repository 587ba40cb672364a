import { differingKeys, patched } from "../../lib/core/patched-map.ts";

/** A map of what is in another, made of the one before it, as a reader makes it; the other itself where there was none. */
export function patchedTo<One extends object>(
  before: ReadonlyMap<string, One> | undefined,
  now: ReadonlyMap<string, One>,
): ReadonlyMap<string, One> {
  if (!before) return now;
  return patched(
    before,
    Array.from(differingKeys(before, now), (id) => [id, now.get(id)]),
  );
}
