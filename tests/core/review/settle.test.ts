import { describe, expect, test } from "vitest";
import { writeLock } from "../../../lib/core/anchoring/write-lock.ts";
import { formatProblem } from "../../../lib/core/problem.ts";
import { questionsOf } from "../../../lib/core/review/open-questions.ts";
import { settle } from "../../../lib/core/review/settle.ts";
import { asked, catalogWith, locksOf, reviewOf, settled, type Written } from "./reviewing.ts";

const cite = (pinpoint: string) => `Said.{% cite "s", "${pinpoint}" %}`;
const written = (letters: string, ...pinpoints: readonly string[]): Written => ({
  sources: { s: letters },
  briefs: { x: pinpoints.map(cite).join("\n\n") },
});
const rulesOf = (catalog: ReturnType<typeof catalogWith>) =>
  catalog.problems.map(({ place, rule }) => `${place.line}:${place.column} ${rule}`);

/** What is cited, before and after the source's paragraphs change; then what is asked, and what comes of the answers. */
const cases: readonly {
  readonly name: string;
  readonly before: string;
  readonly now: string;
  readonly cited: readonly string[];
  readonly asked: readonly string[];
  readonly answers?: Readonly<Record<string, string>>;
  readonly after: readonly string[];
}[] = [
  {
    name: "a paragraph that moved is settled by the rules",
    before: "abcdef",
    now: "abncdef",
    cited: ["3"],
    asked: ["paragraph 3 moved → 4"],
    after: ["4"],
  },
  {
    name: "several that moved, one to the number of another",
    before: "abcdef",
    now: "nabcdef",
    cited: ["2", "3", "2, 4"],
    asked: ["paragraph 2 moved → 3", "paragraph 3 moved → 4", "paragraph 4 moved → 5"],
    after: ["3", "4", "3, 5"],
  },
  {
    name: "an edited paragraph where it stands",
    before: "abcdef",
    now: "aBcdef",
    cited: ["2"],
    asked: ["paragraph 2 edited → 2"],
    answers: { "paragraph 2": "2" },
    after: ["2"],
  },
  {
    name: "an edited paragraph under another number",
    before: "abcdef",
    now: "naBcdef",
    cited: ["2", "3"],
    asked: ["paragraph 2 edited → 3", "paragraph 3 moved → 4"],
    answers: { "paragraph 2": "3" },
    after: ["3", "4"],
  },
  {
    name: "a paragraph that a person finds elsewhere",
    before: "abcdef",
    now: "amcdef",
    cited: ["2"],
    asked: ["paragraph 2 lost"],
    answers: { "paragraph 2": "5" },
    after: ["5"],
  },
  {
    name: "a range whose paragraphs all moved",
    before: "abcdef",
    now: "nabcdef",
    cited: ["2-4"],
    asked: ["paragraph 2 moved → 3", "paragraph 3 moved → 4", "paragraph 4 moved → 5"],
    after: ["3-5"],
  },
  {
    name: "a range that a paragraph joined",
    before: "abcdef",
    now: "abncdef",
    cited: ["2-4"],
    asked: ["paragraph 3 moved → 4", "paragraph 4 moved → 5", "range 2-4 → 2-5"],
    answers: { "range 2-4": "2-5" },
    after: ["2-5"],
  },
  {
    name: "a range whose last paragraph is gone",
    before: "abcdef",
    now: "abcmef",
    cited: ["2-4"],
    asked: ["paragraph 4 lost", "range 2-4 → 2-3"],
    answers: { "paragraph 4": "gone", "range 2-4": "2-3" },
    after: ["2-3"],
  },
  {
    name: "a range whose middle is what a person says it is",
    before: "abcdef",
    now: "abmdef",
    cited: ["2-4"],
    asked: ["paragraph 3 lost", "range 2-4 → 2-4"],
    answers: { "paragraph 3": "3" },
    after: ["2-4"],
  },
];

