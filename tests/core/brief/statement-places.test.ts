import fc from "fast-check";
import { expect, test } from "vitest";
import { briefFrom, briefHead } from "../support/documents.ts";

const pieces = [
  "Some 500 left. ", "Some **500** left. ", "On 5 March ", "word ", "A. ", "\n", "\n\n", "> ", "- ", "3. ", "# ", "    ", "\t", "\r\n",
  "| a | b |\n|---|---|\n| c | 500 |\n", "|", "`", "```\n", "*", "**", "_", "[", "](/500)", "]", "^[", "[^a]", "\n\n[^a]: ", "\\", "&amp;",
  '{% cite "s", 1 %}', '{% cite "s", "500", quote="Some 500 left." %}', '{% cite "s",\n 3 %}', '\n{% quote "s", 1, beside="t" %}\n', "{%", ":", "ا",
]; // prettier-ignore

const inlinePieces = [
  "Some 500 left. ", "Some **500** left. ", "word ", "A. ", "\n", "\n\n", "> ", "- ", "3. ", "    ", "\t", "*", "**", "_", "[", "](/500)",
  "^[", "[^a]", "]", "\n\n[^a]: ", '{% cite "s", 1 %}', '{% cite "s", "500", quote="Some 500 left." %}', "`", "\\*", "&amp;",
]; // prettier-ignore

const anyBody = fc.array(fc.constantFrom(...pieces), { maxLength: 30 }).map((parts) => parts.join(""));

test("in whatever Markdown a brief is written, what has no citation has a place inside its body", () => {
  fc.assert(
    fc.property(anyBody, (body) => {
      const lines = (briefHead + body).split(/\r\n?|\n/);
      const { uncitedStatements, uncitedParagraphs, sections } = briefFrom(body).brief;
      for (const { place } of [...uncitedStatements, ...uncitedParagraphs, ...sections]) {
        expect(place.line).toBeGreaterThanOrEqual(8);
        expect(place.column).toBeGreaterThanOrEqual(1);
        expect(place.column).toBeLessThanOrEqual((lines[place.line - 1] ?? "").length + 1);
      }
    }),
    { numRuns: 1000 },
  );
});

test("in a brief without problems, the place of a figure is where it is typed", () => {
  const body = fc.array(fc.constantFrom(...inlinePieces), { maxLength: 20 }).map((parts) => parts.join(""));
  fc.assert(
    fc.property(body, (body) => {
      const { brief, problems } = briefFrom(body);
      fc.pre(problems.length === 0);
      const lines = (briefHead + body).split("\n");
      for (const { place } of brief.uncitedStatements)
        expect(lines[place.line - 1]?.slice(place.column - 1)).toMatch(/^500/);
    }),
    { numRuns: 1000 },
  );
});

test("in whatever Markdown a brief is written, its sections hold each of its citations once", () => {
  fc.assert(
    fc.property(anyBody, (body) => {
      const { brief, problems } = briefFrom(body);
      fc.pre(problems.length === 0);
      const held = brief.sections.flatMap(({ citations }) => citations);
      expect(held).toHaveLength(brief.citations.length);
      expect(new Set(held)).toEqual(new Set(brief.citations));
    }),
    { numRuns: 1000 },
  );
});
