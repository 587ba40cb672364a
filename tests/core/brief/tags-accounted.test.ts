import fc from "fast-check";
import { expect, test } from "vitest";
import { briefFrom } from "../support/documents.ts";
import { htmlOf } from "../support/rendering.ts";

const pieces = [
  "word ", "\n", "\n\n", "> ", "- ", "# ", "    ", "| a | b |\n|---|---|\n| c | d |\n", "| a |\n|--|\n", "|", "`", "```", "\n```\n",
  "*", "~~", "[", "![", "](/x)", '](/x "', '")', "](", "](<", ">", "]", "^[", "[^a]", "\n\n[^a]: ", "\n\n[^a b]: ", "[a]", "\n\n[a]: /x '", "'",
  "\\", '"', "<http://e.org/", "---\n", "{%", "%}", "\n{% quote ",
]; // prettier-ignore

const tag = Symbol("a citation");
const anyParts = fc.array(fc.oneof(fc.constantFrom(...pieces), fc.constant(tag)), { maxLength: 16 });

test("in a brief without problems each citation is one, or stands there as it was typed", () => {
  fc.assert(
    fc.property(anyParts, (parts) => {
      const body = parts.map((part, index) => (part === tag ? `{% cite "s", ${1000 + index} %}` : part)).join("");
      const { brief, problems } = briefFrom(body);
      if (problems.length > 0) return;
      const html = htmlOf(brief);
      const cited = new Set(brief.citations.map(({ request }) => String(request.pinpoint[0]?.from)));
      // Markdown drops some of what is escaped, such as in a code block's language; it was no citation.
      for (const [, label = ""] of body.matchAll(/(?<!(?<!\\)(?:\\\\)*\\)\{% cite "s", (\d+) %\}/g))
        expect(cited.has(label) || html.includes(label), `${label} in ${JSON.stringify(body)}`).toBe(true);
    }),
    { numRuns: 3000 },
  );
});
