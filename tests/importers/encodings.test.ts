import { describe, expect, test } from "vitest";
import { decodeText } from "../../lib/importers/decode-text.ts";
import { importDocument } from "../../lib/importers/import-document.ts";
import { readEncodingName } from "../../lib/importers/known-encodings.ts";
import { encodeAs } from "./encode.ts";
import { declaration } from "./real-texts.ts";

function wide(text: string, order: "le" | "be", mark: boolean): Uint8Array {
  const bytes = Buffer.from(`${mark ? "\uFEFF" : ""}${text}`, "utf16le");
  return Uint8Array.from(order === "be" ? bytes.swap16() : bytes);
}

const utf8 = (text: string) => new TextEncoder().encode(text);

describe("a file's own text", () => {
  const text = "Title\r\n\r\nNaïve – “café” 漢字 سلام\r\n";
  test.each<[string, Uint8Array, string]>([
    ["UTF-8", utf8(text), "utf-8"],
    ["UTF-8 with a mark", utf8(`\uFEFF${text}`), "utf-8"],
    ["UTF-16, little end first, with a mark", wide(text, "le", true), "utf-16le"],
    ["UTF-16, big end first, with a mark", wide(text, "be", true), "utf-16be"],
  ])("in %s", (_, bytes, name) => {
    expect(decodeText(bytes)).toEqual({ kind: "text", text, encoding: { name, certain: true } });
  });

  test.each(["eng", "fra", "urd", "arb", "rus", "cmn_hans", "jpn"])("in UTF-16 without a mark: %s", (code) => {
    const text = `${declaration(code)
      .blocks.map((block) => block.text)
      .join("\r\n\r\n")}\r\n`;
    for (const order of ["le", "be"] as const)
      expect(decodeText(wide(text, order, false))).toEqual({
        kind: "text",
        text,
        encoding: { name: `utf-16${order}`, certain: true },
      });
  });
});

const legacy: [code: string, label: string][] = [
  ["fra", "windows-1252"],
  ["deu_1996", "windows-1252"],
  ["spa", "windows-1252"],
  ["arb", "windows-1256"],
  ["rus", "windows-1251"],
  ["rus", "koi8-r"],
  ["jpn", "shift_jis"],
  ["jpn", "euc-jp"],
  ["cmn_hans", "gb18030"],
  ["cmn_hant", "big5"],
  ["kor", "euc-kr"],
];

describe("older encodings give the right text, and say it is a guess", () => {
  test.each(legacy)("%s in %s", (code, label) => {
    const lines = declaration(code).blocks.map((block) => block.text.replace(/[\u200B-\u200F]/g, ""));
    const text = lines.filter((line) => encodeAs(label, line)).join("\r\n\r\n");
    expect(text.length).toBeGreaterThan(1000);
    const bytes = encodeAs(label, text);
    if (!bytes) throw new Error("not encodable");
    expect(decodeText(bytes)).toEqual({ kind: "text", text, encoding: { name: label, certain: false } });
  });

  test("a single paragraph is right or refused, never taken for another", () => {
    let right = 0;
    let refused = 0;
    const wrong: string[] = [];
    for (const [code, label] of legacy) {
      for (const { text } of declaration(code).blocks.filter((block) => block.text.length > 60)) {
        const bytes = encodeAs(label, text);
        if (!bytes || bytes.every((byte) => byte < 128)) continue;
        const decoding = decodeText(bytes);
        if (decoding.kind === "refused") refused += 1;
        else if (decoding.text === text) right += 1;
        else wrong.push(`${label} ${code} as ${decoding.encoding.name}: ${decoding.text.slice(0, 60)}`);
      }
    }
    console.log(`single paragraphs: ${right} right, ${refused} refused, ${wrong.length} wrong`);
    for (const one of wrong) console.log(`  ${one}`);
    expect(wrong).toEqual([]);
    expect(refused / (right + refused)).toBeLessThan(0.02);
  });
});

test("typographic characters of Windows-1252 are what they were typed as", () => {
  const bytes = encodeAs(
    "windows-1252",
    "“It’s” – that’s the café’s €5… price, naïvely said, in a sentence of some length.",
  );
  expect(bytes && decodeText(bytes)).toMatchObject({
    text: expect.stringContaining("“It’s” – that’s the café’s €5…") as string,
  });
});

