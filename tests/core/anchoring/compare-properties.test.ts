import fc from "fast-check";
import { expect, test } from "vitest";
import { compareWithLock } from "../../../lib/core/anchoring/compare.ts";
import { changedFile, lockOf, paragraphsOf } from "./locks.ts";

const options = { sourceHash: changedFile, budget: 100_000 };

/** Paragraphs with twins, near twins and short ones. */
const paragraph = fc.oneof(
  fc.constantFrom(
    "Yes.",
    "No.",
    "Reserved.",
    "The clause does not apply.",
    "This clause is left blank on purpose, as are all.",
  ),
  fc
    .tuple(fc.constantFrom("cards", "orders", "camps"), fc.nat(9))
    .map(([what, n]) => `In ${n} years the ${what} of ${n} provinces were counted again.`),
  fc.lorem({ maxCount: 3, mode: "sentences" }),
);
const texts = fc.array(paragraph, { minLength: 1, maxLength: 14 });
const twoVersions = texts.chain((before) =>
  fc.tuple(
    fc.constant(before),
    fc.array(fc.oneof({ weight: 4, arbitrary: fc.constantFrom(...before) }, { weight: 1, arbitrary: paragraph }), {
      maxLength: 16,
    }),
  ),
);

function compare(before: readonly string[], after: readonly string[]) {
  const [then, now] = [paragraphsOf(before), paragraphsOf(after)];
  return { then, now, states: compareWithLock(lockOf(then), now, options).paragraphs };
}

test("what passes has the very text that was cited", () => {
  fc.assert(
    fc.property(twoVersions, ([before, after]) => {
      const { then, now, states } = compare(before, after);
      for (const { label, text } of then) {
        const state = states.get(label);
        if (state?.kind !== "ok" && state?.kind !== "moved") continue;
        const to = state.kind === "ok" ? label : state.to;
        expect(now.find((paragraph) => paragraph.label === to)?.text).toBe(text);
        expect(state.kind === "moved" && to === label).toBe(false);
      }
    }),
    { numRuns: 1000 },
  );
});

test("a changed text never passes, in whatever order other paragraphs stand", () => {
  fc.assert(
    fc.property(twoVersions, fc.nat(), ([before, after], seed) => {
      const cited = seed % before.length;
      const text = before[cited] ?? "";
      const { then, states } = compare(
        before,
        after.map((other) => (other === text ? `${text} Indeed.` : other)),
      );
      const kind = states.get(then[cited]?.label ?? ("" as never))?.kind;
      expect(kind).not.toBe("ok");
      expect(kind).not.toBe("moved");
    }),
    { numRuns: 1000 },
  );
});

test("no two paragraphs pass as the same one", () => {
  fc.assert(
    fc.property(twoVersions, ([before, after]) => {
      const reached = [...compare(before, after).states].flatMap(([label, state]) =>
        state.kind === "ok" ? label : state.kind === "moved" ? state.to : [],
      );
      expect(new Set(reached).size).toBe(reached.length);
    }),
    { numRuns: 1000 },
  );
});

test("a source that did not change is ok throughout, with or without its hash", () => {
  fc.assert(
    fc.property(texts, (same) => {
      expect([...compare(same, same).states.values()].every(({ kind }) => kind === "ok")).toBe(true);
    }),
  );
});

test("comparing again gives the same", () => {
  fc.assert(
    fc.property(twoVersions, ([before, after]) => {
      expect(compare(before, after).states).toEqual(compare(before, after).states);
    }),
  );
});

test("a new lock of what was found is ok", () => {
  fc.assert(
    fc.property(twoVersions, ([, after]) => {
      const { states } = compare(after, after);
      expect([...states.values()].filter(({ kind }) => kind !== "ok")).toEqual([]);
    }),
  );
});

test("each suggestion is a paragraph there is, with a score from 0.3 to 1, and no more than three are made", () => {
  fc.assert(
    fc.property(twoVersions, ([before, after]) => {
      const { now, states } = compare(before, after);
      const labels = new Set(now.map(({ label }) => label));
      for (const state of states.values()) {
        const candidates = state.kind === "ambiguous" ? state.candidates : state.kind === "edited" ? [state] : [];
        expect(candidates.length).toBeLessThanOrEqual(3);
        expect(new Set(candidates.map(({ to }) => to)).size).toBe(candidates.length);
        for (const { to, score } of candidates) {
          expect(labels.has(to)).toBe(true);
          expect(score).toBeGreaterThan(0.3);
          expect(score).toBeLessThanOrEqual(1);
        }
      }
    }),
    { numRuns: 500 },
  );
});
