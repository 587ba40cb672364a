import { describe, expect, test } from "vitest";
import type { CitedEntry, SourceLock } from "../../../lib/core/anchoring/lock.ts";
import { renewLock, type CitedSource } from "../../../lib/core/anchoring/renew-lock.ts";
import { changedFile, label, lockOf, paragraphsOf } from "./locks.ts";

const text = "The same words stood in two places of the survey before it was shortened.";
const entry: CitedEntry = { text, headings: [], quotations: [], accepted: "2026-03-05", published: true };

describe("what was changed or moved is told to readers", () => {
  const edited = text.replace("shortened", "printed");
  const source = (isPublic: boolean): CitedSource => ({
    hash: changedFile,
    paragraphs: paragraphsOf(["A new paragraph.", edited]),
    headingsOf: () => [],
    cited: new Map([[label("2"), { quotations: [], isPublic }]]),
    ranges: new Map(),
    citations: [],
  });

  test.each([
    ["of what was published", true, true, ["imported", "changed", "accepted", "re-pointed"]],
    [
      "of what was published, and only a draft cites now",
      true,
      false,
      ["imported", "changed", "accepted", "re-pointed"],
    ],
    ["not of what only a draft cites", false, false, ["imported", "changed"]],
    ["not of what only a draft cited so far", false, true, ["imported", "changed"]],
  ])("%s", (_, published, isPublic, expected) => {
    const old: SourceLock = {
      ...lockOf(paragraphsOf([text])),
      cited: new Map([[label("1"), { ...entry, published }]]),
      history: [{ date: "2026-03-05", kind: "imported" }],
    };
    const decisions = new Map([[label("1"), { kind: "is", label: label("2") } as const]]);
    const { history, cited } = renewLock(old, decisions, source(isPublic), "2026-03-06");
    expect(history.map(({ kind }) => kind)).toEqual(expected);
    expect(cited.get(label("2"))?.text).toBe(edited);
  });
});

describe("two paragraphs that became one are known to readers when either was", () => {
  test.each([
    ["the first", true, false],
    ["the second", false, true],
  ])("%s was published", (_, first, second) => {
    const old = {
      ...lockOf(paragraphsOf([text, text])),
      cited: new Map([
        [label("1"), { ...entry, published: first }],
        [label("2"), { ...entry, published: second }],
      ]),
    };
    const decisions = new Map(["1", "2"].map((one) => [label(one), { kind: "is", label: label("1") }] as const));
    const source = {
      hash: changedFile,
      paragraphs: paragraphsOf([text]),
      headingsOf: () => [],
      cited: new Map([[label("1"), { quotations: [], isPublic: false }]]),
      ranges: new Map(),
      citations: [],
    };
    expect(renewLock(old, decisions, source, "2026-03-06").cited.get(label("1"))?.published).toBe(true);
  });
});
