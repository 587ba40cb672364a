import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { differingPaths, formatProblem, replaceProblems, sortProblems, type Problem } from "../../lib/core/problem.ts";

function problem(path: string, line: number, column: number, more: Partial<Problem> = {}): Problem {
  return { place: { path, line, column }, rule: "tag-known", message: "Wrong.", ...more };
}

test("a problem is one line: place, rule, message", () => {
  expect(formatProblem(problem("briefs/a.md", 14, 23))).toBe("briefs/a.md:14:23  tag-known  Wrong.");
});

test.each([
  ["line breaks", "a\r\nb\n\nc", "a b c"],
  ["escape sequences of terminals", "a\u001B[2Jb\u0007", "a [2Jb"],
  ["separators of Unicode", "a\u2028b\u2029c\u0085d", "a b c d"],
])("%s in a message become spaces", (_, message, expected) => {
  expect(formatProblem(problem("a", 1, 1, { message }))).toBe(`a:1:1  tag-known  ${expected}`);
});

test("a file's name forges no line of the report and turns none around", () => {
  const path = "briefs/a\nbriefs/b.md:1:1  tag-known  \u001B[2J\u202Edm.md";
  expect(formatProblem(problem(path, 1, 1))).toBe(
    "briefs/a briefs/b.md:1:1  tag-known   [2Jdm.md:1:1  tag-known  Wrong.",
  );
});

test("marks of direction are left out of a message, and joiners, which are part of words, are kept", () => {
  const message = "a\u202E\u2066\u200F\u061C\u{E0061}\uFEFF\uFFF9b می\u200Cخواهم";
  expect(formatProblem(problem("a", 1, 1, { message }))).toBe("a:1:1  tag-known  ab می\u200Cخواهم");
});

describe("order", () => {
  test("is by path, line, column and rule, numbers as numbers", () => {
    const sorted = [
      problem("a", 2, 1),
      problem("a", 2, 9),
      problem("a", 2, 10, { rule: "label-valid" }),
      problem("a", 2, 10, { rule: "tag-closed" }),
      problem("a", 10, 1),
      problem("b", 1, 1),
    ];
    expect(sortProblems([...sorted].reverse())).toEqual(sorted);
  });

  test("the same place may have two problems of one rule", () => {
    expect(sortProblems([problem("a", 1, 1, { message: "x" }), problem("a", 1, 1, { message: "y" })])).toHaveLength(2);
  });
});

describe("problems of another state", () => {
  const paths = ["a", "a.b", "b", "c"];
  const some = fc.array(
    fc.record({ path: fc.constantFrom(...paths), line: fc.nat(3), message: fc.constantFrom("One.", "Two.") }),
    { maxLength: 8 },
  );
  const made = some.map((all) => all.map(({ path, line, message }) => problem(path, line, 1, { message })));

  test("are sorted among those of other files as all are that are sorted together", () => {
    const files = fc.uniqueArray(fc.constantFrom(...paths)).map((all) => new Set(all));
    fc.assert(
      fc.property(made, made, files, (before, after, changed) => {
        const own = after.filter(({ place }) => changed.has(place.path));
        const others = before.filter(({ place }) => !changed.has(place.path));
        expect(replaceProblems(sortProblems(before), changed, own)).toEqual(sortProblems([...others, ...own]));
      }),
    );
  });

  test("are others in the files of which not the very same are there", () => {
    fc.assert(
      fc.property(made, made, (all, more) => {
        const [before, after] = [sortProblems(all), sortProblems([...all.filter((_, at) => at % 3 > 0), ...more])];
        const inFile = (list: readonly Problem[], path: string) => list.filter(({ place }) => place.path === path);
        const isSame = (path: string) => {
          const [then, now] = [inFile(before, path), inFile(after, path)];
          return then.length === now.length && then.every((one, at) => one === now[at]);
        };
        expect([...differingPaths(before, after)].sort()).toEqual(paths.filter((path) => !isSame(path)));
      }),
    );
  });
});
