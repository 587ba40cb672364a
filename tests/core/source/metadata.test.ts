import { describe, expect, test } from "vitest";
import { placesOf, sourceFrom } from "../support/documents.ts";

describe("front matter of a source", () => {
  test.each([
    ["an interval is a date", { issued: "2025-04-19/2025-06-30" }, []],
    ["a year is a date", { issued: "2025" }, []],
    ["an interval that runs backwards is none", { issued: "2026/2025" }, ["9:9 front-matter-value"]],
    ["an address needs a scheme", { URL: "e.org/report" }, ["9:6 front-matter-value"]],
    ["an address is no script", { URL: "javascript:alert(1)" }, ["9:6 front-matter-value"]],
    ["a type is one of CSL", { type: "blog" }, ["2:7 front-matter-value"]],
    ["a checksum has 64 digits", { original: "{ name: a.pdf, sha256: abc }" }, ["9:34 front-matter-value"]],
    [
      "an original has no other keys",
      { original: "{ name: a.pdf, size: 5 }" },
      ["9:11 front-matter-value", "9:26 front-matter-key"],
    ],
    ["a flag is one of four", { flags: "[mirror, old]" }, ["9:17 front-matter-value"]],
    ["a key of CSL that is misspelt is unknown", { url: "https://e.org" }, ["9:1 front-matter-key"]],
  ])("%s", (_, keys, expected) => {
    expect(placesOf(sourceFrom("a", keys as Record<string, string>).problems).sort()).toEqual(expected);
  });
});

describe("the full text is shown only when somebody allowed it", () => {
  test.each([
    ["with a licence", { license: "CC-BY-4.0" }, []],
    ["with a permission", { license: "", permission: "The author allowed it by letter." }, []],
    ["never without either", { license: "" }, ["6:9 rights-licensed"]],
    ["never with a licence that is blank", { license: '" "' }, ["6:9 rights-licensed", "7:10 front-matter-value"]],
    ["a digest needs neither", { license: "", rights: "digest" }, []],
    ["an excerpt needs neither", { license: "", rights: "excerpt" }, []],
  ])("%s", (_, keys, expected) => {
    expect(placesOf(sourceFrom("a", keys as Record<string, string>).problems).sort()).toEqual(expected);
  });
});

describe("remarks on single paragraphs", () => {
  test("are found by label", () => {
    const { source, problems } = sourceFrom("a {#x}\n\nb", {
      paragraphs: '{ x: { notice: "Retracted." }, "2": { uses: [opinion] } }',
    });
    expect(problems).toEqual([]);
    expect(source.paragraphs.map(({ notice, uses }) => ({ notice, uses }))).toEqual([
      { notice: "Retracted.", uses: undefined },
      { notice: undefined, uses: ["opinion"] },
    ]);
  });

  test.each([
    ["a label that no paragraph has", '{ "3": { notice: x } }', ["9:20 front-matter-value"]],
    ["a relation that is not known", '{ "1": { uses: [support] } }', ["9:29 front-matter-value"]],
    ["a remark of another kind", '{ "1": { remark: x } }', ["9:22 front-matter-key"]],
    ["a text in place of remarks", "retracted", ["9:13 front-matter-value"]],
  ])("%s is a problem", (_, paragraphs, expected) => {
    expect(placesOf(sourceFrom("a", { paragraphs }).problems)).toEqual(expected);
  });
});
