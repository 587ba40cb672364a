import fc from "fast-check";
import { expect, test } from "vitest";
import { interpretTag } from "../../../lib/core/tags/citation-tag.ts";
import { readTag } from "../../../lib/core/tags/tag.ts";
import { relations } from "../../../lib/core/tags/relation.ts";
import { allowedRelation, writeCite } from "../../../lib/core/tags/write-cite.ts";

test.each([
  [{ sourceId: "udhr", label: "14.1" }, '{% cite "udhr", "14.1" %}'],
  [{ sourceId: "udhr", label: "7" }, '{% cite "udhr", 7 %}'],
  [{ sourceId: "udhr", label: "07" }, '{% cite "udhr", "07" %}'],
  [{ sourceId: "udhr", label: "۷" }, '{% cite "udhr", "۷" %}'],
  [
    { sourceId: "a", label: "1", quotation: 'Say "no".', relation: "opinion" as const },
    '{% cite "a", 1, quote="Say \\"no\\".", as="opinion" %}',
  ],
])("%j is written %s", (cite, written) => {
  expect(writeCite(cite)).toBe(written);
});

test("what is written is read again as it was meant", () => {
  const label = fc.stringMatching(/^[\p{L}\p{N}][\p{L}\p{N}._()]{0,9}$/u);
  fc.assert(
    fc.property(label, fc.string({ minLength: 1 }), fc.constantFrom(...relations), (one, words, relation) => {
      fc.pre(words.trim() !== "");
      const tag = readTag(writeCite({ sourceId: "a-b", label: one, quotation: words, relation }), 0);
      if (tag?.kind !== "tag") throw new Error("it is no tag");
      const { request, problems } = interpretTag(tag, "cite");
      expect(problems).toEqual([]);
      expect(request?.main).toMatchObject({ sourceId: "a-b", relation, quotation: { text: words } });
      expect(request?.main.pinpoint).toEqual([{ from: one.normalize("NFC") }]);
    }),
  );
});

test.each([
  ["primary", undefined, { kind: "supports" }],
  ["opinion", undefined, { kind: "other", relation: "opinion" }],
  ["primary", ["context", "supports"], { kind: "supports" }],
  ["primary", ["disputes", "context"], { kind: "other", relation: "disputes" }],
  ["opinion", ["context"], { kind: "other", relation: "context" }],
  ["opinion", ["supports"], { kind: "none" }],
] as const)("of grade %s with the uses %j", (grade, uses, allowed) => {
  expect(allowedRelation(grade, uses)).toEqual(allowed);
});
