import { strToU8, zipSync } from "fflate";
import { expect, test } from "vitest";
import { parseSource } from "../../lib/core/source/parse-source.ts";
import { FileText } from "../../lib/core/text/file-text.ts";
import { importDocument } from "../../lib/importers/import-document.ts";
import { makeSource } from "../../lib/importers/make-source.ts";
import { prepareDocument } from "../../lib/importers/prepare-document.ts";
import { definition, list, paragraph, smallDocx } from "./small-docx.ts";

const html =
  '<ol><li>One<ol type="a"><li>A<ol type="i"><li>First</li><li>Second</li></ol></li><li>B</li></ol></li><li>Two<ul><li>Dot</li></ul></li></ol><p>Behind.</p>';

const docx = smallDocx({
  numbering:
    definition(1, ["decimal", "%1."], ["lowerLetter", "%2."], ["lowerRoman", "%3."]) +
    definition(2, ["decimal", "%1."], ["bullet", "•"]) +
    list(1, 1) +
    list(2, 2),
  body: [
    paragraph("One", 1),
    paragraph("A", 1, 1),
    paragraph("First", 1, 2),
    paragraph("Second", 1, 2),
    paragraph("B", 1, 1),
    paragraph("Two", 1),
    paragraph("Dot", 2, 1),
    paragraph("Behind."),
  ].join(""),
});

function odt(): Uint8Array {
  const level = (depth: number, format: string) =>
    `<text:list-level-style-number text:level="${depth}" style:num-format="${format}" style:num-suffix="."/>`;
  const styles =
    `<text:list-style style:name="L">${level(1, "1")}${level(2, "a")}${level(3, "i")}</text:list-style>` +
    '<text:list-style style:name="D"><text:list-level-style-bullet text:level="1"/><text:list-level-style-bullet text:level="2"/></text:list-style>';
  const lists = html
    .replace(
      /<ul><li>Dot<\/li><\/ul>/,
      '<text:list text:style-name="D"><text:list-item><text:p>Dot</text:p></text:list-item></text:list>',
    )
    .replace("<ol>", '<text:list text:style-name="L">')
    .replace(/<ol[^>]*>/g, "<text:list>")
    .replaceAll("</ol>", "</text:list>")
    .replaceAll("<li>", "<text:list-item>")
    .replaceAll("</li>", "</text:list-item>")
    .replace(/<p>|<\/p>/g, "")
    .replace(/>(Behind\.|One|A|First|Second|B|Two)/g, "><text:p>$1</text:p>");
  const content = `<office:document-content><office:automatic-styles>${styles}</office:automatic-styles><office:body><office:text>${lists}</office:text></office:body></office:document-content>`;
  return zipSync({
    mimetype: strToU8("application/vnd.oasis.opendocument.text"),
    "content.xml": strToU8(content),
    "META-INF/manifest.xml": strToU8("<manifest/>"),
  });
}

const epub = zipSync({
  mimetype: [strToU8("application/epub+zip"), { level: 0 }],
  "META-INF/container.xml": strToU8('<container><rootfiles><rootfile full-path="b.opf"/></rootfiles></container>'),
  "b.opf": strToU8(
    '<package><manifest><item id="i" href="i.xhtml"/></manifest><spine><itemref idref="i"/></spine></package>',
  ),
  "i.xhtml": strToU8(`<html><body>${html}</body></html>`),
});

test.each([
  ["lists.html", strToU8(html)],
  ["lists.docx", docx],
  ["lists.odt", odt()],
  ["lists.epub", epub],
])("%s keeps lists inside lists, through the source that is written and read again", async (name, bytes) => {
  const outcome = await importDocument(bytes, name);
  if (outcome.kind === "refused") throw new Error(outcome.reason);
  const { blocks } = prepareDocument(outcome.document, "ours");
  const decisions = { title: "T", type: "report", language: "en", grade: "primary", rights: "excerpt" };
  const original = { name, sha256: "0".repeat(64) };
  const made = makeSource({ id: "x", metadata: {}, numbering: "ours", blocks, original }, decisions, () => "");
  if (made.kind === "refused") throw new Error(made.reasons.join("\n"));
  const { source, problems } = parseSource("x", new FileText("sources/x.md", made.text));
  expect(problems).toEqual([]);
  expect(
    source.paragraphs.map(({ label, depth = 0, marker, text }) => `${label} ${"  ".repeat(depth)}${marker} ${text}`),
  ).toEqual([
    "1 1. One",
    "2   • a. A",
    "3     • i. First",
    "4     • ii. Second",
    "5   • b. B",
    "6 2. Two",
    "7   • Dot",
    "8  Behind.",
  ]);
});