describe("when a source is settled, every citation names the words it was decided to name, and nothing is left", () => {
  test.each(cases)("$name", ({ before, now, cited, asked: expected, answers, after }) => {
    const locks = locksOf(written(before, ...cited));
    const changed = written(now, ...cited);
    expect(asked(reviewOf(catalogWith(changed, locks)))).toEqual(expected);
    const { outcome, after: afterwards, catalog } = settled(changed, locks, answers);
    expect(outcome.kind).toBe("settled");
    expect(afterwards).toEqual(written(now, ...after));
    expect(catalog.problems.map(formatProblem)).toEqual([]);
    expect(catalog.warnings.filter(({ rule }) => rule === "place-as-cited")).toEqual([]);
    // The lock is what a build would make of it: nothing is left to add.
    expect([...catalog.locks.values()].map(({ isNew }) => isNew)).toEqual([false]);
    expect(asked(reviewOf(catalog))).toEqual([]);
  });

  test("a following build only adds what is cited for the first time", () => {
    const locks = locksOf(written("abcdef", "3"));
    const { catalog, outcome } = settled(written("nabcdef", "3"), locks);
    const lock = outcome.kind === "settled" ? outcome.locks.get("s") : undefined;
    const later = catalogWith(written("nabcdef", "4", "6"), new Map(lock && [["s", lock]]));
    expect(catalog.problems).toEqual([]);
    expect(later.problems).toEqual([]);
    expect([...(later.locks.get("s")?.lock.cited.keys() ?? [])].sort()).toEqual(["4", "6"]);
  });

  test("its old address leads on, and what happened is in the history", () => {
    const { outcome } = settled(written("naBcdef", "2"), locksOf(written("abcdef", "2")), { "paragraph 2": "3" });
    const lock = outcome.kind === "settled" ? outcome.locks.get("s") : undefined;
    expect(lock?.aliases).toEqual(new Map([["2", "3"]]));
    expect(lock?.history.map(({ kind, label }) => [kind, label].filter(Boolean).join(" "))).toEqual([
      "imported",
      "changed",
      "accepted 3",
      "re-pointed 3",
    ]);
  });
});

describe("what is open keeps a source from being written", () => {
  test.each([
    ["an edited paragraph", "aBcdef", ["2"], {}, ["paragraph 2"]],
    ["one of several", "aBcmef", ["2", "4"], { "paragraph 2": "2" }, ["paragraph 4"]],
    ["a range whose paragraphs are answered", "abncdef", ["2-4"], {}, ["range 2-4"]],
  ])("%s", (_, now, cited, answers, open) => {
    const { outcome } = settled(written(now, ...cited), locksOf(written("abcdef", ...cited)), answers);
    expect(outcome.kind === "open" && outcome.questions.map(({ key }) => key)).toEqual(open);
  });

  test("what cannot be read may cite it too", () => {
    const locks = locksOf(written("abcdef", "2"));
    const { library } = catalogWith(written("nabcdef", "2"), locks);
    const problem = { place: { path: "briefs/y.md", line: 1, column: 1 }, rule: "tag-closed", message: "M." } as const;
    const catalog = { ...catalogWith(written("nabcdef", "2"), locks), library: { ...library, problems: [problem] } };
    expect(settle(catalog, "s", new Map(), "2026-04-01")).toEqual({ kind: "unread", problems: [problem] });
  });
});

describe("a paragraph that is gone", () => {
  test("keeps its address and its words, and each of its citations is a problem until it is taken out", () => {
    const locks = locksOf(written("abcdef", "2", "6"));
    const { outcome, catalog } = settled(written("abcdem", "2", "6"), locks, { "paragraph 6": "gone" });
    expect(outcome.kind === "settled" && outcome.orphans.map(({ part }) => part.from)).toEqual(["6"]);
    expect(rulesOf(catalog)).toEqual(["10:19 citation-locked"]);
    expect(outcome.kind === "settled" && [...(outcome.locks.get("s")?.gone.keys() ?? [])]).toEqual(["6"]);
  });

  test("is refused while its number is that of another cited paragraph: its citations would pass", () => {
    const locks = locksOf(written("abcdef", "2", "3"));
    const changed = written("acdef", "2", "3");
    const { outcome } = settled(changed, locks, { "paragraph 2": "gone", "paragraph 3": "2" });
    expect(outcome.kind === "number-taken" && outcome.notes.map(({ citation }) => citation.note)).toEqual([1]);
  });

  test("is refused while its number is any other paragraph's, where it was never published and leaves no trace", () => {
    const draft = (letters: string): Written => ({ ...written(letters, "2", "6"), drafts: true });
    const { outcome } = settled(draft("abcdem"), locksOf(draft("abcdef")), { "paragraph 6": "gone" });
    expect(outcome.kind === "number-taken" && outcome.notes.map(({ part }) => part.from)).toEqual(["6"]);
  });

  test("needs no answer when nobody cites it any more", () => {
    const locks = locksOf(written("abcdef", "2", "4"));
    const { outcome, catalog } = settled(written("acdef", "4"), locks);
    expect(catalog.problems).toEqual([]);
    expect(outcome.kind === "settled" && [...(outcome.locks.get("s")?.gone.keys() ?? [])]).toEqual(["2"]);
  });
});

