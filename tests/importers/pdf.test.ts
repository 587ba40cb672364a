import { expect, test } from "vitest";
import { importPdf } from "../../lib/importers/pdf.ts";
import { fixture, importFixture } from "./fidelity.ts";
import { smallPdf } from "./small-pdf.ts";
import { refusalOf } from "./refusals.ts";

test("running heads and page numbers are left out and said", async () => {
  const { dropped } = await importFixture(importPdf, "eng.pdf");
  expect(dropped).toEqual([
    { what: "running head", text: "Universal Declaration of Human Rights" },
    { what: "page number", text: "Page 1 of 6" },
  ]);
});

test("every block says on which page it begins", async () => {
  const { blocks } = await importFixture(importPdf, "eng-columns.pdf");
  const pages = blocks.map((block) => Number("page" in block ? block.page : "0"));
  expect(pages).toEqual(pages.toSorted((first, second) => first - second));
  expect(new Set(pages).size).toBeGreaterThan(1);
  expect(Math.min(...pages)).toBe(1);
});

test("what was joined over a page break is marked", async () => {
  const { blocks } = await importFixture(importPdf, "apache.pdf");
  const joined = blocks.filter((block) => "uncertain" in block && block.uncertain === "joined over a page break");
  expect(joined).not.toEqual([]);
});

test.each([
  ["is empty", new Uint8Array(), "is empty."],
  ["is no PDF", new TextEncoder().encode("Only words."), "is not a PDF."],
  ["is damaged", new TextEncoder().encode("%PDF-1.7\nand then nothing"), "is damaged: it cannot be read as a PDF."],
  ["is encrypted", fixture("encrypted.pdf"), "is encrypted: import a copy without a password."],
  ["is a scan", fixture("scan.pdf"), "holds pictures of pages and no text: have the text recognised (OCR) first."],
  ["is too large", new Uint8Array(50_000_001), "is larger than 50 MB."],
])("a file that %s is refused", async (_, bytes, reason) => {
  expect(await refusalOf(importPdf, bytes)).toBe(reason);
});

test("a PDF whose bytes were changed is refused or read, and never throws", async () => {
  const bytes = fixture("eng-columns.pdf");
  for (let at = 0; at < bytes.length; at += Math.ceil(bytes.length / 25)) {
    const changed = bytes.slice();
    changed[at] = (changed[at] ?? 0) ^ 0xff;
    expect(["document", "refused"]).toContain((await importPdf(changed, "changed.pdf")).kind);
  }
});

test("footnotes come last, their marks leave the text, and powers stay", async () => {
  const { blocks } = await importFixture(importPdf, "notes.pdf");
  expect(blocks).toEqual([
    { kind: "paragraph", page: "1", text: "Words with a note go on after it, 10⁶ times." },
    { kind: "paragraph", page: "1", text: "A second paragraph ends the page." },
    { kind: "paragraph", page: "1", label: "fn1", text: "The first note, which says something of the words." },
    { kind: "paragraph", page: "1", label: "fn2", text: "The second note." },
  ]);
});

test.each<[string, string | undefined, (string | undefined)[]]>([
  ["the file tells nothing", undefined, ["1", "2", "3"]],
  ["the file tells them", "/Nums [0 << /S /r /St 11 >> 2 << /S /D >>]", ["xi on 1", "xii on 2", "1 on 3"]],
  ["they are those of a part", "/Nums [0 << /S /D /P (A-) >>]", ["A-1 on 1", "A-2 on 2", "A-3 on 3"]],
  ["some bear none", "/Nums [0 << >> 1 << /S /D /St 2 >>]", [undefined, "2", "3"]],
  ["they are words", "/Nums [0 << /P (Front cover) >> 1 << /S /D >>]", [undefined, "1 on 2", "2 on 3"]],
])("pages are those printed, with their sheets where they differ: %s", async (_, labels, expected) => {
  const outcome = await importPdf(smallPdf(["The first one.", "The second one.", "The third one."], labels), "a.pdf");
  if (outcome.kind === "refused") throw new Error(outcome.reason);
  const pages = outcome.document.blocks.map((block) =>
    block.kind === "heading" || block.page === undefined
      ? undefined
      : `${block.page}${block.sheet === undefined ? "" : ` on ${block.sheet}`}`,
  );
  expect(pages).toEqual(expected);
});

test("lines that look like a table say so and keep every word; running text and lists do not", async () => {
  const rows = "Year\tMen\tWomen\n2022\t10\t12\n2023\t14\t15\n2024\t16\t17";
  const outcome = await importPdf(smallPdf([`Some words that stand before it, in a line.\n${rows}`]), "a.pdf");
  if (outcome.kind === "refused") throw new Error(outcome.reason);
  const { blocks } = outcome.document;
  expect(blocks.map((block) => ("text" in block ? block.text : "")).join(" ")).toBe(
    `Some words that stand before it, in a line. ${rows.replace(/\s/g, " ")}`,
  );
  expect(blocks.map((block) => "uncertain" in block && block.uncertain)).toContain("looks like a table");
  for (const name of ["eng.pdf", "eng-columns.pdf", "apache-columns.pdf", "urd-columns.pdf", "zho.pdf", "notes.pdf"]) {
    const { blocks: others } = await importFixture(importPdf, name);
    expect(others.filter((block) => "uncertain" in block && block.uncertain === "looks like a table")).toEqual([]);
  }
});
