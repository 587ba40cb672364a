import { describe, expect, test } from "vitest";
import { briefFrom, briefHead, briefOf, placesOf } from "../support/documents.ts";

/** What stands in the file where each problem points. */
function pointedAt(text: string): string[] {
  const lines = text.replace(/^\uFEFF/, "").split(/\r\n?|\n/);
  return briefOf(text).problems.map(({ place, rule }) => {
    const rest = lines[place.line - 1]?.slice(place.column - 1) ?? "";
    return `${rule}: ${rest.slice(0, 8)}`;
  });
}

const badTag = '{% cite "s", 1, as="frob" %}';

describe("a problem in a tag points at the slip, wherever the tag stands", () => {
  test.each([
    ["in a paragraph", `Some text ${badTag}.`],
    ["in the second line of a paragraph", `Some text\nand more ${badTag}.`],
    ["behind another tag", `{% cite "s", 1 %} text ${badTag}`],
    ["behind the same tag in a code span", `\`${badTag}\` and ${badTag}`],
    ["behind the same tag in a fence", `\`\`\`\n${badTag}\n\`\`\`\n\n${badTag}`],
    ["in a heading", `## Heading ${badTag}`],
    ["in an underlined heading", `Heading ${badTag}\n===`],
    ["in emphasis", `*a **b ${badTag}***`],
    ["in a list", `- a\n  - b\n\n    c ${badTag}`],
    ["in a list indented with tabs", `-\ta\n\n\tb ${badTag}`],
    ["in a block quote", `> a\n> b ${badTag}`],
    ["in a block quote, over two lines", '> a {% cite "s",\n> 1, as="frob" %}'],
    ["in a block quote in a block quote, over three lines", '> > a {% cite\n> > "s", 1,\n> > as="frob" %}'],
    ["in a block quote whose second line is lazy", '> a {% cite "s",\n1, as="frob" %}'],
    ["in a block quote indented with tabs", '>\ta {% cite "s",\n>\t1, as="frob" %}'],
    ["in a list item, over two lines", '1. a {% cite "s",\n   1, as="frob" %}'],
    ["in a table", `| a | b |\n|---|---|\n| c | d ${badTag} |`],
    ["in a table, behind an escaped pipe", '| a |\n|---|\n| b {% cite "s", 1, note="x \\| y \\| z", as="frob" %} |'],
    ["in a table, behind an escaped pipe in another cell", `| a | b |\n|---|---|\n| c \\| d | e ${badTag} |`],
    ["behind an escaped pipe outside a table", 'a {% cite "s", 1, note="x \\| y", as="frob" %}'],
    ["in a footnote written apart", `a[^x]\n\n[^x]: b ${badTag}`],
    ["in a footnote's second paragraph", `a[^x]\n\n[^x]: b\n\n    c ${badTag}`],
    ["in a footnote written in place", `a^[b ${badTag}]`],
    ["behind footnotes and a table", `[^x]: y\n\n| a |\n|---|\n\na[^x] ${badTag}`],
    ["behind characters beyond the BMP", `😀 😀 ${badTag}`],
    ["behind Urdu", `وہ گئے۔ ${badTag}`],
    ["behind an entity", `&amp; &#x41; ${badTag}`],
    ["behind a backslash", `\\* a ${badTag}`],
    ["alone on its line", '{% quote "s", 1, as="frob" %}'],
    ["alone, over two lines in a block quote", '> {% quote "s",\n> 1, as="frob" %}'],
  ])("%s", (_, body) => {
    expect(pointedAt(briefHead + body)).toEqual(['relation-known: "frob" %']);
  });

  test.each([
    ["under Windows line endings", briefHead.replaceAll("\n", "\r\n"), "\r\n"],
    ["under old Mac line endings", briefHead.replaceAll("\n", "\r"), "\r"],
    ["behind a byte order mark", `\uFEFF${briefHead}`, "\n"],
  ])("%s", (_, head, newline) => {
    const body = ["Text", "", "| a |", "|---|", "| b \\| c |", "", "> d {% cite", '> "s", 1, as="frob" %}'].join(
      newline,
    );
    expect(pointedAt(head + body)).toEqual(['relation-known: "frob" %']);
    expect(placesOf(briefOf(head + body).problems)).toEqual(["15:14 relation-known"]);
  });

  test("without front matter, lines still count from the file's first", () => {
    expect(placesOf(briefOf(`a\n\nb ${badTag}`).problems)).toEqual(["1:1 front-matter-present", "3:22 relation-known"]);
  });
});

