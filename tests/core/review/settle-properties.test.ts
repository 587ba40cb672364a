import fc from "fast-check";
import { expect, test } from "vitest";
import { choicesOf } from "../../../lib/core/review/choices.ts";
import { questionsOf } from "../../../lib/core/review/open-questions.ts";
import type { Answer } from "../../../lib/core/review/question.ts";
import { settle } from "../../../lib/core/review/settle.ts";
import { label } from "../anchoring/locks.ts";
import { afterSettling, catalogWith, locksOf, reviewOf, type Written } from "./reviewing.ts";

const letters = fc
  .uniqueArray(fc.constantFrom(...Array.from("abcdefnmB")), { minLength: 3, maxLength: 8 })
  .map((all) => all.join(""));

interface Story {
  readonly before: Written;
  readonly now: Written;
}

/** A source of some paragraphs, and the same a while later; what was cited of it, and what is by then. */
const story: fc.Arbitrary<Story> = fc
  .record({ then: letters, now: letters })
  .chain(({ then, now }) => {
    const pinpointOf = (length: number) =>
      fc
        .tuple(fc.integer({ min: 1, max: length }), fc.integer({ min: 1, max: length }), fc.boolean())
        .map(([a, b, isRange]) => (isRange && a < b ? `${a}-${b}` : String(a)));
    return fc.record({
      cited: fc.array(pinpointOf(then.length), { minLength: 1, maxLength: 4 }),
      added: fc.array(pinpointOf(Math.min(then.length, now.length)), { maxLength: 2 }),
      then: fc.constant(then),
      now: fc.constant(now),
    });
  })
  .map(({ cited, added, then, now }) => {
    const cite = (pinpoint: string) => `Said.{% cite "s", "${pinpoint}" %}`;
    const library = (source: string, pinpoints: readonly string[]): Written => ({
      sources: { s: source },
      briefs: { x: pinpoints.map(cite).join("\n\n") },
    });
    return { before: library(then, cited), now: library(now, [...cited, ...added]) };
  });

function pinpointsOf({ briefs }: Written): string[] {
  return Array.from((briefs.x ?? "").matchAll(/"s", "?([^" ]+)"? %/g), ([, pinpoint = ""]) => pinpoint);
}

test("whatever is answered, every citation names the words that were chosen for it, or is a problem", () => {
  fc.assert(
    fc.property(story, fc.infiniteStream(fc.nat(20)), ({ before, now }, picks) => {
      const locks = locksOf(before);
      fc.pre(locks.size > 0);
      const review = reviewOf(catalogWith(now, locks));
      const answers = new Map<string, Answer>();
      for (;;) {
        const question = questionsOf(review, answers).find(({ key }) => !answers.has(key));
        if (!question) break;
        const choices = choicesOf(question, review).filter(({ reply }) => typeof reply !== "string");
        const choice = choices[(picks.next().value ?? 0) % Math.max(1, choices.length)];
        // A range of which nothing is left has no place to suggest.
        if (!choice || typeof choice.reply === "string") return;
        answers.set(question.key, choice.reply);
      }
      const outcome = settle(catalogWith(now, locks), "s", answers, "2026-04-01");
      if (outcome.kind === "number-taken") return;
      if (outcome.kind !== "settled") throw new Error(`It is ${outcome.kind}, though all is answered`);
      const { after, catalog } = afterSettling(now, locks, outcome);
      const orphans = outcome.orphans.map(({ citation }) => citation.note);
      const faulty = catalog.problems.filter(({ rule }) => rule !== "pinpoint-exists");
      expect(faulty.map(({ rule }) => rule)).toEqual(Array(new Set(faulty).size).fill("citation-locked"));
      expect(faulty.length === 0).toBe(orphans.length === 0);
      if (questionsOf(review).every(({ kind }) => kind !== "citation")) {
        const expected = pinpointsOf(now).map((pinpoint) => {
          const answer = answers.get(`paragraph ${pinpoint}`);
          if (answer?.kind === "is") return answer.part.from;
          const letter = before.sources.s?.[Number(pinpoint) - 1] ?? "";
          const isKept = !pinpoint.includes("-") && review.lock.cited.has(label(pinpoint)) && answer === undefined;
          // No two paragraphs are alike, so its words tell where it is.
          return isKept ? String((now.sources.s ?? "").indexOf(letter) + 1) : pinpoint;
        });
        const written = pinpointsOf(after);
        const isRange = (index: number) => pinpointsOf(now)[index]?.includes("-") === true;
        expect(written.filter((_, index) => !isRange(index))).toEqual(expected.filter((_, index) => !isRange(index)));
      }
      // Settled is settled: but for what is gone, nothing more is asked and nothing has to be written.
      if (orphans.length > 0) return;
      expect(questionsOf(reviewOf(catalog))).toEqual([]);
      expect([...catalog.locks.values()].map(({ isNew }) => isNew)).toEqual([false]);
    }),
    { numRuns: 300 },
  );
});
