import { describe, expect, test } from "vitest";
import { placeInOriginal } from "../../../lib/core/view/cited-pages.ts";
import { sourceFrom } from "../support/documents.ts";

const words = "Everyone has the right to seek and to enjoy in other countries asylum from persecution.";
const web = { URL: "https://a.example/law" };
const pdf = { URL: "https://a.example/law.pdf" };
const imported = `{ name: law.pdf, sha256: ${"0".repeat(64)} }`;
const found = "https://a.example/law#:~:text=Everyone%20has%20the%20right,countries%20asylum%20from%20persecution";

describe("where in the original a paragraph is to be seen", () => {
  test.each([
    ["on a web page, at its first and last words", web, words, found],
    ["of an excerpt too", { ...web, rights: "excerpt" }, words, found],
    [
      "an address that names a place keeps it",
      { URL: "https://a.example/law#art" },
      "Short.",
      "https://a.example/law#art:~:text=Short",
    ],
    ["of a digest, nowhere: its words are ours", { ...web, rights: "digest" }, words, ""],
    ["of what may not be shown, nowhere", { ...web, rights: "metadata-only" }, words, ""],
    ["without an address, nowhere", {}, words, ""],
    ["of a table, nowhere: its cells are no one passage", web, "| a | b |\n| - | - |\n| c | d |", ""],
    ["in a PDF whose page is not known, nowhere", pdf, words, ""],
    ["nor in a PDF whose address does not say so", { ...web, original: imported }, words, ""],
    ["in a PDF, at the page", { ...pdf, original: imported }, `${words} {p. 12}`, `${pdf.URL}#page=12`],
  ])("%s", (_, meta, text, expected) => {
    const { source } = sourceFrom(text, meta);
    const [paragraph] = source.paragraphs;
    if (!paragraph) throw new Error("no paragraph");
    expect(placeInOriginal(source, paragraph, true)).toBe(expected);
  });

  test("no words of a paragraph that is not shown are in it", () => {
    const { source } = sourceFrom(words, { ...web, rights: "excerpt" });
    expect(source.paragraphs.map((one) => placeInOriginal(source, one, false))).toEqual([""]);
  });
});
