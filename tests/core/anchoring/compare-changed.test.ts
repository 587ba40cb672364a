import { describe, expect, test } from "vitest";
import { compareWithLock } from "../../../lib/core/anchoring/compare.ts";
import type { Fingerprint } from "../../../lib/core/anchoring/fingerprint.ts";
import { brief, court, deadline, document, numbers, options, order, returns, short, stateAfter } from "./comparing.ts";
import { label, lockedFile, lockOf, paragraphsOf } from "./locks.ts";

describe("changed text", () => {
  test("the likeliest is suggested, with its score and both texts", () => {
    const after = deadline.replace("31 March", "1 April");
    expect(stateAfter(document, "2", [order, after, numbers, returns])).toEqual({
      kind: "edited",
      to: "2",
      score: expect.closeTo(0.855, 2) as number,
      before: deadline,
      after,
    });
  });

  test.each([
    ["edited and moved", [deadline.replace("told", "asked"), numbers, order], "edited 1"],
    ["merged with the next", [order, `${deadline} ${numbers}`, returns], "edited 2"],
    ["gone", [order, numbers, returns], "lost"],
    ["split in halves", [order, deadline.slice(0, 38).trim(), deadline.slice(39), numbers], "ambiguous 3 2"],
    [
      "split in a large part and a small",
      [order, deadline.slice(0, -12).trim(), deadline.slice(-12), numbers],
      "edited 2",
    ],
    ["like two new paragraphs", [order, deadline.replace("31", "30"), deadline.replace("31", "29")], "ambiguous 2 3"],
  ])("%s", (_, after, expected) => {
    expect(brief(stateAfter(document, "2", after))).toBe(expected);
  });

  test("a paragraph that another's text claims is never suggested", () => {
    const twin = deadline.replace("31", "30");
    expect(brief(stateAfter([order, deadline, twin], "2", [order, twin]))).toBe("lost");
  });

  test("of equals, the one between the same neighbours is shown first", () => {
    const [one, other] = [deadline.replace("31", "30"), deadline.replace("31", "29")];
    expect(brief(stateAfter(document, "2", [one, order, other, numbers]))).toBe("ambiguous 3 1");
  });
});

describe("the search budget", () => {
  const edited = document.map((text) => text.replace(".", " again."));
  test.each([
    ["none", 0, ["skipped", "skipped", "skipped", "skipped"]],
    ["not enough for the first", 1, ["skipped", "skipped", "skipped", "skipped"]],
    ["enough", 100, ["edited", "edited", "edited", "edited"]],
  ])("%s", (_, budget, expected) => {
    const { paragraphs } = compareWithLock(lockOf(paragraphsOf(document)), paragraphsOf(edited), {
      ...options,
      budget,
    });
    expect([...paragraphs.values()].map(({ kind }) => kind)).toEqual(expected);
  });

  test("what has not changed costs nothing", () => {
    const { paragraphs } = compareWithLock(lockOf(paragraphsOf(document)), paragraphsOf(document), {
      ...options,
      budget: 0,
    });
    expect([...paragraphs.values()].every(({ kind }) => kind === "ok")).toBe(true);
  });
});

describe("the same file", () => {
  const sameFile = { ...options, sourceHash: lockedFile };

  test("all is ok, even what no surroundings could show", () => {
    const lock = lockOf(paragraphsOf([short, short]));
    expect([...compareWithLock(lock, paragraphsOf([short, short]), sameFile).paragraphs.values()]).toEqual([
      { kind: "ok" },
      { kind: "ok" },
    ]);
  });

  test("a text that is read out of it differently is not ok", () => {
    const { paragraphs } = compareWithLock(
      lockOf(paragraphsOf(document)),
      paragraphsOf(document.with(1, court)),
      sameFile,
    );
    expect([...paragraphs.values()].map(({ kind }) => kind)).toEqual(["moved-unsure", "lost", "ok", "ok"]);
  });
});

describe("a lock whose parts disagree proves nothing", () => {
  const paragraphs = paragraphsOf(document);
  const lock = lockOf(paragraphs);

  test("a fingerprint that is not that of the text", () => {
    const other = {
      ...lock,
      paragraphs: lock.paragraphs.with(1, { label: label("2"), fingerprint: "0".repeat(32) as Fingerprint }),
    };
    expect(brief(compareWithLock(other, paragraphs, options).paragraphs.get(label("2")))).toBe("moved-unsure 2");
  });

  test("a text that is not that of the fingerprint", () => {
    const entry = { text: court, headings: [], quotations: [], accepted: "2026-03-05", published: true };
    const other = { ...lock, cited: new Map([[label("2"), entry]]) };
    expect(brief(compareWithLock(other, paragraphs, options).paragraphs.get(label("2")))).toBe("lost");
  });

  test("a cited label that is not among the paragraphs", () => {
    const other = { ...lock, paragraphs: lock.paragraphs.toSpliced(1, 1) };
    expect(brief(compareWithLock(other, paragraphs, options).paragraphs.get(label("2")))).toBe("moved-unsure 2");
  });
});

test("labels that JavaScript knows are labels like others", () => {
  const paragraphs = paragraphsOf([`constructor|${order}`, `toString|${deadline}`]);
  const state = compareWithLock(lockOf(paragraphs), paragraphs, options).paragraphs.get(label("constructor"));
  expect(state).toEqual({ kind: "ok" });
});
