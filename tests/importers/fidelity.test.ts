import { afterAll, describe, expect, test } from "vitest";
import { importDocument } from "../../lib/importers/import-document.ts";
import { compareBlocks, expectFidelity, fixture, type Fidelity } from "./fidelity.ts";
import { pageOf } from "./real-pages.ts";
import { apacheLicence, declaration, type RealBlock, type RealText } from "./real-texts.ts";

const texts = new Map<string, { readonly name: string; readonly text: RealText }>([
  ["eng", { name: "English", text: declaration("eng") }],
  ["urd", { name: "Urdu", text: declaration("urd") }],
  ["arb", { name: "Arabic", text: declaration("arb") }],
  ["zho", { name: "Chinese", text: declaration("cmn_hans") }],
  ["apache", { name: "licence", text: apacheLicence() }],
]);

/** A format in which every one of the texts is brought in. */
interface Format {
  readonly name: string;
  /** The share of paragraphs that must come out exactly: kind, words and order. */
  readonly least: number;
  /** Of the text whose code is given; the file's name ends as its format does. */
  readonly file: (code: string, text: RealText) => { readonly name: string; readonly bytes: Uint8Array };
  /** The blocks as this format can have them. */
  readonly blocks?: (code: string, text: RealText) => readonly RealBlock[];
  /** Where not all of them. */
  readonly codes?: readonly string[];
}

const written = (name: string, words: string) => ({ name, bytes: new TextEncoder().encode(words) });
const kept = (name: string) => ({ name, bytes: fixture(name) });

/** Numbers are typed before the words of a paragraph. */
function typed({ marker, text }: RealBlock): string {
  return marker === undefined ? text : `${marker} ${text}`;
}

const isNumbered = ({ marker }: RealBlock) => /^\d/.test(marker ?? "");

function markdownOf({ title, blocks }: RealText): string {
  const lines = blocks.map((block) => (block.kind === "heading" ? `## ${block.text}` : typed(block)));
  return `# ${title}\n\n${lines.join("\n\n")}\n`;
}

/** Troff writes every hyphen as the one on the keyboard. */
const withPlainHyphens = (code: string, { blocks }: RealText) =>
  /eng|apache/.test(code) ? blocks.map((block) => ({ ...block, text: block.text.replaceAll("\u2010", "-") })) : blocks;

const formats: readonly Format[] = [
  {
    name: ".txt",
    least: 0.99,
    file: (_, text) => written("text.txt", `${text.title}\n\n${text.blocks.map(typed).join("\n\n")}\n`),
    blocks: (_, { blocks }) => blocks.map((block) => ({ kind: "paragraph", text: typed(block) })),
  },
  {
    name: ".md",
    least: 0.99,
    file: (_, text) => written("text.md", markdownOf(text)),
    // Markdown's lists have no letters.
    blocks: (_, { blocks }) =>
      blocks.map((block) =>
        block.kind === "item" && !isNumbered(block) ? { kind: "paragraph", text: typed(block) } : block,
      ),
  },
  { name: ".html", least: 0.99, file: (_, text) => written("text.html", pageOf(text)) },
  { name: ".docx, pandoc", least: 0.99, file: (code) => kept(`${code}.docx`) },
  { name: ".docx, LibreOffice", least: 0.99, file: (code) => kept(`${code}-writer.docx`), codes: ["eng", "apache"] },
  { name: ".odt, pandoc", least: 0.99, file: (code) => kept(`${code}.odt`) },
  { name: ".odt, LibreOffice", least: 0.99, file: (code) => kept(`${code}-writer.odt`), codes: ["urd", "apache"] },
  { name: ".epub, pandoc", least: 0.99, file: (code) => kept(`${code}.epub`) },
  { name: ".pdf, Chromium", least: 0.95, file: (code) => kept(`${code}.pdf`) },
  { name: ".pdf, LibreOffice", least: 0.95, file: (code) => kept(`${code}-writer.pdf`), codes: ["eng"] },
  {
    name: ".pdf, two columns",
    least: 0.95,
    file: (code) => kept(`${code}-columns.pdf`),
    blocks: withPlainHyphens,
  },
];

const cases = formats.flatMap((format) =>
  [...texts].flatMap(([code, { name, text }]) =>
    format.codes && !format.codes.includes(code) ? [] : [{ format, code, text, language: name }],
  ),
);

/** Lines of the table that stands at the end of the run. */
const table: string[] = [];

function tableLine(format: string, language: string, { expected, found, missing, extra }: Fidelity): string {
  const figures = `${found} of ${expected}`.padStart(9);
  return `${format.padEnd(20)}${language.padEnd(10)}${figures} exact, ${missing.length} missing, ${extra.length} extra`;
}

afterAll(() => {
  console.log(`Paragraphs of real documents, as they were brought in:\n${table.join("\n")}`);
});

describe("real documents come out paragraph by paragraph", () => {
  test.each(cases)("$format.name, $language", async ({ format, code, text, language }) => {
    const { name, bytes } = format.file(code, text);
    const outcome = await importDocument(bytes, name);
    if (outcome.kind === "refused") throw new Error(`${name} ${outcome.reason}`);
    const { blocks, metadata } = outcome.document;
    const wanted = { ...text, blocks: format.blocks?.(code, text) ?? text.blocks };
    const fidelity = compareBlocks(wanted, blocks);
    table.push(tableLine(format.name, language, fidelity));
    expectFidelity(`${format.name}, ${language}`, fidelity, format.least);
    expect(metadata.title).toBe(text.title);
  });

  test("every format is tried in every language, and with numbered clauses", () => {
    for (const ending of [".txt", ".md", ".html", ".docx", ".odt", ".epub", ".pdf, two columns"])
      expect(cases.filter(({ format }) => format.name.startsWith(ending)).map(({ code }) => code)).toEqual(
        expect.arrayContaining([...texts.keys()]),
      );
  });
});
