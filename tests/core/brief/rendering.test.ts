import { describe, expect, test } from "vitest";
import { renderBrief } from "../../../lib/core/brief/render-brief.ts";
import { briefFrom } from "../support/documents.ts";
import { htmlOf, plainRenderer, textHtml } from "../support/rendering.ts";

const ref = '<sup class="noteref"><a id="ref-1" href="#note-1" role="doc-noteref">1</a></sup>';

const page = `## Cards and deadlines

Cards lapsed on 30 June{% cite "unhcr", 1 %}, not for all on 31 March{% cite "report", 14, as="disputes" %}.[^who]

- A list{% cite "unhcr", 1 %}
- with *emphasis {% cite "unhcr", "2-3" %}* and a note^[Written here, citing {% cite "law", "14.1" %}.]

| Period | People |
|---|---:|
| 2025 | 1.3 million{% cite "unhcr", 1, quote="1.3 \\| million" %} |

> A quote{% cite "unhcr", 1 %}

{% quote "law", "14.1", beside="law-ur" %}

## Notes

\`{% cite "literal", 1 %}\` and [a link](/briefs/other/), [outside](https://e.org/?a=1&b=2).

[^who]: Nobody knows.

    Or nobody says{% cite "unhcr", 1 %}
`;

test("a whole brief", async () => {
  const { brief, problems } = briefFrom(page);
  expect(problems).toEqual([]);
  await expect(htmlOf(brief)).toMatchFileSnapshot("pages/whole-brief.html.snap");
});

test("a brief can be rendered again and again", () => {
  const { brief } = briefFrom(page);
  expect(htmlOf(brief)).toBe(htmlOf(brief));
});

describe("a tag is read wherever text may stand", () => {
  test.each([
    ["in a heading", '## A{% cite "s", 1 %}', `<h2 id="a">A${ref}</h2>`],
    ["in a list", '- A{% cite "s", 1 %}', `<ul>\n<li>A${ref}</li>\n</ul>`],
    ["in a block quote", '> A{% cite "s", 1 %}', `<blockquote>\n<p>A${ref}</p>\n</blockquote>`],
    ["over two lines of a block quote", '> A{% cite "s",\n> 1 %}', `<blockquote>\n<p>A${ref}</p>\n</blockquote>`],
    ["in emphasis", '*A{% cite "s", 1 %}*', `<p><em>A${ref}</em></p>`],
    ["in strong emphasis", '**A{% cite "s", 1 %}**', `<p><strong>A${ref}</strong></p>`],
    ["in text struck through", '~~A{% cite "s", 1 %}~~', `<p><s>A${ref}</s></p>`],
    ["behind a link", '[A](/x){% cite "s", 1 %}', `<p><a href="/base/x">A</a>${ref}</p>`],
    [
      "with markup inside its strings",
      '*A* {% cite "s", 1, note="*b* `c` [d](e)" %} *f*',
      `<p><em>A</em>${ref} <em>f</em></p>`,
    ],
    [
      "with brackets of a link inside its strings",
      '[A](/x) {% cite "s", 1, note="](" %}',
      `<p><a href="/base/x">A</a>${ref}</p>`,
    ],
    ["at the beginning", '{% cite "s", 1 %} A', `<p>${ref} A</p>`],
    ["before a hard line break", 'A{% cite "s", 1 %}  \nB', `<p>A${ref}<br>\nB</p>`],
  ])("%s", (_, body, expected) => {
    expect(briefFrom(body).problems).toEqual([]);
    expect(textHtml(body).trim()).toBe(expected);
  });

  test("in a table", () => {
    const html = textHtml('| A |\n|---|\n| B{% cite "s", 1, quote="x \\| y" %} |');
    expect(html).toContain(`<td>B${ref}</td>`);
  });

  test("a pipe that a table needs escaped is plain in what the tag asks for", () => {
    const { brief } = briefFrom('| A |\n|---|\n| B{% cite "s", 1, quote="x \\| y" %} |');
    expect(brief.citations[0]?.request.quotation?.text).toBe("x | y");
  });

  test("the signs > of a block quote are no part of a string over two lines", () => {
    const { brief } = briefFrom('> A{% cite "s", 1, quote="one\n> two" %}');
    expect(brief.citations[0]?.request.quotation?.text).toBe("one\ntwo");
  });
});

