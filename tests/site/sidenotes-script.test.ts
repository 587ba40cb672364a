import { join } from "node:path";
import { pathToFileURL } from "node:url";
import fc from "fast-check";
import { expect, test } from "vitest";
import { layoutsFolder } from "../../lib/site/layouts-folder.ts";

interface Sidenote {
  readonly at: number;
  readonly height: number;
  readonly short: number;
}

interface SidenotesScript {
  readonly fromTop: (notes: readonly { readonly at: number }[]) => { readonly at: number }[];
  readonly stack: (notes: readonly Sidenote[], end: number) => { readonly top?: number; readonly isShort: boolean }[];
}

const address = pathToFileURL(join(layoutsFolder, "scripts/sidenotes.js")).href;
const { fromTop, stack } = (await import(address)) as SidenotesScript;

/** Notes in the order of their marks. */
const notes = fc
  .array(fc.record({ at: fc.nat(3000), words: fc.nat(120), short: fc.integer({ min: 15, max: 60 }) }), {
    maxLength: 60,
  })
  .map((all) =>
    all.map(({ at, words, short }) => ({ at, short, height: short + words })).sort((one, other) => one.at - other.at),
  );

test("notes never stand over one another, above their marks, far from them, or past the end", () => {
  fc.assert(
    fc.property(notes, fc.integer({ min: 100, max: 3200 }), (all, end) => {
      let free = 0;
      for (const [index, { top, isShort }] of stack(all, end).entries()) {
        const note = all[index];
        if (!note || top === undefined) continue;
        const bottom = top + (isShort ? note.short : note.height);
        expect(top).toBeGreaterThanOrEqual(Math.max(note.at, free));
        expect(top - note.at).toBeLessThanOrEqual(220);
        expect(bottom).toBeLessThanOrEqual(end);
        free = bottom + 1;
      }
    }),
  );
});

test("a note that has room stands at its mark, in full", () => {
  const far = [0, 400, 800].map((at) => ({ at, height: 120, short: 20 }));
  expect(stack(far, 2000)).toEqual([0, 400, 800].map((top) => ({ top, isShort: false })));
});

test("notes that crowd are told in short before any is left out", () => {
  const crowd = Array.from({ length: 5 }, () => ({ at: 0, height: 120, short: 20 }));
  const places = stack(crowd, 2000);
  expect(places.map(({ isShort }) => isShort)).toContain(true);
  expect(places.filter(({ top }) => top === undefined)).toEqual([]);
});

test("a note that would stand too far from its mark is left out, and those behind it are not", () => {
  const crowd = Array.from({ length: 30 }, () => ({ at: 0, height: 40, short: 40 }));
  const places = stack([...crowd, { at: 600, height: 40, short: 40 }], 2000);
  expect(places.filter(({ top }) => top === undefined).length).toBeGreaterThan(20);
  expect(places.at(-1)).toEqual({ top: 600, isShort: false });
});

test.each([
  ["marks of one line keep the order of the text, though one stands a little higher", [100, 94, 98], [100, 100, 100]],
  ["a mark of a column beside the others goes where it stands", [100, 400, 130], [100, 130, 400]],
  ["lines follow each other", [100, 128, 156], [100, 128, 156]],
])("%s", (_, tops, expected) => {
  const placed = fromTop(tops.map((at, index) => ({ at, index }))) as { at: number; index: number }[];
  expect(placed.map(({ at }) => at)).toEqual(expected);
  const ofOneLine = placed.filter(({ at }) => at === placed[0]?.at).map(({ index }) => index);
  expect(ofOneLine).toEqual([...ofOneLine].sort((one, other) => one - other));
});