describe("a citation whose number may mean either of two paragraphs", () => {
  const citationAt = (line: number, pinpoint: string) => `citation briefs/x.md:${line}:19 ${pinpoint}`;

  test("cited again since it moved: all of the document that cite it are asked about", () => {
    const locks = locksOf(written("abcdef", "3"));
    const changed = written("nabcdef", "3", "3");
    expect(asked(reviewOf(catalogWith(changed, locks)))).toEqual([
      "paragraph 3 moved → 4",
      `${citationAt(8, "3")} again`,
      `${citationAt(10, "3")} again`,
    ]);
    const { after, catalog } = settled(changed, locks, { [citationAt(8, "3")]: "3", [citationAt(10, "3")]: "former" });
    expect(after).toEqual(written("nabcdef", "3", "4"));
    expect(catalog.problems.map(formatProblem)).toEqual([]);
  });

  test("cited for the first time where something has moved", () => {
    const locks = locksOf(written("abcdef", "3"));
    const changed = written("nabcdef", "3", "5");
    expect(asked(reviewOf(catalogWith(changed, locks)))).toEqual([
      "paragraph 3 moved → 4",
      `${citationAt(10, "5")} moved`,
    ]);
    expect(settled(changed, locks, { [citationAt(10, "5")]: "6" }).after).toEqual(written("nabcdef", "4", "6"));
    const { after, catalog } = settled(changed, locks, { [citationAt(10, "5")]: "5" });
    expect(after).toEqual(written("nabcdef", "4", "5"));
    expect(catalog.problems).toEqual([]);
  });

  test("a new range whose ends have changed places has no place to follow to", () => {
    const locks = locksOf(written("abcdef", "4"));
    const changed = written("ncdbaef", "4", "1-2");
    const [, question] = questionsOf(reviewOf(catalogWith(changed, locks)));
    expect(question?.kind === "citation" && [question.why, question.former, question.today]).toEqual([
      "moved",
      undefined,
      { from: "1", to: "2" },
    ]);
  });

  test("cited for the first time where its number names what it always did: nothing is asked", () => {
    const locks = locksOf(written("abcdef", "5"));
    const { after, catalog } = settled(written("abcdnef", "5", "2"), locks);
    expect(after).toEqual(written("abcdnef", "6", "2"));
    expect(catalog.problems).toEqual([]);
  });

  test("cited under a number that other words left", () => {
    const before = locksOf(written("abcdef", "3"));
    const moved = settled(written("nabcdef", "3"), before);
    const locks = new Map([...before, ...(moved.outcome.kind === "settled" ? moved.outcome.locks : [])]);
    const changed = written("nabcdef", "4", "3");
    expect(asked(reviewOf(catalogWith(changed, locks)))).toEqual([`${citationAt(10, "3")} retired → 3`]);
    const key = citationAt(10, "3");
    for (const [answer, after] of [
      ["3", "3"],
      ["former", "4"],
    ] as const) {
      const { after: afterwards, catalog } = settled(changed, locks, { [key]: answer });
      expect(afterwards).toEqual(written("nabcdef", "4", after));
      expect(catalog.problems.map(formatProblem)).toEqual([]);
    }
  });
});

describe("one pinpoint for two sources", () => {
  const both = (s: string, t: string, pinpoint: number): Written => ({
    sources: { s, t },
    briefs: { x: `{% quote "s", ${pinpoint}, beside="t" %}` },
  });

  test("both are settled where both have moved alike", () => {
    const { outcome, after, catalog } = settled(both("nabcd", "nabcd", 2), locksOf(both("abcd", "abcd", 2)));
    expect(outcome.kind === "settled" && [...outcome.locks.keys()]).toEqual(["s", "t"]);
    expect(after).toEqual(both("nabcd", "nabcd", 3));
    expect(catalog.problems).toEqual([]);
  });

  test.each([
    ["has not moved", "abcd"],
    ["has moved elsewhere", "nmabcd"],
    ["is open itself", "naBcd"],
  ])("neither is written where the other %s", (_, other) => {
    const { outcome } = settled(both("nabcd", other, 2), locksOf(both("abcd", "abcd", 2)));
    expect(outcome.kind === "shared" && outcome.other).toBe("t");
  });
});

test("settling twice is the same as once", () => {
  const locks = locksOf(written("abcdef", "3"));
  const { outcome, after } = settled(written("nabcdef", "3"), locks);
  if (outcome.kind !== "settled") throw new Error(outcome.kind);
  const again = settled(after, outcome.locks);
  expect(again.after).toEqual(after);
  const texts = [outcome, again.outcome].map((one) => one.kind === "settled" && one.locks.get("s"));
  expect(texts[1] && writeLock(texts[1])).toBe(texts[0] && writeLock(texts[0]));
});
