import { describe, expect, test } from "vitest";
import { importDocx } from "../../lib/importers/docx.ts";
import type { ImportedBlock, ImportedDocument } from "../../lib/importers/imported-document.ts";
import { importFixture } from "./fidelity.ts";
import { refusalOf } from "./refusals.ts";
import { definition, list, paragraph, smallDocx } from "./small-docx.ts";
import { structureBlocks } from "./structure.ts";

test.each(["structure.docx", "structure-writer.docx"])("%s keeps lists, notes, quotations and tables", async (name) => {
  const { blocks, metadata } = await importFixture(importDocx, name);
  expect(blocks).toEqual(expect.arrayContaining(structureBlocks("(i)", "(a)", "(b)", "(ii)")));
  expect(metadata).toMatchObject({
    title: "A report with everything",
    author: [{ literal: "Amina Shah" }, { literal: "Institute for Reports" }],
  });
});

async function read(bytes: Uint8Array): Promise<ImportedDocument> {
  const outcome = await importDocx(bytes, "small.docx");
  if (outcome.kind === "refused") throw new Error(outcome.reason);
  return outcome.document;
}

const shown = (block: ImportedBlock) =>
  block.kind === "table" ? block.rows : `${block.kind === "item" ? `${block.marker} ` : ""}${block.text}`;

describe("numbers are those that Word shows", () => {
  const outline = definition(1, ["decimal", "%1."], ["decimal", "%1.%2"], ["lowerLetter", "(%3)"]);

  test("an outline counts on over paragraphs that are not in it, and its numbers are labels", async () => {
    const body = [
      paragraph("One", 1),
      paragraph("Below one", 1, 1),
      paragraph("Plain"),
      paragraph("Still below one", 1, 1),
      paragraph("A clause", 1, 2),
      paragraph("Two", 1),
      paragraph("Below two", 1, 1),
    ];
    const { blocks } = await read(smallDocx({ body: body.join(""), numbering: outline + list(1, 1) }));
    expect(blocks).toEqual([
      { kind: "item", marker: "1.", label: "1", depth: 0, text: "One" },
      { kind: "item", marker: "1.1", label: "1.1", depth: 1, text: "Below one" },
      { kind: "paragraph", text: "Plain" },
      { kind: "item", marker: "1.2", label: "1.2", depth: 1, text: "Still below one" },
      { kind: "item", marker: "(a)", depth: 2, text: "A clause" },
      { kind: "item", marker: "2.", label: "2", depth: 0, text: "Two" },
      { kind: "item", marker: "2.1", label: "2.1", depth: 1, text: "Below two" },
    ]);
  });

  test("lists of one definition count on together, unless one says where to begin", async () => {
    const numbering =
      definition(1, ["upperRoman", "%1."]) +
      list(1, 1) +
      list(2, 1) +
      list(3, 1, '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride>');
    const body = [1, 2, 3, 3].map((number) => paragraph("Words", number)).join("");
    const { blocks } = await read(smallDocx({ body, numbering }));
    expect(blocks.map(shown)).toEqual(["I. Words", "II. Words", "I. Words", "II. Words"]);
  });

  test("a number may come from a style, and a heading has it in its words", async () => {
    const styles = `<w:style w:type="paragraph" w:styleId="Heading1"><w:name w:val="heading 1"/><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>`;
    const numbering = definition(1, ["decimal", "Part %1", '<w:pStyle w:val="Heading1"/>']) + list(1, 1);
    const body = paragraph("Rules", undefined, 0, "Heading1") + paragraph("Not numbered", 0, 0, "Heading1");
    const { blocks } = await read(smallDocx({ body, numbering, styles }));
    expect(blocks).toEqual([
      { kind: "heading", depth: 1, text: "Part 1 Rules" },
      { kind: "heading", depth: 1, text: "Not numbered" },
    ]);
  });

  test("a way of counting that is not known is written in digits and said to be uncertain", async () => {
    const numbering = definition(1, ["chineseCounting", "%1."]) + list(1, 1);
    const { blocks } = await read(smallDocx({ body: paragraph("Words", 1), numbering }));
    expect(blocks).toMatchObject([{ marker: "1.", uncertain: "its number is written otherwise in the document" }]);
  });
});

test("hidden text, remarks and deletions are left out and said", async () => {
  const body =
    '<w:p><w:r><w:t>Seen</w:t></w:r><w:r><w:rPr><w:vanish/></w:rPr><w:t>unseen</w:t></w:r><w:del w:id="1"><w:r><w:delText>gone</w:delText></w:r></w:del></w:p>';
  const comments = '<w:comment w:id="1"><w:p><w:r><w:t>A remark</w:t></w:r></w:p></w:comment>';
  const { blocks, dropped, doubts } = await read(smallDocx({ body, comments }));
  expect(blocks).toEqual([{ kind: "paragraph", text: "Seen" }]);
  expect(dropped).toEqual([
    { what: "hidden text", text: "unseen" },
    { what: "comment", text: "A remark" },
  ]);
  expect(doubts).toEqual(["The document has tracked changes: it was read as if all of them were accepted."]);
});

test("mark-up in the words stays words", async () => {
  const body = paragraph("&lt;script&gt;alert(1)&lt;/script&gt; &amp;amp; {{ x }}");
  const { blocks } = await read(smallDocx({ body }));
  expect(blocks).toEqual([{ kind: "paragraph", text: "<script>alert(1)</script> &amp; {{ x }}" }]);
});

test("a document without a word is refused", async () => {
  expect(await refusalOf(importDocx, smallDocx({ body: "<w:p/>" }))).toBe("has no text.");
});
