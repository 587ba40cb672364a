import { strToU8, zipSync } from "fflate";
import { expect, test } from "vitest";
import { importDocx } from "../../lib/importers/docx.ts";
import { importEpub } from "../../lib/importers/epub.ts";
import type { Importer } from "../../lib/importers/imported-document.ts";
import { importOdt } from "../../lib/importers/odt.ts";
import { fixture } from "./fidelity.ts";
import { compoundFile, refusalOf } from "./refusals.ts";

const importers: [string, Importer, string][] = [
  ["docx", importDocx, "word/document.xml"],
  ["odt", importOdt, "content.xml"],
  ["epub", importEpub, "EPUB/text/ch001.xhtml"],
];

test.each(importers)("a .%s that is empty is refused", async (_, importer) => {
  expect(await refusalOf(importer, new Uint8Array())).toBe("is empty.");
});

test.each(importers)("a .%s that is something else is refused", async (_, importer) => {
  expect(await refusalOf(importer, strToU8("Only words."))).toMatch(/^is not an? /);
  expect(await refusalOf(importer, zipSync({ "a.txt": strToU8("Only words.") }))).toMatch(/^is not an? /);
});

test.each(importers)("a .%s that is wrapped in encryption is refused", async (_, importer) => {
  expect(await refusalOf(importer, compoundFile)).toMatch(/^is encrypted/);
});

test.each(importers)("a .%s that was cut off is refused", async (format, importer) => {
  const bytes = fixture(`eng.${format}`);
  expect(await refusalOf(importer, bytes.subarray(0, bytes.length >> 1))).toMatch(/^is damaged/);
});

test.each(importers)(
  "a .%s whose bytes were changed is refused or read, and never throws",
  async (format, importer) => {
    const bytes = fixture(`eng.${format}`);
    for (let at = 0; at < bytes.length; at += Math.ceil(bytes.length / 40)) {
      const changed = bytes.slice();
      changed[at] = (changed[at] ?? 0) ^ 0xff;
      const outcome = await importer(changed, `eng.${format}`);
      expect(["document", "refused"]).toContain(outcome.kind);
    }
  },
);

test.each(importers)(
  "a .%s that unpacks to far more than its size is refused before it is unpacked",
  async (_, importer, name) => {
    const bomb = zipSync({ [name]: new Uint8Array(60_000_000) }, { level: 9 });
    expect(bomb.length).toBeLessThan(100_000);
    expect(await refusalOf(importer, bomb)).toMatch(/^would take up more than it should/);
  },
);

test("text that is larger than can be read is refused", async () => {
  const archive = zipSync({ "content.xml": new Uint8Array(50_000_001) }, { level: 0 });
  expect(await refusalOf(importOdt, archive)).toBe("holds more than 50 MB of text.");
});

test("two files of one name are refused", async () => {
  const archive = zipSync({ "content.xml": strToU8("<a/>"), "content.xmm": strToU8("<b/>") }, { level: 0 });
  const twice = Buffer.from(Buffer.from(archive).toString("latin1").replaceAll("content.xmm", "content.xml"), "latin1");
  expect(await refusalOf(importOdt, new Uint8Array(twice))).toMatch(/^holds "content.xml" twice/);
});

test.each(importers)("a .%s with very many files is refused", async (_, importer) => {
  const files = Object.fromEntries(Array.from({ length: 10_001 }, (_, index) => [`${index}.xml`, new Uint8Array()]));
  expect(await refusalOf(importer, zipSync(files, { level: 0 }))).toMatch(/^holds more than 10000 files/);
});

test("a size that is declared too small does not let more be unpacked", async () => {
  const zip = zipSync({ "content.xml": new Uint8Array(30_000_000).fill(0x20) }, { level: 9 });
  const view = new DataView(zip.buffer);
  // The uncompressed size stands 22 bytes into the local header, and 24 into the one in the directory.
  for (let at = 0; at + 4 < zip.length; at++) {
    if (view.getUint32(at, true) === 0x04034b50) view.setUint32(at + 22, 100, true);
    if (view.getUint32(at, true) === 0x02014b50) view.setUint32(at + 24, 100, true);
  }
  expect(await refusalOf(importOdt, zip)).toMatch(/^is (?:damaged|not)/);
});

test("XML that is nested without end is refused", async () => {
  const deep = `<office:text>${"<text:section>".repeat(100_000)}`;
  const reason = await refusalOf(importOdt, zipSync({ "content.xml": strToU8(deep) }));
  expect(reason).toBe("is damaged: its text is nested too deeply.");
});

test("an entity that a document declares is not expanded", async () => {
  const xml = `<!DOCTYPE x [<!ENTITY lol "lol"><!ENTITY file SYSTEM "file:///etc/passwd">]><office:text><text:p>A &lol; &file; B</text:p></office:text>`;
  const outcome = await importOdt(zipSync({ "content.xml": strToU8(xml) }), "x.odt");
  expect(outcome).toMatchObject({ kind: "document", document: { blocks: [{ text: "A &lol; &file; B" }] } });
});