describe("each kind of problem points at what is wrong", () => {
  test.each([
    ["a tag that is not known", 'a {% cit "s", 1 %}', ["8:3 tag-known"]],
    ["a tag of Nunjucks", "a {% raw %}", ["8:3 tag-known"]],
    ["a tag that is never closed", 'a {% cite "s", 1', ["8:3 tag-closed"]],
    ["a tag closed only in the next paragraph", 'a {% cite "s",\n\n1 %}', ["8:3 tag-closed"]],
    [
      "a tag cut by a pipe in a table",
      '| a |\n|---|\n| {% cite "s", 1, note="x | y" %} |',
      ["10:3 tag-closed", "10:29 table-row-fits"],
    ],
    ["a missing source", "a {% cite %}", ["8:3 citation-arguments"]],
    ["a tag without a name", 'a {% "s", 1 %}', ["8:3 tag-known"]],
    ["a tag with a plus sign", 'a {%+ cite "s", 1 %}', ["8:3 tag-known"]],
    ["a tag with an invisible space before its name", 'a {%\u200Bcite "s", 1 %}', ["8:3 tag-known"]],
    ["a tag with too many signs", 'a {%% cite "s", 1 %%}', ["8:3 tag-known"]],
    ["a tag with nothing in it", "a {% %} {%%}", ["8:3 tag-known", "8:9 tag-known"]],
    ["a percentage in braces", "{% 5 %}", ["8:1 tag-known"]],
    ["a tag that runs into the next", 'a {% cite "s", 1 b {% cite "t", 2 %}', ["8:3 tag-closed"]],
    ["a missing comma", 'a {% cite "s" 1 %}', ["8:15 citation-arguments"]],
    ["a pinpoint that is none", 'a {% cite "s", "?" %}', ["8:16 citation-arguments"]],
    ["an unknown option", 'a {% cite "s", 1, frob="x" %}', ["8:19 option-known"]],
    ["a quote inside a paragraph", 'a {% quote "s", 1 %}', ["8:3 quote-stands-alone"]],
    ["text behind a quote", '{% quote "s", 1 %} a', ["8:1 quote-stands-alone"]],
    ["a quote in a heading", '# {% quote "s", 1 %}', ["8:3 quote-stands-alone"]],
    ["a citation in a link", '[a {% cite "s", 1 %}](/x)', ["8:4 cite-outside-links"]],
    ["a note in a link", "[a ^[b]](/x)", ["8:4 cite-outside-links"]],
    ["a citation in a link's title", `[t](https://a.org "see {% cite 'n', 2 %}")`, ["8:24 cite-in-text"]],
    ["a citation in a link's address", "[t](</a{% cite 'n', 2 %}>)", ["8:8 cite-in-text"]],
    ["a citation in an address alone", "<https://a.org/{%cite%}>", ["8:16 cite-in-text"]],
    ["a citation in the title of a reference", `[t]\n\n[t]: /a "see {% cite 'n', 2 %}"`, ["10:14 cite-in-text"]],
    [
      "a citation in the label of a reference",
      "[t][{% cite 'n', 2 %}]\n\n[{% cite 'n', 2 %}]: /a",
      ["10:2 cite-in-text"],
    ],
    ["a citation in a fence's language", "```js {% cite 'n', 2 %}\na\n```", ["8:7 cite-in-text"]],
    [
      "a citation beyond a table's last column",
      '| a | b |\n|---|---|\n| x | y | {% cite "nope", 99 %} |',
      ["10:11 cite-in-text", "10:11 table-row-fits"],
    ],
    ["words beyond a table's last column", "a | b\n--|--\nx | y | z\nx \\| y | z", ["10:9 table-row-fits"]],
    ["words beyond it in a block quote", "> | a |\n> |---|\n> | x | y", ["10:9 table-row-fits"]],
    ["an image", "a\nb ![c](d.png)", ["9:3 image-stands-alone"]],
    ["an image behind an image in code", "`![c](d)` ![c](d)", ["8:11 image-stands-alone"]],
    ["a tag in an image's words", "![a {% frob %}](b)", ["8:5 cite-in-text", "8:17 image-readable"]],
    ["two images", "![a](b) ![c](d)", ["8:1 image-stands-alone", "8:9 image-stands-alone"]],
    ["a footnote that is not written", "a [^x]", ["8:3 footnote-defined"]],
    ["a footnote that is not written, behind the same in code", "`[^x]` a [^x]", ["8:10 footnote-defined"]],
    ["a footnote that is not written, in a table", "| a |\n|---|\n| [^x] |", ["10:3 footnote-defined"]],
    ["a footnote that is not written, in a note", "a\n\nb ^[c [^x]]\n\nd", ["10:7 footnote-defined"]],
    ["a footnote that nobody mentions", "a\n\n[^x]: b", ["10:1 footnote-mentioned"]],
    [
      "a footnote that nobody mentions, shown before in a fence",
      "```\n[^x]: c\n```\n\n[^x]: b",
      ["12:1 footnote-mentioned"],
    ],
    ["a footnote that only itself mentions", "a\n\n[^x]: b[^x]", ["10:1 footnote-mentioned"]],
    ["a footnote that is written twice", "a[^x]\n\n[^x]: b\n[^x]: c", ["11:1 footnote-defined"]],
    ["a footnote that is empty", "a[^x]\n\n[^x]:\n\nb", ["10:1 footnote-defined"]],
    ["a note in place that is empty", "a^[b] c^[ ]", ["8:10 footnote-defined"]],
    [
      "a footnote whose label has a space",
      "a [^my note]\n\n[^my note]: text of it",
      ["8:3 footnote-defined", "10:1 footnote-defined"],
    ],
    [
      "one that would be a link's address",
      "a [^my note]\n\n[^my note]: word",
      ["8:3 footnote-defined", "10:1 footnote-defined"],
    ],
    ["one below a line of text", "a\n[^my note]: word", ["9:1 footnote-defined"]],
    ["a footnote without a label", "[^]: word", ["8:1 footnote-defined"]],
    ["a footnote that is not written, with stars in its label", "a [^a*b*c]", ["8:3 footnote-defined"]],
    ["a footnote inside a footnote", "a[^x][^y]\n\n[^x]: b\n\n    [^y]: c", ["12:5 footnote-defined"]],
  ])("%s", (_, body, expected) => {
    expect(placesOf(briefFrom(body).problems)).toEqual(expected);
  });

  test("stars in a footnote's label are part of it", () => {
    expect(briefFrom("a [^a*b*c]\n\n[^a*b*c]: d").problems).toEqual([]);
  });

  test("rows with as many cells as the head or fewer fit", () => {
    const body = "| a | b |\n|---|---|\n| x |\nx | y\n| x \\| y | z |  \n\n> | a |\n> |---|\n> | x |";
    expect(briefFrom(body).problems).toEqual([]);
  });

  test("a footnote behind a backslash is text, and no problem", () => {
    expect(briefFrom("a \\[^x]").problems).toEqual([]);
  });

  test("all problems of a brief are found in one run", () => {
    const text = briefHead.replace("status: published", "status: publishd");
    expect(placesOf(briefOf(`${text}a ${badTag} {% foo %}\n\n[^x] ![y](z)`).problems)).toEqual([
      "6:9 front-matter-value",
      "8:22 relation-known",
      "8:32 tag-known",
      "10:1 footnote-defined",
      "10:6 image-stands-alone",
    ]);
  });
});

