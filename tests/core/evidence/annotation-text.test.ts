import { describe, expect, test } from "vitest";
import { fingerprint } from "../../../lib/core/anchoring/fingerprint.ts";
import { textContentOf } from "../../../lib/core/evidence/annotation-text.ts";
import { elementsOf } from "../../support/html-page.ts";
import { sha256 } from "../anchoring/locks.ts";
import { sourceFrom } from "../support/documents.ts";

/** Everything that a source's Markdown can hold. */
const blocks = [
  'Plain words, **strong** and *emphasised*, `code & <tags>` and a [link](https://example.org/?a=1&b="2").',
  "Signs: & < > \" ' &amp; &lt;b&gt; &copy; &#65; a&b; x > y.",
  "A line\nthat goes on  \nand breaks.",
  "<b>Not</b> a tag: <script>alert('x')</script>",
  "- one\n- two\n\n  of two paragraphs\n\n      and code\n- three\n  1. nested\n  2. again",
  "> A quotation\n> of two lines\n>\n> and two paragraphs\n> - with a list",
  "| a | b & c |\n|---|:-:|\n| `d` | e<br>f |",
  '```text\nif (a < b && c > d)\n  "indented"\n```',
  "ہر شخص کو پناہ کا حق ہے۔",
  "Soft\u00ADhyphen, zero\u200Bwidth, no\u00A0break, cafe\u0301.",
];

describe("the text content of a paragraph", () => {
  const { paragraphs } = sourceFrom(blocks.join("\n\n")).source;

  test.each(paragraphs.map((one) => [one.label, one] as const))("¶%s is what a page's element holds", (_, { html }) => {
    const [element] = elementsOf(`<div>${html}</div>`);
    expect(textContentOf(html)).toBe(element?.text);
  });

  test.each(paragraphs.map((one) => [one.label, one] as const))(
    "¶%s has the paragraph's fingerprint",
    (_, { html, text }) => {
      expect(fingerprint(textContentOf(html), sha256)).toBe(fingerprint(text, sha256));
    },
  );
});
