import { expect, test } from "vitest";
import { pathName } from "../../../lib/core/front-matter/path-name.ts";

test.each([
  [["title"], "title"],
  [["authors", 0], "the first author"],
  [["authors", 1, "family"], "family of the second author"],
  [["topics", 10], "the 11th topic"],
  [["topics", 21], "the 22nd topic"],
  [["original", "sha256"], "sha256 of original"],
  [["paragraphs", "5", "uses", 0], 'the first use of paragraph "5"'],
  [["paragraphs"], "paragraphs"],
])("%j is %s", (path, expected) => {
  expect(pathName(path)).toBe(expected);
});
