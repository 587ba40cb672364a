import { describe, expect, test } from "vitest";
import { parsePage } from "../../../lib/core/page/parse-page.ts";
import { FileText } from "../../../lib/core/text/file-text.ts";
import { placesOf } from "../support/documents.ts";

const head = "---\ntitle: About\npermalink: /about/\n---\n";

function parse(body: string, front = head) {
  return parsePage("about", new FileText("layouts/pages/about.njk", front + body), "en");
}

test("a page that cites is a document like a brief", () => {
  const { page, problems } = parse('<p>One left.{% cite "s", 1 %} Two.</p>{% quote "s", 2, beside="t" %}');
  expect(problems).toEqual([]);
  expect(page).toMatchObject({ kind: "page", name: "about", title: "About", url: "/about/", language: "en" });
  expect(page?.citations).toMatchObject([
    { request: { sourceId: "s" }, transcluded: false, sentence: "One left.", note: 1, mention: 1 },
    { request: { sourceId: "s" }, transcluded: true, sentence: "", note: 2, mention: 1 },
    { request: { sourceId: "t" }, transcluded: true, sentence: "", note: 3, mention: 1 },
  ]);
});

test("the same citation twice is two mentions of one note", () => {
  const { page } = parse('A{% cite "s", 1 %} b{% cite "s", 2 %} c{% cite "s", "1" %}');
  expect(page?.citations.map(({ note, mention }) => [note, mention])).toEqual([
    [1, 1],
    [2, 1],
    [1, 2],
  ]);
});

test("a paragraph that is cited and set is two notes", () => {
  const { page } = parse('A{% cite "s", 1 %} {% quote "s", 1 %} {% quote "s", 1 %}');
  expect(page?.citations.map(({ note, mention }) => [note, mention])).toEqual([
    [1, 1],
    [2, 1],
    [2, 2],
  ]);
});

test.each([
  ["a page that cites nothing", "<p>{% if x %}{{ y }}{% endif %}</p>"],
  ["a citation in a comment", '{# {% cite "s", 1 %} #}'],
  ["a citation in a raw block", '{% raw %}{% cite "s", 1 %}{% endraw %}'],
  ["a citation in a verbatim block", '{%- verbatim -%}{% cite "s", 1 %}{%- endverbatim -%}'],
  ["a tag whose name only begins like one", "{% citeproc %}"],
])("%s is no citing document", (_, body) => {
  expect(parse(body)).toEqual({ problems: [] });
});

describe("problems have their place in the page", () => {
  test.each([
    ["a tag that is never closed", '<p>\n{% cite "s", 1', ["6:1 tag-closed"]],
    ["an unknown relation", '<p>{% cite "s", 1, as="x" %}', ["5:23 relation-known"]],
    ["a missing pinpoint", '<p>{% cite "s" %}', ["5:4 citation-arguments"]],
    ["one behind a comment over two lines", '{# a\n{% cite %} #} {% cite "s" %}', ["6:15 citation-arguments"]],
  ])("%s", (_, body, expected) => {
    expect(placesOf(parse(body).problems)).toEqual(expected);
  });

  test.each([
    ["no permalink", "---\ntitle: About\n---\n"],
    ["a permalink that is computed", "---\ntitle: About\npermalink: /{{ x }}/\n---\n"],
    ["no title", "---\npermalink: /about/\n---\n"],
    ["no front matter", ""],
  ])("a page that cites with %s", (_, front) => {
    const { page, problems } = parse('{% cite "s", 1 %}', front);
    expect(page).toBeUndefined();
    expect(placesOf(problems)).toEqual(["1:1 front-matter-key"]);
  });
});

describe("the sentence around a tag", () => {
  test.each([
    ["ends with its element", '<li>One</li><li>Two{% cite "s", 1 %}</li><li>Three</li>', "Two"],
    ["has no markup", '<p>One <em>left</em> &amp; {{ x }}went.{% cite "s", 1 %}</p>', "One left & went."],
    ["begins behind the front matter", 'One left{% cite "s", 1 %}', "One left"],
    ["is that of each tag in a block", '<p>One.{% cite "t", 1 %} Two.{% cite "s", 1 %} Three.</p>', "Two."],
    ["of a tag that stands alone is the one above", '<p>One. Two.</p><p>{% cite "s", 1 %}</p>', "Two."],
    ["of a tag with nothing above it is the title", '<p>{% cite "s", 1 %}</p>', "About"],
    ["is not cut by an element in a tag's string", '<p>One{% cite "s", 1, note="<p>" %} left.</p>', "One left."],
    ["has no other tags", '<p>One{% cite "t", 1 %} left{% cite "s", 1 %}.</p>', "One left."],
  ])("%s", (_, body, expected) => {
    expect(parse(body).page?.citations.at(-1)?.sentence).toBe(expected);
  });
});

describe("data in the front matter", () => {
  const front = String.raw`---
title: Register
permalink: /register/
groups:
  - name: One
    values:
      - 'Some 300, so they say. It’s "new".{% cite "s", 1 %}'
      - "900: B.{% cite 't', 2 %}"
    use: 'Both; A{% cite "s", 1 %} first.'
---
`;

  test("cites like the page, before it", () => {
    const { page, problems } = parse('<p>Above.</p>{% cite "s", 1 %} {% cite "u", 3 %}', front);
    expect(problems).toEqual([]);
    expect(page?.citations.map(({ request, note, mention }) => [request.sourceId, note, mention])).toEqual([
      ["s", 1, 1],
      ["t", 2, 1],
      ["s", 1, 2],
      ["s", 1, 3],
      ["u", 3, 1],
    ]);
  });

  test("has its sentences line by line, without what YAML adds", () => {
    const { page } = parse('{% cite "u", 3 %}', front);
    expect(page?.citations.map(({ sentence }) => sentence)).toEqual([
      'It’s "new".',
      "900: B.",
      "Both; A first.",
      "Register",
    ]);
  });

  test("is told of its faults where they stand", () => {
    expect(placesOf(parse("", front.replace('"s", 1 %}', '"s", 1, as="x" %}')).problems)).toEqual([
      "7:63 relation-known",
    ]);
  });
});
