import fc from "fast-check";
import { expect, test } from "vitest";
import { exchanged } from "../../../lib/core/list/exchanged.ts";

const ones = Array.from({ length: 6 }, (_, number) => ({ number }));
const lists = fc.uniqueArray(fc.constantFrom(...ones));

test("what was in a list, less what has gone, with what has come, is what is in the other", () => {
  fc.assert(
    fc.property(lists, lists, (before, after) => {
      const { gone, come } = exchanged(before, after);
      const made = new Set(before);
      for (const one of gone) made.delete(one);
      for (const one of come) made.add(one);
      expect(made).toEqual(new Set(after));
      if (before.length === after.length) expect(gone.length).toBe(come.length);
    }),
  );
});

test.each([
  ["nothing, where they are alike", "abcd", "abcd", "", ""],
  ["what stands at the same places", "abcd", "xbcy", "ad", "xy"],
  ["what was put in between", "abcd", "abxcd", "", "x"],
  ["what was taken out of the end", "abcd", "abc", "d", ""],
  ["the whole, where one is empty", "", "ab", "", "ab"],
])("two lists have apart %s", (_, before, after, gone, come) => {
  const apart = exchanged(Array.from(before), Array.from(after));
  expect([apart.gone.join(""), apart.come.join("")]).toEqual([gone, come]);
});
