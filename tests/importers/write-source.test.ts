import { hash } from "node:crypto";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { readLabel } from "../../lib/core/label.ts";
import { parseSource } from "../../lib/core/source/parse-source.ts";
import type { Paragraph } from "../../lib/core/source/source.ts";
import { FileText } from "../../lib/core/text/file-text.ts";
import { directionOf } from "../../lib/core/text/language.ts";
import type { ImportedBlock } from "../../lib/importers/imported-document.ts";
import { expectedText, makeSource } from "../../lib/importers/make-source.ts";
import { makeWritable } from "../../lib/importers/writable-blocks.ts";
import { settleLabels } from "../../lib/importers/settle-labels.ts";
import { withListDepths } from "../../lib/importers/list-depths.ts";
import { writeSource } from "../../lib/importers/write-source.ts";

const meta = {
  type: "report",
  title: "T",
  language: "en",
  grade: "secondary",
  rights: "excerpt",
  numbering: "ours",
} as const;

const nasty = [
  "{#14.1}", "\\{#5}", "{#", "{p. 12}", "{#1 p. 2}", "\\{p. x}", "{pp. 3", "{p.", "p. 12}", "{{ x }}", '{% cite "a", 1 %}', "|", "\\|", "\\", "1. ", "1) ", "(1) ", "- ", "+ ", "* ",
  "# ", "###", "> ", "    ", "\t", "```", "~~~", "~~", "---", "===", "***", "___", "_a_", "a_b", "**", "<b>", "</script>",
  "<!-- x -->", "<http://a.example>", "&amp;", "&#38;", "& ", "[x](y)", "[^1]", "![", "]", ": ", "سلام", "\u202E", "\u200F",
  "\u200C", "\u00AD", "\uFEFF", "\u0007", "\u2028", "\u00A0", "\u0085", "中文。", "٣. ", "𝒳", "e\u0301", "x", "word", ".", " ",
  "\uFDD0", "$", "^", '"', "'", "%", "\n", "\r\n", "\n\n", "@", "=", "!", "#", "¶", "\u3000", "0", "99", "10^6",
]; // prettier-ignore

const piece = fc.oneof(
  { weight: 4, arbitrary: fc.constantFrom(...nasty) },
  fc.string({ unit: "binary", maxLength: 6 }),
);
const text = fc.array(piece, { minLength: 1, maxLength: 8 }).map((parts) => parts.join(""));
const label = fc.option(fc.constantFrom("14.1", "P.3", "§5", "a(1)", "۱"), { nil: undefined });
const page = fc.option(fc.constantFrom("12", "xii", "A-3", "۱۲", "S1.4"), { nil: undefined });
const sheet = fc.option(fc.constantFrom(1, 16), { nil: undefined });
const labelled = <Shape extends object>(shape: fc.Arbitrary<Shape>): fc.Arbitrary<Shape & { label?: string }> =>
  fc.tuple(shape, label, page, sheet).map(([one, itsLabel, itsPage, itsSheet]) => ({
    ...one,
    ...(itsLabel !== undefined && { label: itsLabel }),
    ...(itsPage !== undefined && { page: itsPage, ...(itsSheet !== undefined && { sheet: itsSheet }) }),
  }));

const block: fc.Arbitrary<ImportedBlock> = fc.oneof(
  fc.record({ kind: fc.constant("heading" as const), depth: fc.integer({ min: 1, max: 6 }), text }),
  labelled(fc.record({ kind: fc.constant("paragraph" as const), text })),
  labelled(fc.record({ kind: fc.constant("quote" as const), text })),
  labelled(fc.record({ kind: fc.constant("code" as const), text })),
  labelled(
    fc.record({
      kind: fc.constant("item" as const),
      text,
      marker: fc.constantFrom("•", "1.", "2.", "3.", "7.", "(a)", "iv.", "12)"),
      depth: fc.integer({ min: 0, max: 3 }),
    }),
  ),
  labelled(
    fc.record({
      kind: fc.constant("table" as const),
      rows: fc.array(fc.array(text, { minLength: 1, maxLength: 3 }), { minLength: 1, maxLength: 3 }),
    }),
  ),
);

/** Blocks with labels that occur once. */
function distinct(blocks: readonly ImportedBlock[]): ImportedBlock[] {
  const seen = new Set<string>();
  return blocks.map((one) => {
    if (one.kind === "heading" || one.label === undefined) return one;
    const { label: its, ...rest } = one;
    if (!seen.has(its)) return (seen.add(its), one);
    return rest;
  });
}

function found({ kind, marker, depth = 0, text: words, page: its, sheet: on }: Paragraph) {
  return { kind, marker, depth, text: words, page: its, sheet: on };
}

function read(written: string) {
  return parseSource("s", new FileText("sources/s.md", written));
}