describe("code and what is escaped is literal", () => {
  test.each([
    ["a code span", '`{% cite "s", 1 %}`', "<p><code>{% cite &quot;s&quot;, 1 %}</code></p>"],
    ["a fence", '```\n{% quote "s", 1 %}\n```', "<pre><code>{% quote &quot;s&quot;, 1 %}\n</code></pre>"],
    ["indented code", '    {% cite "s" %}', "<pre><code>{% cite &quot;s&quot; %}\n</code></pre>"],
    ["a brace behind a backslash", '\\{% cite "s", 1 %}', "<p>{% cite &quot;s&quot;, 1 %}</p>"],
    ["a brace as an entity", '&#123;% cite "s", 1 %}', "<p>{% cite &quot;s&quot;, 1 %}</p>"],
    ["an expression of Nunjucks", "{{ 7*7 }} {# a #}", "<p>{{ 7*7 }} {# a #}</p>"],
    [
      "a brace behind a backslash in a link's title",
      '[a](/b "\\{% c %}")',
      '<p><a href="/base/b" title="{% c %}">a</a></p>',
    ],
    ["noncharacters become replacement characters", "a\uFDD0\uFDEFb", "<p>a\uFFFD\uFFFDb</p>"],
  ])("%s", (_, body, expected) => {
    const { brief, problems } = briefFrom(body);
    expect(brief.citations).toEqual([]);
    expect(problems).toEqual([]);
    expect(textHtml(body).trim()).toBe(expected);
  });
});

describe("a quote sets a paragraph of its own", () => {
  const set = `<blockquote>[citation 0]${ref}</blockquote>`;

  test.each([
    ["alone", '{% quote "s", 1 %}', set],
    ["over several lines", '{% quote "s",\n  1\n%}', set],
    ["between two paragraphs, without blank lines", 'A\n{% quote "s", 1 %}\nB', `<p>A</p>\n${set}\n<p>B</p>`],
    ["in a list item", '- A\n\n  {% quote "s", 1 %}', `<ul>\n<li>\n<p>A</p>\n${set}\n</li>\n</ul>`],
    ["in a block quote", '> {% quote "s",\n> 1 %}', `<blockquote>\n${set}\n</blockquote>`],
    ["below a list", '- A\n\n{% quote "s", 1 %}', `<ul>\n<li>A</li>\n</ul>\n${set}`],
  ])("%s", (_, body, expected) => {
    const { brief, problems } = briefFrom(body);
    expect(problems).toEqual([]);
    expect(brief.citations).toMatchObject([{ transcluded: true, sentence: "" }]);
    expect(textHtml(body).trim()).toBe(expected);
  });

  test("beside another source's, it makes two citations with a note each", () => {
    const { brief } = briefFrom('{% quote "law-ur", "14.1", beside="law" %}');
    expect(brief.citations.map(({ request, note }) => [request.sourceId, note])).toEqual([
      ["law-ur", 1],
      ["law", 2],
    ]);
    expect(htmlOf(brief)).toMatch(/\[citation 0\].*id="ref-1".*\[citation 1\].*id="ref-2"/);
  });

  test("indented by four it is code", () => {
    expect(briefFrom('    {% quote "s", 1 %}').brief.citations).toEqual([]);
  });
});

test("links, addresses and languages of code cannot break out of their attributes", () => {
  const html = textHtml('[a](</"onclick=x> "\\">")\n\n```"><b>\nc\n```');
  expect(html).toContain('<a href="/base/%22onclick=x" title="&quot;&gt;">a</a>');
  expect(html).toContain('class="language-&quot;&gt;&lt;b&gt;"');
});

test("a link in the text of a link is text: HTML has none inside another", () => {
  expect(textHtml("[a <https://e.org> b](/x) <https://e.org>")).toBe(
    '<p><a href="/base/x">a https://e.org b</a> <a href="https://e.org">https://e.org</a></p>\n',
  );
});

test("code is highlighted by whoever renders", () => {
  const { brief } = briefFrom("```js\na < b\n```");
  const html = renderBrief(brief.tokens(), plainRenderer, (code, language) => `<b>${language}: ${code.length}</b>`);
  expect(html).toContain("<b>js: 6</b>");
});