describe("a citation knows where each of its parts stands", () => {
  test("in a table, behind escaped pipes", () => {
    const body = '| a |\n|---|\n| {% cite "s", "7", note="x \\| y", quote="q", as="context" %} |';
    const [citation] = briefFrom(body).brief.citations;
    const columns = [citation?.sourcePlace, citation?.pinpointPlace, citation?.quotationPlace, citation?.relationPlace];
    expect(columns.map((place) => `${place?.line}:${place?.column}`)).toEqual(["10:11", "10:16", "10:42", "10:50"]);
  });

  test("where a part is not written, the nearest stands for it", () => {
    const [citation] = briefFrom('a {% cite "s", 7 %}').brief.citations;
    expect(citation?.relationPlace).toMatchObject({ line: 8, column: 3 });
    expect(citation?.quotationPlace).toMatchObject({ line: 8, column: 16 });
  });
});

describe("a link knows where its address stands", () => {
  const linksOf = (body: string) =>
    briefFrom(body).brief.links.map(({ href, place }) => `${place.line}:${place.column} ${href}`);

  test.each([
    ["inline", "a [b](/c)", ["8:7 /c"]],
    ["in pointed brackets", "a [b](</c>)", ["8:8 /c"]],
    ["an address alone", "a <https://e.org>", ["8:4 https://e.org"]],
    ["the same address twice", "[b](/c) [d](/c)", ["8:5 /c", "8:13 /c"]],
    ["behind the same address in code", "`/c` `[b](/c)` [b](/c)", ["8:20 /c"]],
    ["with the address for its text", "[/c](/c)", ["8:6 /c"]],
    ["in letters that are percent-encoded", "[b](/é)", ["8:5 /%C3%A9"]],
    ["in the second row of a table", "| [a](/b) |\n|---|\n| [a](/c) |\n| [a](/b) |", ["8:7 /b", "10:7 /c", "11:7 /b"]],
    ["in a footnote written apart", "a[^x]\n\n[^x]: [b](/c)\n\nlast", ["10:11 /c"]],
    ["in a footnote written in place", "a^[see [b](/c)]\n\nlast", ["8:12 /c"]],
    ["by reference, the block that uses it", "a\n[b][c]\n\n[c]: /d", ["8:1 /d"]],
  ])("%s", (_, body, expected) => {
    expect(linksOf(body)).toEqual(expected);
  });
});
