import { describe, expect, test } from "vitest";
import type { SourceLock } from "../../../lib/core/anchoring/lock.ts";
import type { Catalog, CatalogOptions } from "../../../lib/core/catalog/catalog.ts";
import { formatProblem } from "../../../lib/core/problem.ts";
import { withoutDrafts } from "../../../lib/core/catalog/drafts.ts";
import { briefNamed, catalogOf, today } from "../support/catalogs.ts";
import { briefHead, briefOf, sourceFrom } from "../support/documents.ts";

const one = "The first paragraph speaks of the harbour, its two gates and the tide tables.";
const two = "In the second, the committee counts 1,204 vessels between March and September.";
const three = "A third paragraph grants the pilots a fee of nine crowns for each vessel.";
const four = "Nobody may enter the fourth basin without a written leave from the master.";
const five = "Fifth and last, the ordinance takes effect on the day after its publication.";
const all = [one, two, three, four, five];

function library(
  paragraphs: readonly string[],
  bodies: readonly string[],
  lock?: SourceLock,
  options?: CatalogOptions,
) {
  const { source } = sourceFrom(paragraphs.join("\n\n"));
  const briefs = bodies.map((body, index) => briefNamed(`brief-${index + 1}`, body));
  return catalogOf([source], briefs, [], new Map(lock ? [["report", lock]] : []), options);
}

/** What was locked when these paragraphs were cited in this way. */
function lockedAs(paragraphs: readonly string[], ...bodies: string[]): SourceLock {
  const lock = library(paragraphs, bodies).locks.get("report")?.lock;
  if (!lock) throw new Error("nothing was cited");
  return lock;
}

const cite = (pinpoint: string | number, options = "") =>
  `Claim.{% cite "report", ${typeof pinpoint === "number" ? pinpoint : `"${pinpoint}"`}${options} %}`;

