import { describe, expect, test } from "vitest";
import { sourceFrom } from "../support/documents.ts";

function html(body: string): string {
  return sourceFrom(body)
    .source.paragraphs.map((paragraph) => paragraph.html)
    .join("\n");
}

describe("what a source holds is shown, never run", () => {
  test.each([
    ["a script", "<script>alert(1)</script>", "<p>&lt;script&gt;alert(1)&lt;/script&gt;</p>"],
    ["an element with a handler", "a <img src=x onerror=alert(1)>", "<p>a &lt;img src=x onerror=alert(1)&gt;</p>"],
    ["a block of HTML", "<div>\n\na\n\n</div>", "<p>&lt;div&gt;</p>\n<p>a</p>\n<p>&lt;/div&gt;</p>"],
    ["a comment", "<!-- a -->", "<p>&lt;!-- a --&gt;</p>"],
    ["an expression of Nunjucks", "{{ 7*7 }}", "<p>{{ 7*7 }}</p>"],
    ["a tag of Nunjucks", "{% raw %}{{ x }}{% endraw %}", "<p>{% raw %}{{ x }}{% endraw %}</p>"],
    ["a citation tag", '{% cite "a", 1 %}', "<p>{% cite &quot;a&quot;, 1 %}</p>"],
    [
      "a script behind a fence's language",
      '```js" onclick="x\na\n```',
      '<pre><code class="language-js&quot;">a\n</code></pre>',
    ],
    ["an image", "![a](https://e.org/a.png)", '<p>!<a href="https://e.org/a.png">a</a></p>'],
    ["an entity", "&lt;b&gt; &#60;", "<p>&lt;b&gt; &lt;</p>"],
  ])("%s", (_, body, expected) => {
    expect(html(body)).toBe(expected);
  });

  test.each([
    ["javascript", "[x](javascript:alert(1))"],
    ["javascript in capitals", "[x](JavaScript:alert(1))"],
    ["javascript behind an entity", "[x](javascript&colon;alert(1))"],
    ["javascript behind a tab", "[x](&Tab;javascript:alert(1))"],
    ["data", "[x](data:text/html,x)"],
    ["vbscript", "<vbscript:x>"],
    ["file", "[x](file:///etc/passwd)"],
    ["a place on this site", "[x](/briefs/)"],
    ["another host in disguise", "[x](//evil.example)"],
    ["a relative address", "[x](y)"],
    ["a fragment", "[x](#p7)"],
    ["a reference", "[x]\n\n[x]: javascript:alert(1)"],
  ])("a link to %s is text", (_, body) => {
    expect(html(body)).not.toContain("<a ");
  });

  test.each([
    ["[x](https://e.org)", '<p><a href="https://e.org">x</a></p>'],
    ["[x](http://e.org)", '<p><a href="http://e.org">x</a></p>'],
    ["<https://e.org>", '<p><a href="https://e.org">https://e.org</a></p>'],
    ["[x](mailto:a@e.org)", '<p><a href="mailto:a@e.org">x</a></p>'],
  ])("%s leads out of the site", (body, expected) => {
    expect(html(body)).toBe(expected);
  });
});

test.each([
  ["a tight list's item is a paragraph", "- a *b*", "<p>a <em>b</em></p>"],
  ["an item of two paragraphs keeps both", "- a\n\n  b", "<p>a</p>\n<p>b</p>"],
  ["a block quote keeps its element", "> a", "<blockquote>\n<p>a</p>\n</blockquote>"],
  ["a line that only held a label leaves none behind", "a\n{#x}", "<p>a\n</p>"],
])("%s", (_, body, expected) => {
  expect(html(body)).toBe(expected);
});
