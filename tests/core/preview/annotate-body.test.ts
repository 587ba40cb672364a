import { describe, expect, test } from "vitest";
import { renderBrief } from "../../../lib/core/brief/render-brief.ts";
import { annotateBody } from "../../../lib/core/preview/annotate-body.ts";
import type { Finding } from "../../../lib/core/preview/finding.ts";
import { findingsByPage } from "../../../lib/core/preview/findings-by-page.ts";
import { buildCatalog } from "../../../lib/core/catalog/catalog.ts";
import { recordsOf, sourceOfWords, today } from "../support/catalogs.ts";
import { briefFrom } from "../support/documents.ts";
import { plainRenderer } from "../support/rendering.ts";

const report = sourceOfWords("One Two Three");

/** A brief's body as a preview shows it, and the rules of what stands on top. */
function annotated(body: string): { html: string; top: string[] } {
  const { brief, problems } = briefFrom(body);
  const sources = new Map([[report.id, report]]);
  const library = { briefs: [brief], pages: [], sources, records: recordsOf([report]), problems };
  const catalog = buildCatalog(library, today);
  const findings = findingsByPage(catalog).get(brief.url) ?? [];
  const verified = catalog.verified.get(brief) ?? [];
  const { tokens, top } = annotateBody(brief, findings, (citation) => verified[citation] !== undefined);
  const renderer = {
    ...plainRenderer,
    note: (citation: number) => `(note of citation ${citation})`,
    quotation: () => "<figure></figure>",
    href: (path: string) => path,
    finding: ({ kind, number, rule }: Finding) => `[${kind} ${number} ${rule}]`,
    strings: { ...plainRenderer.strings, backlink: () => "" },
  };
  return { html: renderBrief(tokens, renderer, () => ""), top: top.map(({ rule }) => rule) };
}

const chip = (tag: string) => `<code class="refused-tag" dir="ltr">${tag.replaceAll('"', "&quot;")}</code>`;