/** Problems and warnings as `brief:line:column rule`, each with its message. */
function found({ problems, warnings }: Catalog) {
  const lines = (list: typeof problems) => list.map((problem) => formatProblem(problem).replace(/^briefs\//, ""));
  return { problems: lines(problems), warnings: lines(warnings) };
}

function labelsOf(catalog: Catalog): string[] {
  return [...catalog.verified.values()].flat().flatMap((one) => one?.paragraphs.map(({ label }) => label) ?? []);
}

describe("the first citation of a source makes its lock", () => {
  const lock = lockedAs(all, cite(2, ', quote="1,204 vessels"'), cite("3-4"), cite(2));

  test("with every paragraph cited, in full, and the words quoted from it", () => {
    expect([...lock.cited].map(([label, entry]) => [label, entry.text, entry.quotations, entry.accepted])).toEqual([
      ["2", two, ["1,204 vessels"], "2026-03-05"],
      ["3", three, [], "2026-03-05"],
      ["4", four, [], "2026-03-05"],
    ]);
  });

  test("with all paragraphs, ranges, and who cites what how often", () => {
    expect(lock.paragraphs).toHaveLength(5);
    expect([...lock.ranges]).toEqual([["3-4", ["3", "4"]]]);
    expect(lock.citations).toEqual([
      { document: "briefs/brief-1.md", pinpoint: "2", times: 1 },
      { document: "briefs/brief-2.md", pinpoint: "3-4", times: 1 },
      { document: "briefs/brief-3.md", pinpoint: "2", times: 1 },
    ]);
    expect(lock.history).toEqual([{ date: "2026-03-05", kind: "imported" }]);
  });

  test("which a build may write, and may not write again", () => {
    expect(library(all, [cite(2)]).locks.get("report")?.isNew).toBe(true);
    expect(library(all, [cite(2)], lockedAs(all, cite(2))).locks.get("report")?.isNew).toBe(false);
  });

  test("and a source that nobody cites has none", () => {
    expect(library(all, ["Nothing."]).locks.size).toBe(0);
  });
});

describe("where nothing may be written", () => {
  const frozen = { ...today, frozen: true };

  test("a citation that the lock holds passes", () => {
    expect(found(library(all, [cite(2)], lockedAs(all, cite(2)), frozen)).problems).toEqual([]);
  });

  test.each([
    ["without a lock", undefined, cite(2)],
    ["of another paragraph", lockedAs(all, cite(1)), cite(2)],
    ["of a range of which only the paragraphs are held", lockedAs(all, cite("2, 3")), cite("2-3")],
  ])("a citation %s is a problem", (_, lock, body) => {
    const { problems } = found(library(all, [body], lock, frozen));
    expect(problems).toHaveLength(1);
    expect(problems[0]).toMatch(/^brief-1\.md:8:25 {2}citation-locked {2}The lock of "report" does not hold/);
  });

  test("a citation of nothing is told so, and not that it is not locked", () => {
    expect(found(library(all, [cite(9)], undefined, frozen)).problems[0]).toContain("pinpoint-exists");
  });
});

describe("a paragraph that moved", () => {
  const inserted = [
    one,
    "A new paragraph about the lighthouse was put in here by an amendment.",
    two,
    three,
    four,
    five,
  ];
  const lock = lockedAs(all, cite(3), cite("2-3"));

  test("passes, is listed, and leads to where it is", () => {
    const catalog = library(inserted, [cite(3), cite("2-3")], lock);
    expect(labelsOf(catalog)).toEqual(["4", "3", "4"]);
    expect(found(catalog).problems).toEqual([]);
    expect(found(catalog).warnings).toEqual([
      expect.stringMatching(/^brief-1\.md:8:25 {2}place-as-cited {2}¶3 of "report", which note 1 cites, is ¶4 now/),
      expect.stringMatching(/^brief-2\.md:8:25 {2}place-as-cited {2}¶2-3 of "report", which note 1 cites, is ¶3-4 now/),
    ]);
  });

  test("keeps its old address, which no other paragraph takes", () => {
    const current = library(inserted, [cite(3), cite("2-3")], lock).locks.get("report");
    expect([...(current?.lock.aliases ?? [])]).toEqual([
      ["3", "4"],
      ["2", "3"],
    ]);
    expect(current?.isNew, "a person has to confirm it").toBe(false);
  });

  test("lets nobody cite its old number again, which now means two things", () => {
    const { problems } = found(library(inserted, [`${cite(3)} ${cite(3, ', as="disputes"')}`, cite("2-3")], lock));
    expect(problems).toEqual([
      expect.stringMatching(/^brief-1\.md:8:54 {2}citation-locked {2}¶3 of "report" has moved/),
    ]);
    expect(found(library(inserted, [cite(3), cite("2-3"), cite(3)], lock)).problems).toEqual([
      expect.stringMatching(/^brief-3\.md:8:25 {2}citation-locked/),
    ]);
  });

  test.each([
    ["one whose number meant other words before", 5, "its number meant other words"],
    ["one whose number meant nothing before", 6, "cannot be recorded before what has moved"],
    ["one whose number means what it did", 1, "cannot be recorded before what has moved"],
    ["a range whose numbers meant nothing before", "6-7", "cannot be recorded before what has moved"],
  ])("lets nothing be cited that would go unrecorded: %s", (_, pinpoint, expected) => {
    const longer = [...inserted, "A seventh paragraph names those who signed the ordinance."];
    const { problems } = found(library(longer, [cite(3), cite("2-3"), cite(pinpoint)], lock));
    expect(problems).toEqual([expect.stringMatching(/^brief-3\.md:8:25 {2}citation-locked/)]);
    expect(problems[0]).toContain(expected);
  });

  test("does not matter where its number is not cited any more", () => {
    const catalog = library(inserted, [cite(1)], lock);
    expect(found(catalog)).toEqual({ problems: [], warnings: [] });
    const current = catalog.locks.get("report");
    expect([...(current?.lock.aliases ?? [])]).toEqual([
      ["3", "4"],
      ["2", "3"],
    ]);
    expect(current?.isNew).toBe(true);
  });
});

describe("what is not as it was cited is a problem that names the note", () => {
  const lock = lockedAs(all, `${cite(1)} ${cite(3)}`, cite("2-4"));
  const edited = (index: number, text: string) => all.map((paragraph, at) => (at === index ? text : paragraph));

  test.each([
    [
      "an edited number",
      edited(2, three.replace("nine", "ten")),
      [
        'brief-1.md:8:54 text-as-cited ¶3 of "report" is not what note 2 cites any more. Where "…the pilots a fee of nine crowns',
        'brief-2.md:8:25 text-as-cited ¶3 of "report" is not what note 1 cites any more',
      ],
    ],
    [
      "a paragraph that is gone",
      [one, two, four, five],
      [
        'brief-1.md:8:54 text-as-cited What note 2 cites as ¶3 of "report" is gone',
        'brief-2.md:8:25 text-as-cited What note 1 cites as ¶3 of "report" is gone',
      ],
    ],
    [
      "one more within a range",
      [one, two, three, "Between the third and the fourth stands a paragraph about lighters.", four, five],
      [
        'brief-2.md:8:25 range-as-cited The range that note 1 cites of "report" no longer holds the same paragraphs. It held ¶2, ¶3, ¶4, and now holds ¶2, ¶3, ¶4, ¶5.',
      ],
    ],
    [
      "the same words in other surroundings",
      [
        "Other words stand at the head of this text.",
        "More other words follow upon them.",
        two,
        three,
        four,
        five,
        one,
      ],
      ['brief-1.md:8:25 place-as-cited The words of ¶1 of "report", which note 1 cites, stand in ¶7 now'],
    ],
  ])("%s", (_, paragraphs, expected) => {
    const { problems } = found(library(paragraphs, [`${cite(1)} ${cite(3)}`, cite("2-4")], lock));
    expect(problems.map((line) => line.replace(/ {2}/g, " "))).toEqual(
      expected.map((start): unknown => expect.stringContaining(start)),
    );
  });

  test("and no lock is made of it", () => {
    expect(library(edited(2, "All is new."), [cite(3)], lock).locks.size).toBe(0);
  });

  test("unless nobody cites it: then its address says that it is gone", () => {
    const catalog = library([one, two, four, five], [cite(1)], lock);
    expect(catalog.problems).toEqual([]);
    const current = catalog.locks.get("report")?.lock;
    expect(Array.from(current?.gone ?? [], ([label, { text }]) => [label, text])).toEqual([["3", three]]);
    expect(current?.history).toContainEqual({ date: "2026-03-05", kind: "gone", label: "3" });
  });
});

describe("a number whose address belongs to other words", () => {
  const lock: SourceLock = { ...lockedAs(all, cite(1)), aliases: new Map([["3" as never, "1" as never]]) };

  test.each([
    ["3", cite(3)],
    ["3", cite("2-3")],
  ])("is not cited anew without a person's word: ¶%s", (label, body) => {
    expect(found(library(all, [cite(1), body], lock)).problems).toEqual([
      expect.stringContaining(
        `¶${label} of "report", which note 1 cites, was the number of the paragraph that is ¶1 now`,
      ),
    ]);
  });
});

test("a range from a paragraph to itself is that paragraph", () => {
  const lock = lockedAs(all, cite("2-2"));
  expect([...lock.ranges]).toEqual([]);
  expect(found(library(all, [cite("2-2")], lock, { ...today, frozen: true })).problems).toEqual([]);
});

test("a source of which something uncited changed has its lock brought up to date", () => {
  const lock = lockedAs(all, cite(1));
  const current = library([one, two, three, four, "The fifth was written anew."], [cite(1)], lock).locks.get("report");
  expect(current?.isNew).toBe(true);
  expect(current?.lock.history.map(({ kind }) => kind)).toEqual(["imported", "changed"]);
  expect(current?.lock.cited.get("1" as never)?.accepted).toBe("2026-03-05");
});

describe("what only a draft cites", () => {
  const draft = briefOf(`${briefHead.replace("published", "draft")}${cite(3)}\n`, "draft").brief;
  const { source } = sourceFrom(all.join("\n\n"));
  const catalog = catalogOf([source], [briefNamed("brief", cite(1)), draft]);
  const lock = catalog.locks.get("report")?.lock;

  test("is in the lock, and readers are not told", () => {
    expect([...(lock?.cited.keys() ?? [])]).toEqual(["1", "3"]);
    expect([...(withoutDrafts(catalog).locks.get("report")?.lock.cited.keys() ?? [])]).toEqual(["1"]);
  });

  test.each([
    ["moved", [one, two, "Something new was put in here, about the lighthouse.", three, four, five]],
    ["gone", [one, two, four, five]],
  ])("leaves no trace when it is %s and the draft cites it no more", (_, paragraphs) => {
    const { locks } = library(paragraphs, [cite(1)], lock);
    const current = locks.get("report")?.lock;
    expect([current?.cited.size, current?.aliases.size, current?.gone.size]).toEqual([1, 0, 0]);
    expect(JSON.stringify(current?.history)).not.toContain("crowns");
  });

  test.each([
    ["that has moved", 1],
    ["beside another that has moved", 3],
  ])("is not published unrecorded: a paragraph %s", (_, at) => {
    const known = briefNamed("brief-1", cite(4));
    const before = catalogOf(
      [source],
      [known, briefOf(`${briefHead.replace("published", "draft")}${cite(2)}\n`, "brief-2").brief],
    );
    const inserted = [...all.slice(0, at), "Something new was put in here, about the lighthouse.", ...all.slice(at)];
    const { problems } = found(library(inserted, [cite(4), cite(2)], before.locks.get("report")?.lock));
    expect(problems).toEqual([expect.stringMatching(/^brief-2.*citation-locked.*was cited by drafts only/)]);
  });

  test("becomes known when it is published", () => {
    const published = library(all, [cite(1), cite(3)], lock).locks.get("report");
    expect(published?.lock.cited.get("3" as never)?.published).toBe(true);
    expect(published?.isNew).toBe(true);
  });
});
