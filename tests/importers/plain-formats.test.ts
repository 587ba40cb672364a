import { describe, expect, test } from "vitest";
import { importDocument } from "../../lib/importers/import-document.ts";
import { largestFile, type ImportedDocument } from "../../lib/importers/imported-document.ts";

const bytesOf = (text: string) => new TextEncoder().encode(text);

async function bring(text: string, name: string): Promise<ImportedDocument> {
  const outcome = await importDocument(bytesOf(text), name);
  if (outcome.kind === "refused") throw new Error(outcome.reason);
  return outcome.document;
}

function brief({ metadata, blocks }: ImportedDocument): { title: string | undefined; blocks: string[] } {
  return {
    title: metadata.title,
    blocks: blocks.map((block) => {
      const label = block.kind !== "heading" && block.label !== undefined ? `${block.label}: ` : "";
      const sign = block.kind === "paragraph" ? "" : block.kind === "item" ? `${block.marker} ` : `[${block.kind}] `;
      return `${label}${sign}${block.kind === "table" ? JSON.stringify(block.rows) : block.text}`;
    }),
  };
}

const long =
  "A paragraph that is long enough that nobody would have broken it into lines by hand, since it goes on and on and on and on.";

describe("plain text", () => {
  test.each<[string, string, string | undefined, string[]]>([
    ["blank lines set paragraphs apart", "Title\n\nOne\nand on.\n\nTwo.", "Title", ["One and on.", "Two."]],
    ["long lines are paragraphs each", `Title\n${long}\n${long}`, "Title", [long, long]],
    ["a first line that ends a sentence is no title", "One.\n\nTwo.", undefined, ["One.", "Two."]],
    ["any line ending will do", "Title\r\n\r\nOne.\r\rTwo.", "Title", ["One.", "Two."]],
    [
      "broken Chinese lines join without a space",
      "标题\n\n人人生而自由,在尊严和\n权利上一律平等。",
      "标题",
      ["人人生而自由,在尊严和权利上一律平等。"],
    ],
  ])("%s", async (_, text, title, blocks) => {
    expect(brief(await bring(text, "a.txt"))).toEqual({ title, blocks });
  });
});

describe("Markdown", () => {
  test.each<[string, string, string | undefined, string[]]>([
    [
      "headings, lists, quotes, tables, code",
      "# T\n\n## H\n\na *b* [c](d)\n\n3. x\n   - y\n\n> q\n\n|a|b|\n|-|-|\n|1|2|\n\n```\nc  d\n```",
      "T",
      ["[heading] H", "a b c", "3. x", "• y", "[quote] q", '[table] [["a","b"],["1","2"]]', "[code] c  d"],
    ],
    ["raw HTML is dropped", "<div>x</div>\n\na<b>b</b>", undefined, ["ab"]],
    ["footnotes come last", "a[^1].\n\n[^1]: note\n\nb", undefined, ["a.", "b", "fn1: note"]],
    ["front matter is read, and never run", "---\ntitle: T\nlayout: x\n---\n\na", "T", ["a"]],
    ["what only looks like front matter is text", "---js\nrun()\n---\n\na", undefined, ["[heading] run()", "a"]],
  ])("%s", async (_, text, title, blocks) => {
    const document = brief(await bring(text, "a.md"));
    if (text.startsWith("---js")) expect(document.blocks.at(-1)).toBe("a");
    else expect(document).toEqual({ title, blocks });
  });

  test("what is dropped is said", async () => {
    const { dropped } = await bring("---\nlayout: x\ntitle: T\n---\n\n<script>x</script>\n\n![A map](m.png) a", "a.md");
    expect(dropped).toEqual([
      { what: "key of the front matter", text: "layout" },
      { what: "HTML", text: "<script>x</script>" },
      { what: "picture", text: "A map" },
    ]);
  });
});