describe("what is wrong stands right behind its block", () => {
  test.each([
    [
      "a paragraph",
      'One.\n\nTwo{% cite "nobody", 1 %}.\n\nThree.',
      /Two.*<\/p>\s*\[problem 1 source-exists\]\s*<p>Three/s,
    ],
    [
      "an item of a list, inside the list",
      '- One{% cite "nobody", 1 %}\n- Two',
      /One.*\[problem 1 source-exists\]<\/li>\s*<li>Two/s,
    ],
    ["a heading", '## One{% cite "nobody", 1 %}\n\nTwo.', /<\/h2>\s*\[problem 1 source-exists\]\s*<p>Two/],
    [
      "a table, never between its rows",
      'a | b\n--|--\nx{% cite "nobody", 1 %} | y\n\nTwo.',
      /<\/table><\/div>\s*\[problem 1 source-exists\]\s*<p>Two/,
    ],
    [
      "a block quotation, so that nobody is quoted with it",
      '> One{% cite "nobody", 1 %}\n\nTwo.',
      /<\/blockquote>\s*\[problem 1 source-exists\]\s*<p>Two/,
    ],
    [
      "a footnote, where it is read",
      'One.[^a]\n\n[^a]: Said{% cite "nobody", 1 %}\n\nTwo.',
      /<section class="notes".*Said.*<\/p>\s*\[problem 1 source-exists\]\s*<\/li>/s,
    ],
    ["a tag that sets a paragraph", 'One.\n\n{% quote "nobody", 1 %}\n\nTwo.', /\[problem 1 source-exists\]\s*<p>Two/],
    [
      "a footnote that nobody mentions, below what stands above it",
      "One.\n\n[^a]: Lost.",
      /<p class="has-problem">One\.<\/p>\s*\[problem 1 footnote-mentioned\]/,
    ],
  ])("%s", (_, body, expected) => {
    const { html, top } = annotated(body);
    expect(html).toMatch(expected);
    expect(html.match(/\[problem /g)).toHaveLength(1);
    expect(top).toEqual([]);
  });

  test("several of one block in the order of the file, problems before warnings", () => {
    const { html } = annotated('A{% cite "nobody", 1 %} and b{% cit "report", 1 %}. We saw 1,200 ships.\n\nEnd.');
    const found = [...html.matchAll(/\[(\w+ \d \S+)\]/g)].map(([, what]) => what);
    expect(found).toEqual(["problem 1 source-exists", "problem 2 tag-known", "warning 1 figures-cited"]);
  });
});

describe("a tag", () => {
  test.each([
    ["that names no source", '{% cite "nobody", 1 %}', '{% cite "nobody", 1 %}'],
    ["that names no paragraph", '{% cite "report", 9 %}', '{% cite "report", 9 %}'],
    ["of an unknown name", '{% cit "report", 1 %}', '{% cit "report", 1 %}'],
    ["without a pinpoint", '{% cite "report" %}', '{% cite "report" %}'],
    ["with markup in it", '{% cite "<b>x</b>", 1 %}', '{% cite "&lt;b&gt;x&lt;/b&gt;", 1 %}'],
  ])("%s stands in its sentence as it was typed", (_, tag, shown) => {
    expect(annotated(`Said${tag}.`).html).toContain(chip(shown));
  });

  test("that holds looks as always, beside one that does not", () => {
    const { html } = annotated('Good{% cite "report", 1 %} and bad{% cite "report", 9 %}.');
    expect(html).toContain('<a id="ref-1" href="#note-1" role="doc-noteref">1</a>');
    expect(html).toContain(`<span id="ref-2"></span>${chip('{% cite "report", 9 %}')}`);
    expect(html).toContain("(note of citation 0)");
    expect(html).not.toContain("(note of citation 1)");
  });

  test("keeps the address to which its note leads back", () => {
    const { html } = annotated('Bad{% cite "report", 9 %}.\n\n{% quote "report", 8 %}');
    for (const [, id] of html.matchAll(/href="#(ref-[\d-]+)"/g)) expect(html).toContain(`id="${id}"`);
    expect(html.match(/href="#ref-/g)).toHaveLength(2);
  });
});

describe("the words in question are marked", () => {
  test.each([
    [
      "the sentence of a citation",
      'First. *Second* is bad{% cite "report", 9 %}. Third.',
      '<p class="has-problem">First. <em><mark class="is-problem">Second</mark></em><mark class="is-problem"> is bad</mark>',
    ],
    [
      "the sentence of a figure",
      "First. There were 1,200 of them.",
      '<mark class="is-warning">There were 1,200 of them.</mark>',
    ],
    ["the figure in a table", "a | b\n--|--\nx | 1,200 men", '<mark class="is-warning">1,200'],
  ])("%s", (_, body, expected) => {
    expect(annotated(body).html).toContain(expected);
  });
});

test("what the front matter has wrong stands on top", () => {
  const { brief } = briefFrom("One.");
  const finding: Finding = {
    place: { path: brief.path, line: 3, column: 1 },
    rule: "front-matter-key",
    message: "",
    kind: "problem",
    number: 1,
    sentence: "",
  };
  const body = annotateBody(brief, [finding], () => true);
  expect(body.top).toEqual([finding]);
  expect(body.tokens).toEqual(brief.tokens());
});

test("the brief itself stays as it was parsed", () => {
  const { brief } = briefFrom('Bad{% cite "report", 9 %} and 1,200 men.');
  const before = structuredClone(brief.tokens().map(({ attrs, children }) => [attrs, children?.length]));
  annotated('Bad{% cite "report", 9 %} and 1,200 men.');
  annotateBody(
    brief,
    [
      {
        place: { path: brief.path, line: 8, column: 4 },
        rule: "pinpoint-exists",
        message: "",
        kind: "problem",
        number: 1,
        sentence: "Bad and 1,200 men.",
      },
    ],
    () => false,
  );
  expect(brief.tokens().map(({ attrs, children }) => [attrs, children?.length])).toEqual(before);
});
