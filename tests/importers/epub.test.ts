import { strToU8, zipSync } from "fflate";
import { expect, test } from "vitest";
import { importEpub } from "../../lib/importers/epub.ts";
import { importFixture } from "./fidelity.ts";
import { refusalOf } from "./refusals.ts";
import { structureBlocks } from "./structure.ts";

test("structure.epub keeps lists, notes, quotations and tables", async () => {
  const { blocks, metadata, dropped } = await importFixture(importEpub, "structure.epub");
  expect(blocks).toEqual(structureBlocks("i.", "a.", "b.", "ii."));
  expect(metadata).toEqual({
    type: "book",
    title: "A report with everything",
    author: [{ literal: "Amina Shah" }, { literal: "Institute for Reports" }],
    issued: "2025-03-04",
    language: "en-GB",
  });
  expect(dropped).toMatchObject([{ what: "title page" }]);
});

/** An e-book of the files given, which are its spine in that order. */
function book(files: Readonly<Record<string, string>>, more: Readonly<Record<string, string>> = {}): Uint8Array {
  const names = Object.keys(files);
  const items = names.map((name, index) => `<item id="i${index}" href="${name}"/>`).join("");
  const spine = names.map((_, index) => `<itemref idref="i${index}"/>`).join("");
  const all = {
    "META-INF/container.xml": `<container><rootfiles><rootfile full-path="OPS/book.opf"/></rootfiles></container>`,
    "OPS/book.opf": `<package><metadata><dc:title>A book</dc:title></metadata><manifest>${items}</manifest><spine>${spine}</spine></package>`,
    ...Object.fromEntries(
      Object.entries(files).map(([name, body]) => [`OPS/${name}`, `<html><body>${body}</body></html>`]),
    ),
    ...more,
  };
  return zipSync(Object.fromEntries(Object.entries(all).map(([name, text]) => [name, strToU8(text)])));
}

test("notes in a file of their own are footnotes, and their marks leave the text", async () => {
  const outcome = await importEpub(
    book({
      "one.xhtml": `<h1>A book</h1><p>Words<a epub:type="noteref" href="notes.xhtml#n1">1</a> go on.<a id="x"/></p>`,
      "notes.xhtml": `<h2>Notes</h2><ol><li id="n1"><p>A note. <a role="doc-backlink" href="one.xhtml#x">↩</a></p></li></ol>`,
    }),
    "a.epub",
  );
  expect(outcome).toMatchObject({
    kind: "document",
    document: {
      metadata: { title: "A book" },
      blocks: [
        { kind: "paragraph", text: "Words go on." },
        { kind: "heading", text: "Notes" },
        { kind: "paragraph", label: "fn1", text: "A note." },
      ],
    },
  });
});

test("scripts leave no word, and a part that is missing is said", async () => {
  const bytes = book({ "one.xhtml": `<p onclick="x()">Words<script>alert(1)</script></p>`, "two.xhtml": "" });
  const outcome = await importEpub(bytes, "a.epub");
  expect(outcome).toMatchObject({ document: { blocks: [{ text: "Words" }], dropped: [{ what: "script" }] } });
});

test("a book that is locked is refused", async () => {
  const lock = `<encryption><enc:EncryptedData><enc:CipherReference URI="OPS/one.xhtml"/></enc:EncryptedData></encryption>`;
  const bytes = book({ "one.xhtml": "…" }, { "META-INF/encryption.xml": lock });
  expect(await refusalOf(importEpub, bytes)).toBe("is locked against copying: its text cannot be read.");
});

test("pages of the printed book are those on which paragraphs begin, over files too, and no words", async () => {
  const turn = (page: string, words = "") => `<span epub:type="pagebreak" title="${page}">${words}</span>`;
  const bytes = book({
    "one.xhtml": `<html><body><p>Before.</p><h2>${turn("xi", "xi")}Part</h2><p>First ${turn("Page xii", "Page xii")}goes on.</p><ul><li>Item</li></ul></body></html>`,
    "two.xhtml": `<html><body><p>Still there.</p><div role="doc-pagebreak" aria-label="1"></div><p>${turn("2")}Next.</p><p>Two ${turn("3")}pages.</p><table><tr><td>a</td><td>b</td></tr><tr><td>c</td><td>${turn("4")}d</td></tr></table><p>Last.</p></body></html>`,
  });
  const outcome = await importEpub(bytes, "a.epub");
  if (outcome.kind === "refused") throw new Error(outcome.reason);
  expect(
    outcome.document.blocks.map((block) => [
      block.kind === "table" ? block.rows.flat().join() : block.text,
      block.kind === "heading" ? undefined : block.page,
    ]),
  ).toEqual([
    ["Before.", undefined],
    ["Part", undefined],
    ["First goes on.", "xi"],
    ["Item", "xii"],
    ["Still there.", "xii"],
    ["Next.", "2"],
    ["Two pages.", "2"],
    ["a,b,c,d", "3"],
    ["Last.", "4"],
  ]);
});