describe("labelled paragraphs", () => {
  test.each<[string, string, string, string[]]>([
    ["JSON, a list", '[{"label":"1","text":"a"},{"label":2,"text":"b"},"c"]', "a.json", ["1: a", "2: b", "c"]],
    [
      "JSON with metadata",
      '{"metadata":{"title":"T"},"paragraphs":[{"heading":"H"},{"label":"P.1","text":"a"}]}',
      "a.json",
      ["[heading] H", "P.1: a"],
    ],
    ["CSV", 'label,text\n1,"a, ""b"""\n14.1,"c\nd"\n', "a.csv", ['1: a, "b"', "14.1: c\nd"]],
    ["CSV with semicolons and another order", "Text;No.\na;1\n", "a.csv", ["1: a"]],
    ["a table with tabs", "label\ttext\n1\ta\n", "a.tsv", ["1: a"]],
  ])("%s", async (_, text, name, blocks) => {
    expect(brief(await bring(text, name)).blocks).toEqual(blocks);
  });

  test("keys and columns that have no place are said", async () => {
    expect(
      (await bring('{"metadata":{"title":"T","__proto__":1,"colour":"red"},"paragraphs":["a"]}', "a.json")).dropped,
    ).toEqual([{ what: "key of the metadata", text: "colour" }]);
    expect((await bring("label,text,colour\n1,a,red", "a.csv")).dropped).toEqual([{ what: "column", text: "colour" }]);
  });
});

describe("content decides before the name", () => {
  test.each<[string, string, string]>([
    ["a page without an ending", "<!DOCTYPE html><title>T</title><p>a</p>", "page"],
    ["a page with another", "<html><title>T</title><p>a</p></html>", "page.asp"],
  ])("%s", async (_, text, name) => {
    expect((await bring(text, name)).metadata.title).toBe("T");
  });
});

describe("refused, in one line", () => {
  const head = (text: string) => Uint8Array.from(Buffer.from(text, "latin1"));
  test.each<[string, Uint8Array, string, string]>([
    ["nothing", new Uint8Array(), "a.txt", "is empty."],
    ["white space", bytesOf(" \n\n "), "a.txt", "has no text."],
    ["too much", new Uint8Array(largestFile + 1), "a.txt", "is larger than 50 MB, the most that is taken in."],
    ["a picture", head("\x89PNG\r\n\x1a\n\0\0"), "a.txt", "is a picture, not a text."],
    [
      "a text that says it is a PDF",
      bytesOf("words"),
      "a.pdf",
      "is not a PDF, though its name says so; or it is damaged.",
    ],
    [
      "an old Word file",
      head("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1"),
      "a.doc",
      "is of Word before 2007. Save it as .docx and add that.",
    ],
    ["rich text", bytesOf("{\\rtf1 a}"), "a.rtf", "is in Rich Text Format. Save it as .docx or .odt and add that."],
    ["an archive", head("PK\x03\x04 notes.txt"), "a.zip", "is a compressed file. Unpack it and add what is inside."],
    [
      "JSON of something else",
      bytesOf('{"a":1}'),
      "a.json",
      'is JSON, but not of labelled paragraphs. Write [{ "label": "1", "text": "…" }], or { "metadata": {…}, "paragraphs": […] }.',
    ],
    [
      "a table without text",
      bytesOf("a,b\n1,2"),
      "a.csv",
      'has no column named "text". Name the columns in its first row: label,text.',
    ],
    [
      "a page without words",
      bytesOf("<html><body><script>x</script></body></html>"),
      "a.html",
      "has no text that could be told from what stands around it.",
    ],
  ])("%s", async (_, bytes, name, reason) => {
    expect(await importDocument(bytes, name)).toEqual({ kind: "refused", reason });
  });

  test("a page nested without end", async () => {
    const outcome = await importDocument(bytesOf(`<html><body>${"<div>".repeat(60_000)}x`), "a.html");
    if (outcome.kind === "refused") expect(outcome.reason).toMatch(/nested too deeply/);
    else expect(outcome.document.blocks).toEqual([{ kind: "paragraph", text: "x" }]);
  });

  test("broken JSON says where", async () => {
    expect(await importDocument(bytesOf("[1,"), "a.json")).toMatchObject({
      reason: expect.stringMatching(/^is not JSON: .*/) as string,
    });
  });
});