describe("what is written reads the same again", () => {
  test("for any text, with blocks of any kind beside one another", () => {
    fc.assert(
      fc.property(fc.array(block, { maxLength: 8 }), (given) => {
        const blocks = withListDepths(makeWritable(distinct(given)).blocks);
        const { source, problems } = read(writeSource(meta, blocks));
        expect(problems).toEqual([]);
        expect(
          source.blocks.map((one) =>
            "heading" in one
              ? { kind: "heading", depth: one.heading.depth, text: one.heading.text }
              : found(one.paragraph),
          ),
        ).toEqual(
          blocks.map((one) =>
            one.kind === "heading"
              ? { kind: "heading", depth: one.depth, text: one.text }
              : {
                  kind: one.kind,
                  marker: one.kind === "item" ? one.marker : "",
                  depth: one.kind === "item" ? (one.depth ?? 0) : 0,
                  text: expectedText(one),
                  page: one.page?.normalize("NFC"),
                  sheet: one.sheet,
                },
          ),
        );
        const labels = blocks.flatMap((one) => (one.kind === "heading" ? [] : [one.label && readLabel(one.label)]));
        expect(source.paragraphs.map((one, at) => (labels[at] === undefined ? undefined : one.label))).toEqual(labels);
      }),
      { numRuns: 1500 },
    );
  });

  test("for any title and name in the front matter", () => {
    fc.assert(
      fc.property(text, text, (title, name) => {
        const written = writeSource({ ...meta, title: `T ${title}`, author: [{ literal: `N ${name}` }] }, []);
        const { source, problems } = read(written);
        expect(problems).toEqual([]);
        expect(writeSource({ ...meta, title: source.meta.title, author: source.meta.author }, [])).toBe(written);
      }),
      { numRuns: 500 },
    );
  });

  test("the direction of the text stays with its language", () => {
    expect(directionOf(read(writeSource({ ...meta, language: "ur" }, [])).source.meta.language)).toBe("rtl");
  });
});

test("what cannot be kept is dropped and said", () => {
  const { blocks, dropped } = makeWritable([
    { kind: "paragraph", text: "left\u202Eright \u0007 x" },
    { kind: "paragraph", text: "\u200B" },
  ]);
  expect(blocks).toEqual([{ kind: "paragraph", text: "leftright x" }]);
  expect(dropped).toEqual([
    { what: "block of invisible characters", text: "" },
    { what: "invisible control characters", text: "2" },
  ]);
});

describe("a digest's skeleton", () => {
  const blocks: ImportedBlock[] = [
    { kind: "heading", depth: 2, text: "Findings" },
    { kind: "paragraph", text: "The secret words." },
    { kind: "item", marker: "•", text: "Another secret.", label: "5.2" },
  ];
  const decisions = { title: "T", type: "report", language: "en", grade: "secondary", rights: "digest" };
  const original = { name: "a.txt", sha256: "0".repeat(64) };
  const made = makeSource({ id: "s", metadata: {}, numbering: "ours", blocks, original }, decisions, (one) =>
    hash("sha256", one),
  );

  test("has a place for each paragraph, its fingerprint, and none of its words", () => {
    if (made.kind === "refused") throw new Error(made.reasons.join(" "));
    expect(made.text).not.toMatch(/secret|Findings/);
    const { source } = read(made.text);
    expect(source.paragraphs.map((one) => one.label)).toEqual(["1", "5.2"]);
    expect(source.meta.paragraphs?.["1"]?.original).toBe(hash("sha256", "The secret words.").slice(0, 32));
  });

  test("cannot be published until each paragraph is written", () => {
    if (made.kind === "refused") throw new Error(made.reasons.join(" "));
    const rules = (written: string) => read(written).problems.map((problem) => problem.rule);
    expect(rules(made.text)).toEqual(["digest-written", "digest-written"]);
    expect(rules(made.text.replaceAll("(To be written in our own words.)", "Ours."))).toEqual([]);
  });
});

describe("labels", () => {
  test.each<[string, string[], (string | undefined)[], "official" | "ours"]>([
    ["numbers that run in order are taken", ["1. One", "2. Two", "3. Three"], ["1", "2", "3"], "official"],
    ["so are those in brackets", ["(1) One", "(2) Two", "(3) Three"], ["1", "2", "3"], "official"],
    ["and levels", ["14. A", "14.1 B", "14.2 C", "15. D"], ["14", "14.1", "14.2", "15"], "official"],
    ["and sections", ["§ 1 A", "§ 2 B", "§ 3 C"], ["§1", "§2", "§3"], "official"],
    ["and articles", ["Art. 5 A", "Article 6. B", "Article 7: C"], ["5", "6", "7"], "official"],
    ["and Persian digits", ["۱. الف", "۲. ب", "۳. پ"], ["1", "2", "3"], "official"],
    ["and Arabic articles", ["المادة ١ أ", "المادة ٢ ب", "المادة ٣ ت"], ["1", "2", "3"], "official"],
    [
      "one between without is called after the one above",
      ["x", "1. A", "2. B", "y", "3. C"],
      ["0_1", "1", "2", "2_1", "3"],
      "official",
    ],
    ["numbers that skip are not", ["1. One", "5. Two", "9. Three"], [undefined, undefined, undefined], "ours"],
    ["years are not", ["1998 was", "2001 came", "2002 went"], [undefined, undefined, undefined], "ours"],
    ["two numbers prove nothing", ["1. One", "2. Two"], [undefined, undefined], "ours"],
    [
      "a few in a long text are left",
      ["1. A", "2. B", "3. C", "d", "e", "f", "g"],
      Array(7).fill(undefined) as undefined[],
      "ours",
    ],
  ])("%s", (_, texts, labels, numbering) => {
    const settled = settleLabels(texts.map((one) => ({ kind: "paragraph", text: one })));
    expect(settled.numbering).toBe(numbering);
    expect(settled.blocks.map((one) => (one.kind === "heading" ? undefined : one.label))).toEqual(labels);
    if (numbering === "ours") expect(settled.blocks.map((one) => ("text" in one ? one.text : ""))).toEqual(texts);
  });

  test("a label given twice is given once, and the second is said to be uncertain", () => {
    const { blocks } = settleLabels([
      { kind: "paragraph", text: "A", label: "1" },
      { kind: "paragraph", text: "B", label: "1" },
      { kind: "paragraph", text: "C", label: "no label-" },
    ]);
    expect(blocks).toMatchObject([
      { label: "1" },
      { label: "1_1", uncertain: "the number 1 is given twice" },
      { label: "1_2", uncertain: '"no label-" cannot be a label' },
    ]);
  });
});