test.each<[string, Uint8Array, RegExp]>([
  ["bytes of a program", Uint8Array.from({ length: 4000 }, (_, at) => (at * 7919) % 256), /binary/],
  ["half of a pair in UTF-16", Uint8Array.from([0xff, 0xfe, 0x41, 0x00, 0x42]), /damaged/],
  ["UTF-8 that breaks off inside a character", utf8("This is a naïve text — é").slice(0, -1), /encoding/],
  ["control characters", Uint8Array.from({ length: 400 }, (_, at) => (at % 3 === 0 ? 1 : 65)), /binary/],
])("%s are refused", (_, bytes, reason) => {
  expect(decodeText(bytes)).toMatchObject({ kind: "refused", reason: expect.stringMatching(reason) as string });
});

describe("an encoding that somebody names", () => {
  const short = encodeAs("windows-1256", "سلام") ?? new Uint8Array();

  test("is taken where it could not be told, and is certain", async () => {
    expect(decodeText(short, undefined, "cp1256")).toEqual({
      kind: "text",
      text: "سلام",
      encoding: { name: "windows-1256", certain: true },
    });
    for (const name of ["a.txt", "a.md", "a.html"]) {
      const outcome = await importDocument(short, name, { encoding: "windows-1256" });
      expect(outcome).toMatchObject({ document: { blocks: [{ text: "سلام" }], encoding: { certain: true } } });
    }
  });

  test("is taken before what a page says of itself", () => {
    expect(decodeText(short, "windows-1252", "windows-1256")).toMatchObject({ text: "سلام" });
  });

  test.each<[string, Uint8Array, string, string]>([
    [
      "one that the bytes are not in",
      Uint8Array.of(0x61, 0xff),
      "utf-8",
      "is not in utf-8: some of its bytes mean nothing there.",
    ],
    [
      "one that the file's mark contradicts",
      utf8("\uFEFFa"),
      "windows-1252",
      "is marked as utf-8 by its first bytes, so that it cannot be in windows-1252.",
    ],
    [
      "one that does not exist",
      short,
      "windows-1265",
      'would be read otherwise: "windows-1265" is not an encoding. Write windows-1255, or another name of the WHATWG Encoding Standard.',
    ],
  ])("is refused when it is %s", (_, bytes, told, reason) => {
    expect(decodeText(bytes, undefined, told)).toEqual({ kind: "refused", reason });
  });

  test.each([
    ["Latin1", "windows-1252"],
    ["cp1256", "windows-1256"],
    ["UTF8", "utf-8"],
    ["sjis", "shift_jis"],
    ["utf-16", "utf-16le"],
  ])("%s is %s", (label, name) => {
    expect(readEncodingName(label)).toEqual({ kind: "encoding", name });
  });

  test.each([
    ["windos-1256", "windows-1256"],
    ["shiftjis_", "shift_jis"],
    ["klingon", "windows-1252"],
  ])("%s is none, and the nearest is named", (label, near) => {
    expect(readEncodingName(label)).toMatchObject({
      kind: "unknown",
      advice: expect.stringContaining(`Write ${near},`) as string,
    });
  });

  test("is none for a format that says so itself", async () => {
    const outcome = await importDocument(utf8("%PDF-1.7"), "a.pdf", { encoding: "utf-8" });
    expect(outcome).toMatchObject({ kind: "refused", reason: expect.stringContaining("without --encoding") as string });
  });
});

test("what a server names is taken where the bytes agree, and only there", async () => {
  const words = "سلام دوستان";
  const bytes = encodeAs("windows-1256", words) ?? utf8("");
  const told = await importDocument(bytes, "page.txt", { declared: "windows-1256" });
  expect(told).toMatchObject({ document: { encoding: { name: "windows-1256", certain: true } } });
  const other = await importDocument(utf8(words), "page.txt", { declared: "windows-1256" });
  expect(other).toMatchObject({ document: { encoding: { name: "utf-8" } } });
});
