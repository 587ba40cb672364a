import { tests as examples } from "commonmark-spec";
import { describe, expect, test } from "vitest";
import { briefMarkdown } from "../../../lib/core/brief/brief-markdown.ts";
import type { ImageMeta } from "../../../lib/core/markdown/image-rule.ts";
import { markTags } from "../../../lib/core/markdown/marks.ts";
import { escapeHtml } from "../../../lib/core/text/escape.ts";
import { plainRenderer } from "../support/rendering.ts";

/** Examples of CommonMark 0.31.2 that a brief renders otherwise on purpose, by number. */
const deviations: readonly (readonly [reason: string, ...numbers: number[]])[] = [
  ["raw HTML in a block is text", ...range(148, 191), 308, 309],
  ["raw HTML in a line is text", 613, 614, 615, 616, 617, 623, 625, 626, 627, 628, 629, 630, 631],
  ["what looks like HTML is text, in which escapes and entities are read", 21, 31],
  [
    "what looks like HTML is text, in which code, emphasis, links and breaks are read",
    344,
    475,
    476,
    477,
    524,
    536,
    642,
    643,
  ],
  ["what looks like HTML beside something that is no link is text", 201, 491, 494],
  ["an address of another scheme than http, https and mailto is text", 596, 598, 599, 601],
  ["an image's title is the caption of a figure", 572, 573, 576, 577, 584, 585, 586, 588, 589, 591],
];

const reasons = new Map(deviations.flatMap(([reason, ...numbers]) => numbers.map((number) => [number, reason])));

function range(first: number, last: number): number[] {
  return Array.from({ length: last - first + 1 }, (_, index) => first + index);
}

function render(markdown: string): string {
  const tokens = briefMarkdown.parse(markTags(markdown).text, {});
  return briefMarkdown.renderer.render(tokens, briefMarkdown.options, {
    renderer: { ...plainRenderer, href: (path: string) => path, image: imageAlone },
  });
}

/** As the specification writes an image that is all its paragraph holds; a brief makes a block of it. */
function imageAlone({ name, description }: ImageMeta): string {
  return `<p><img src="${escapeHtml(name)}" alt="${escapeHtml(description)}"></p>\n`;
}

/** Headings have ids, void elements no slash, and an empty block quote no line of its own. */
function normalise(html: string): string {
  return html
    .replace(/(<h[1-6]) id="[^"]*"/g, "$1")
    .replace(/(<(?:br|hr|img)\b[^>]*?) \/>/g, "$1>")
    .replaceAll("<blockquote>\n</blockquote>", "<blockquote></blockquote>");
}

const cases = examples.map(({ number, section, markdown, html }) => ({
  number,
  section,
  rendered: normalise(render(markdown.replaceAll("→", "\t"))),
  expected: normalise(html.replaceAll("→", "\t")),
}));

test("the whole specification is there", () => {
  expect(cases).toHaveLength(652);
});

describe("a brief is read as CommonMark", () => {
  test.each(cases.filter(({ number }) => !reasons.has(number)))(
    "example $number, $section",
    ({ rendered, expected }) => {
      expect(rendered).toBe(expected);
    },
  );
});

describe("but not where", () => {
  const deviating = cases.filter(({ number }) => reasons.has(number));

  test.each(deviating.map((one) => ({ ...one, reason: reasons.get(one.number) })))(
    "$reason: example $number",
    ({ rendered, expected }) => {
      expect(rendered).not.toBe(expected);
    },
  );

  test("no example is listed twice or out of nowhere", () => {
    const listed = deviations.flatMap(([, ...numbers]) => numbers);
    expect(listed).toHaveLength(reasons.size);
    expect(deviating).toHaveLength(reasons.size);
  });

  test("what a brief makes of raw HTML holds no element that the brief wrote", () => {
    for (const { rendered } of deviating)
      expect(rendered).not.toMatch(/<(?:div|script|style|pre language|table|del|iframe|bab|!)/i);
  });
});
