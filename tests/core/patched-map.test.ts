import fc from "fast-check";
import { expect, test } from "vitest";
import { differingKeys, patched } from "../../lib/core/patched-map.ts";

const changes = fc.array(fc.tuple(fc.nat(30), fc.option(fc.nat(3), { freq: 2, nil: undefined })), { maxLength: 6 });

test("after any changes a map has what one has to which they were made, and those before stay as they were", () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 30 }), fc.array(changes, { maxLength: 12 }), (size, all) => {
      const plain = new Map(Array.from({ length: size }, (_, key) => [key, 0]));
      let made: ReadonlyMap<number, number> = new Map(plain);
      const states = [{ made, held: new Map(plain) }];
      for (const some of all) {
        made = patched(made, some);
        for (const [key, value] of some) {
          if (value === undefined) plain.delete(key);
          else plain.set(key, value);
        }
        states.push({ made, held: new Map(plain) });
      }
      for (const { made, held } of states) {
        const inOrder = (entries: Iterable<[number, number]>) => [...entries].sort(([a], [b]) => a - b);
        expect(inOrder(made)).toEqual(inOrder(held));
        expect([...made.keys()].map((key) => [key, made.get(key), made.has(key)])).toEqual(Array.from(made, ([key, value]) => [key, value, true])); // prettier-ignore
        expect([made.size, made.has(31), made.get(31)]).toEqual([held.size, false, undefined]);
        for (const other of states) {
          const keys = [...Array(31).keys()].filter((key) => held.get(key) !== other.held.get(key));
          expect([...differingKeys(made, other.made)].sort((a, b) => a - b)).toEqual(keys);
        }
      }
    }),
  );
});

test("a change of one entry looks at no other", () => {
  const before = new Map(Array.from({ length: 100 }, (_, key) => [key, key]));
  const made = patched(before, [[7, 1]]);
  const again = patched(made, [[8, 1]]);
  const walk = () => {
    throw new Error("All entries were walked through");
  };
  for (const method of ["keys", "values", "entries", "forEach", Symbol.iterator] as const)
    Object.defineProperty(before, method, { value: walk });
  expect([...differingKeys(made, again), ...differingKeys(before, made)]).toEqual([8, 7]);
  expect(patched(again, [[9, undefined]]).size).toBe(99);
});
