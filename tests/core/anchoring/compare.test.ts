import { describe, expect, test } from "vitest";
import { brief, court, deadline, document, numbers, order, returns, short, stateAfter } from "./comparing.ts";

describe("text that stands once", () => {
  test.each([
    ["where it was", document, "ok"],
    ["where it was, while one neighbour changed", ["Another.", deadline, numbers, returns], "ok"],
    ["where it was, while the other neighbour changed", [order, deadline, "Another.", returns], "ok"],
    ["where it was, while both neighbours changed", ["One.", deadline, "Another.", returns], "moved-unsure 2"],
    ["further down with both neighbours", [court, order, deadline, numbers, returns], "moved 3"],
    ["further down with one neighbour", [court, order, deadline, "New.", returns], "moved 3"],
    ["elsewhere between others", [order, numbers, returns, deadline], "moved-unsure 4"],
    ["alone", [deadline], "moved-unsure 1"],
  ])("%s", (_, after, expected) => {
    expect(brief(stateAfter(document, "2", after))).toBe(expected);
  });

  test.each([
    ["with white space only changed", [order.replace("June the", "June\u00A0 the"), deadline], "ok"],
    ["with a digit changed", [order.replace("30", "31"), deadline], "edited 1"],
    ["with its case changed", [order.toUpperCase(), deadline], "edited 1"],
    ["with a word more", [order.replace("were", "were certainly"), deadline], "edited 1"],
  ])("%s", (_, after, expected) => {
    expect(brief(stateAfter([order, deadline], "1", after))).toBe(expected);
  });
});

describe("at the ends of a document", () => {
  test.each([
    ["the first paragraph, with the second the same", [order, deadline, court], "1", [order, deadline], "ok"],
    [
      "the first paragraph, with the second changed",
      [order, deadline, court],
      "1",
      [order, numbers, court],
      "moved-unsure 1",
    ],
    [
      "the first paragraph that is no longer first, with the second the same",
      [order, deadline],
      "1",
      [court, order, deadline],
      "moved 2",
    ],
    ["a short first paragraph, with the second the same", [short, order], "1", [short, order, court], "ok"],
    ["a short first paragraph that is no longer first", [short, order], "1", [court, short, order], "moved-unsure 2"],
    ["a short last paragraph, with the one before the same", [order, short], "2", [order, short], "ok"],
    ["a short last paragraph that is no longer last", [order, short], "2", [order, short, court], "moved-unsure 2"],
    ["a document's only paragraph", [order], "1", [order], "ok"],
    ["a document's only paragraph, with another behind it", [order], "1", [order, court], "moved-unsure 1"],
  ])("%s", (_, before, cited, after, expected) => {
    expect(brief(stateAfter(before, cited, after))).toBe(expected);
  });
});

describe("a single neighbour that stands more than once", () => {
  const before = [court, order, short, returns, numbers, short];
  test.each([
    [
      "counts with all up to the next paragraph that does not",
      [deadline, order, short, returns, numbers, short],
      "2",
      "ok",
    ],
    ["counts with all up to the end", [court, order, short, returns, deadline, numbers, short], "5", "moved 6"],
    [
      "does not count where another follows it",
      [deadline, order, short, numbers, returns, short],
      "2",
      "moved-unsure 2",
    ],
    ["does not count elsewhere", [court, short, numbers, order, returns, short, deadline], "5", "moved-unsure 3"],
    ["counts together with the other", [deadline, court, order, short, numbers], "2", "moved 3"],
  ])("%s", (_, after, cited, expected) => {
    expect(brief(stateAfter(before, cited, after))).toBe(expected);
  });
});

describe("a short paragraph needs both neighbours", () => {
  test.each([
    ["both the same", [court, order, short, deadline], "moved 3"],
    ["one the same", [court, order, short, numbers], "moved-unsure 3"],
    ["the other the same", [court, numbers, short, deadline], "moved-unsure 3"],
  ])("%s", (_, after, expected) => {
    expect(brief(stateAfter([order, short, deadline], "2", after))).toBe(expected);
  });
});

describe("text that stands more than once", () => {
  const twins = [order, short, deadline, short, numbers];
  test.each([
    ["with the whole run the same", twins, "4", [...twins, court], "ok"],
    ["with the run moved as a whole", twins, "4", [court, ...twins], "moved 5"],
    ["with a change in the next run only", twins, "2", [order, short, deadline, numbers], "ok"],
    ["with another twin in its run", twins, "2", [order, short, short, deadline, short, numbers], "ambiguous 2 3"],
    [
      "with an anchor gone, while the other twin is known to be another's",
      twins,
      "2",
      [order, short, court, short, numbers],
      "moved-unsure 2",
    ],
    ["of which one is left", twins, "2", [court, short, returns], "moved-unsure 2"],
    [
      "after a second was put in elsewhere",
      [order, short, deadline, numbers],
      "2",
      [order, short, deadline, short, numbers],
      "ok",
    ],
    [
      "after a second was put in beside it",
      [order, short, deadline],
      "2",
      [order, short, short, deadline],
      "ambiguous 2 3",
    ],
    ["in a document of nothing else", [short, short, short], "2", [short, short, short], "ok"],
    ["in a document of nothing else, with one more", [short, short], "2", [short, short, short], "ambiguous 2 3"],
    [
      "with one edited, where the other is known to be another's",
      twins,
      "2",
      [order, "It was so resolved.", deadline, short, numbers],
      "edited 2",
    ],
  ])("%s", (_, before, cited, after, expected) => {
    expect(brief(stateAfter(before, cited, after))).toBe(expected);
  });

  test("at most three are shown", () => {
    const state = stateAfter([order, short], "2", [short, short, order, short, short, short]);
    expect(brief(state)).toBe("ambiguous 4 2 1");
  });
});
