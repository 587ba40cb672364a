import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { cutList, listOf, listPagePath } from "../../../lib/core/list/list-page.ts";
import { pageWays } from "../../../lib/core/list/page-ways.ts";

describe("a list is cut into pages", () => {
  test.each([
    ["an empty list has one page", "", ["/l/ 1/1 0–0 of 0 "]],
    ["a short list has one page", "ab", ["/l/ 1/1 1–2 of 2 ab"]],
    ["a list that fills its page has one page", "abc", ["/l/ 1/1 1–3 of 3 abc"]],
    ["one item more makes a second page", "abcd", ["/l/ 1/2 1–3 of 4 abc", "/l/page/2/ 2/2 4–4 of 4 d"]],
    [
      "pages are counted from one",
      "abcdefg",
      ["/l/ 1/3 1–3 of 7 abc", "/l/page/2/ 2/3 4–6 of 7 def", "/l/page/3/ 3/3 7–7 of 7 g"],
    ],
  ])("%s", (_, letters, expected) => {
    const pages = cutList("/l/", Array.from(letters), 3).map(
      ({ path, number, count, first, last, total, items }) =>
        `${path} ${number}/${count} ${first}–${last} of ${total} ${items.join("")}`,
    );
    expect(pages).toEqual(expected);
  });

  test("each item stands on one page, in order, and no page is longer than it may be", () => {
    const check = fc.property(fc.array(fc.integer()), fc.integer({ min: 1, max: 9 }), (items, length) => {
      const pages = cutList("/l/", items, length);
      expect(pages.flatMap((page) => page.items)).toEqual(items);
      for (const page of pages) {
        expect(page.items.length).toBeLessThanOrEqual(length);
        expect(items.slice(Math.max(0, page.first - 1), page.last)).toEqual(page.items);
      }
    });
    fc.assert(check);
  });
});

describe("a page tells the list that it is of", () => {
  test.each([
    ["/briefs/", "/briefs/"],
    ["/briefs/page/2/", "/briefs/"],
    ["/topics/law/page/31/", "/topics/law/"],
    // A topic may be called "page", and a brief may have any number for a name.
    ["/topics/page/", "/topics/page/"],
    ["/topics/page/page/2/", "/topics/page/"],
    ["/briefs/2/", "/briefs/2/"],
    ["/briefs/page/1/", "/briefs/page/1/"],
    ["/briefs/page/02/", "/briefs/page/02/"],
    ["/homepage/2/", "/homepage/2/"],
  ])("%s is of %s", (path, list) => {
    expect(listOf(path)).toBe(list);
  });

  test("whatever its number", () => {
    const check = fc.property(fc.integer({ min: 1, max: 1e6 }), (number) => {
      expect(listOf(listPagePath("/sources/", number))).toBe("/sources/");
    });
    fc.assert(check);
  });
});

describe("a page links to the first, the last and its neighbours", () => {
  test.each([
    ["1 of 1", ""],
    ["1 of 2", "1 2"],
    ["2 of 3", "1 2 3"],
    ["1 of 9", "1 2 … 9"],
    ["3 of 9", "1 2 3 4 … 9"],
    // One page alone takes no more room than what would stand for it.
    ["4 of 9", "1 2 3 4 5 … 9"],
    ["5 of 9", "1 … 4 5 6 … 9"],
    ["6 of 9", "1 … 5 6 7 8 9"],
    ["9 of 9", "1 … 8 9"],
    ["100 of 200", "1 … 99 100 101 … 200"],
  ])("page %s: %s", (place, expected) => {
    const [number = 0, count = 0] = place.split(" of ").map(Number);
    const { links } = pageWays({ list: "/l/", number, count });
    expect(links.map((one) => (one.kind === "gap" ? "…" : one.number)).join(" ")).toBe(expected);
  });

  test("and following them leads from the first to every page", () => {
    const check = fc.property(fc.integer({ min: 2, max: 40 }), (count) => {
      const reached = new Set([1]);
      for (const number of reached)
        for (const one of pageWays({ list: "/l/", number, count }).links)
          if (one.kind === "page") reached.add(one.number);
      expect(reached.size).toBe(count);
    });
    fc.assert(check);
  });

  test.each([
    ["1 of 1", "", ""],
    ["1 of 3", "", "/l/page/2/"],
    ["2 of 3", "/l/", "/l/page/3/"],
    ["3 of 3", "/l/page/2/", ""],
  ])("page %s follows %j and comes before %j", (place, previous, next) => {
    const [number = 0, count = 0] = place.split(" of ").map(Number);
    expect(pageWays({ list: "/l/", number, count })).toMatchObject({ previous, next });
  });
});
