import fc from "fast-check";
import { expect, test } from "vitest";
import { restoreLock, storeLock, type StoredLock } from "../../../lib/core/anchoring/stored-lock.ts";
import { anyLock } from "./arbitrary-lock.ts";

test("a lock that is stored and restored is the same lock, its entries in their order", () => {
  fc.assert(
    fc.property(anyLock, (lock) => {
      const restored = restoreLock(JSON.parse(JSON.stringify(storeLock(lock))) as StoredLock);
      expect(restored).toEqual(lock);
      for (const name of ["cited", "ranges", "aliases", "gone"] as const)
        expect([...restored[name].keys()]).toEqual([...lock[name].keys()]);
    }),
  );
});
