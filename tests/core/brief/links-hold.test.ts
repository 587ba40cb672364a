import fc from "fast-check";
import { expect, test } from "vitest";
import { briefFrom, briefHead } from "../support/documents.ts";
import { htmlOf } from "../support/rendering.ts";

const pieces = [
  "word ", "\n", "\n\n", "> ", "- ", "3. ", "# ", "    ", "\t", "\r\n", "| a | b |\n|---|---|\n| c | d |\n", "|", "`", "```\n",
  "*", "**", "_", "~~", "[", "](/x)", "](", "]", "^[", "[^a]", "[^b]", "\n\n[^a]: ", "\n\n[^b]: ", "\\", '"', "<b>", "---\n", "===\n",
  '{% cite "s", 1 %}', '{% cite "s", 2, quote="w" %}', '{% cite "s",\n 3 %}', '\n{% quote "s", 1, beside="t" %}\n', "{%", "%}", "é", "ا",
]; // prettier-ignore

const anyBody = fc.array(fc.constantFrom(...pieces), { maxLength: 30 }).map((parts) => parts.join(""));
const runs = { numRuns: 3000 };

test("in whatever Markdown a brief is written, each problem has a place inside its body", () => {
  fc.assert(
    fc.property(anyBody, (body) => {
      const lines = (briefHead + body).split(/\r\n?|\n/);
      for (const { place } of briefFrom(body).problems) {
        expect(place.line).toBeGreaterThanOrEqual(8);
        expect(place.column).toBeGreaterThanOrEqual(1);
        expect(place.column).toBeLessThanOrEqual((lines[place.line - 1] ?? "").length + 1);
      }
    }),
    runs,
  );
});

test("in whatever Markdown a brief is written, each citation's place is where its source id is typed", () => {
  fc.assert(
    fc.property(anyBody, (body) => {
      const lines = (briefHead + body).split(/\r\n?|\n/);
      for (const { sourcePlace } of briefFrom(body).brief.citations)
        expect(lines[sourcePlace.line - 1]?.slice(sourcePlace.column - 1)).toMatch(/^"[st]"/);
    }),
    runs,
  );
});

test("in a brief without problems, ids are unique, noterefs lead to notes and backlinks to noterefs", () => {
  fc.assert(
    fc.property(anyBody, (body) => {
      const { brief, problems } = briefFrom(body);
      fc.pre(problems.length === 0);
      const html = htmlOf(brief);
      const ids = [...html.matchAll(/ id="([^"]*)"/g)].map(([, id]) => id);
      expect(new Set(ids).size).toBe(ids.length);
      for (const [, id] of html.matchAll(/ href="#((?:note|ref)-[^"]*)"/g)) expect(ids).toContain(id);
      for (const { note, mention } of brief.citations)
        expect(ids).toContain(mention === 1 ? `ref-${note}` : `ref-${note}-${mention}`);
      expect(html).not.toMatch(/[\uFDD0-\uFDEF]|NaN|undefined/);
    }),
    runs,
  );
});
