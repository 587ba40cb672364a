import fc from "fast-check";
import { expect, test } from "vitest";
import { keptOrder } from "../../../lib/core/list/kept-order.ts";

interface One {
  readonly value: number;
  readonly number: number;
}

const compare = (a: One, b: One) => a.value - b.value || a.number - b.number;
const many = fc
  .array(fc.nat(20), { maxLength: 60 })
  .map((values) => values.map((value, number): One => ({ value, number })));

test("whatever came, went and stayed, all stands in order", () => {
  fc.assert(
    fc.property(many, fc.infiniteStream(fc.boolean()), fc.infiniteStream(fc.nat(9)), (all, wasThere, isThere) => {
      const take = (from: Iterator<boolean>) => from.next().value === true;
      const then = all.filter(() => take(wasThere));
      // Most stay, so that what was in order is kept.
      const now = all.filter(() => isThere.next().value !== 0);
      const before = { all: then, sorted: then.toSorted(compare) };
      expect(keptOrder(before, now, compare)).toEqual({ all: now, sorted: now.toSorted(compare) });
    }),
  );
});

test("what stayed is compared with nothing but what came", () => {
  const before = Array.from({ length: 100 }, (_, number): One => ({ value: number, number }));
  const come = { value: 50, number: 1000 };
  let times = 0;
  const counted = (a: One, b: One) => {
    times += 1;
    return compare(a, b);
  };
  const now = [...before, come];
  expect(keptOrder({ all: before, sorted: before }, now, counted).sorted).toEqual(now.toSorted(compare));
  expect(times).toBeLessThanOrEqual(7);
});
