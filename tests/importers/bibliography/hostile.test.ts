import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { parseSource } from "../../../lib/core/source/parse-source.ts";
import { FileText } from "../../../lib/core/text/file-text.ts";
import type { BibliographyEntry } from "../../../lib/importers/bibliography/bibliography.ts";
import { readBibliography } from "../../../lib/importers/bibliography/read-bibliography.ts";
import { makeSource } from "../../../lib/importers/make-source.ts";
import { read, readOne } from "./read.ts";

/** The source that an entry becomes, read back. */
function source({ metadata }: BibliographyEntry) {
  const decisions = { title: metadata.title ?? "T", type: "report", language: "en", grade: "news", rights: "full-text", license: "CC0-1.0" };
  const made = makeSource({ id: "s", metadata, numbering: "ours", blocks: [] }, decisions, () => "");
  if (made.kind === "refused") throw new Error(made.reasons.join("\n"));
  return parseSource("s", new FileText("sources/s.md", made.text));
} // prettier-ignore

const nasty = [
  "{", "}", '"', "\\", "@", "@misc{", "@misc{k,", "@string{", "@comment{", ",", "=", "#", "\n", "\r\n", "title", "title = {", "author = {",
  " and ", "year = 2024", "url = {", "javascript:x", "\\'", "\\\"{", "\\input{", "$", "^{", "_", "~", "%", "---", "- ", ": ", "&amp;", "<b>",
  "</script>", "{{ x }}", "{% cite %}", "__proto__", "constructor", "\u0000", "\u0007", "\u202E", "\u2028", "\uFEFF", "\uD800", "سلام", "TY  - RPRT\n",
  "ER  - \n", "TI  - ", "AU  - ", "[", "]", "null", '{"title":', '"issued":{"date-parts":[[', "1e999", "x", " ",
]; // prettier-ignore

test("whatever is in the file, reading it ends, and every entry becomes a source that reads the same", async () => {
  const piece = fc.oneof({ weight: 6, arbitrary: fc.constantFrom(...nasty) }, fc.string({ unit: "binary", maxLength: 5 }));
  const start = fc.constantFrom("@misc{k, title = {A", "TY  - RPRT\nTI  - ", '[{"id": 1, "type": "book", "title": "', "");
  await fc.assert(
    fc.asyncProperty(start, fc.array(piece, { maxLength: 25 }), async (begin, pieces) => {
      const outcome = await readBibliography(new TextEncoder().encode(begin + pieces.join("")), "a.bib");
      if (outcome.kind === "refused") return;
      for (const entry of outcome.bibliography.entries) {
        const { problems, source: made } = source(entry);
        expect(problems).toEqual([]);
        expect(made.meta.author).toEqual(entry.metadata.author);
        expect(made.meta.URL).toEqual(entry.metadata.URL);
        expect(made.meta.title).toBe(entry.metadata.title ?? "T");
      }
    }),
    { numRuns: 3000 },
  );
}); // prettier-ignore

describe("nothing takes a file's names for its own", () => {
  test.each([
    "@misc{__proto__, __proto__ = {x}, constructor = {y}, title = {T}, polluted = {z}}",
    '[{"id": "__proto__", "type": "book", "title": "T", "__proto__": {"polluted": 1}, "author": [{"family": "A", "__proto__": {"given": "B"}}]}]',
    "TY  - BOOK\nID  - __proto__\nTI  - T\nER  - \n",
  ])("%s", async (content) => {
    const entry = await readOne(content);
    expect(entry).toMatchObject({ key: "__proto__", metadata: { title: "T" } });
    expect(Object.keys(entry.metadata)).not.toContain("__proto__");
    expect(({} as Record<string, unknown>).polluted).toBeUndefined();
    if (entry.metadata.author) expect(entry.metadata.author).toEqual([{ literal: "A" }]);
  });
});

describe("size costs no more than time in proportion", () => {
  test.each<[string, string, string | undefined]>([
    ["10,000 braces", `@misc{k, title = {${"{".repeat(10_000)}T${"}".repeat(10_000)}}}`, "T"],
    ["a field of 10 MB", `@misc{k, title = {T}, note = {${"word ".repeat(2_000_000)}}}`, "T"],
    ["a title of 10 MB", `@misc{k, title = {${"word ".repeat(2_000_000)}}}`, undefined],
    ["10 MB of white space in names", `@misc{k, title = {T}, author = {A${" ".repeat(10_000_000)}B}}`, "T"],
    ["a million opening braces in names", `@misc{k, title = {T}, author = {${"{}".repeat(1_000_000)}}}`, "T"],
    [
      "macros that double",
      `@string{a = "${"x".repeat(1000)}"}${Array.from({ length: 40 }, () => "\n@string{a = a # a}").join("")}\n@misc{k, title = {T}, note = ${Array(20_000).fill("a").join(" # ")}}`,
      "T",
    ],
    [
      "entries that all inherit from each other",
      `${Array.from({ length: 200 }, (_, i) => `@xdata{x${i}, xdata = {${Array.from({ length: 20 }, (__, j) => `x${(i * 7 + j) % 200}`).join(",")}}}`).join("\n")}\n@misc{k, title = {T}, xdata = {x0,x1}}`,
      "T",
    ],
    ["a million accents", `@misc{k, title = {T${"\\'".repeat(15_000)}}}`, "T"],
    ["deep JSON", `[{"id": "k", "title": "T", "x": ${"[".repeat(5_000)}${"]".repeat(5_000)}}]`, "T"],
  ])("%s", { timeout: 20_000 }, async (_, content, title) => {
    expect((await readOne(content)).metadata.title).toBe(title);
  });

  test("a field left out for its length is said", async () => {
    const { doubts } = await readOne(`@misc{k, title = {${"word ".repeat(10_000)}}}`);
    expect(doubts).toEqual(["title is longer than 20000 characters and was left out."]);
  });
});

test("control characters and marks of direction do not reach a record", async () => {
  const { entries } = await read(
    '[{"id": "k", "title": "A\\u0007\\u202Eb\\u2028c", "author": [{"literal": "X\\u001By"}]}]',
  );
  expect(entries[0]?.metadata).toMatchObject({ title: "A b c", author: [{ literal: "X y" }] });
});

test("an abstract goes with the full text alone", async () => {
  const entry = await readOne("@misc{k, title = {T}, abstract = {Theirs.}}");
  expect(source(entry).source.meta.abstract).toBe("Theirs.");
  const decisions = { title: "T", type: "report", language: "en", grade: "news" };
  for (const rights of ["excerpt", "digest", "metadata-only"]) {
    const made = makeSource({ id: "s", metadata: entry.metadata, numbering: "ours", blocks: [] }, { ...decisions, rights }, () => "");
    expect(made).toMatchObject({ kind: "source", text: expect.not.stringContaining("Theirs") as string });
  }
}); // prettier-ignore
