import { describe, expect, test } from "vitest";
import { labelsOf, resolvePinpoint } from "../../../lib/core/catalog/resolve.ts";
import type { Source } from "../../../lib/core/source/source.ts";
import { readPinpoint } from "../../../lib/core/tags/pinpoint.ts";
import { sourceFrom } from "../support/documents.ts";
import { sourceOfWords } from "../support/catalogs.ts";

const plain = sourceOfWords("One Two Three Four", {}, "plain");
const law = sourceFrom("A {#P.1}\n\nB {#14.1}\n\nC {#14.2}\n\nD {#constructor}", {}, "law").source;
const sources = new Map([plain, law].map((source) => [source.id, source]));

function resolve(id: string, pinpoint: string) {
  const read = readPinpoint(pinpoint);
  if (!read) throw new Error(`not a pinpoint: ${pinpoint}`);
  return resolvePinpoint(id, read, sources);
}

describe("a pinpoint names paragraphs", () => {
  test.each([
    ["one", "plain", "2", ["Two"]],
    ["a range", "plain", "2-4", ["Two", "Three", "Four"]],
    ["a list", "plain", "1, 3", ["One", "Three"]],
    ["a list in the author's order", "plain", "3, 1", ["Three", "One"]],
    ["a paragraph named twice counts once", "plain", "2-3, 3, 2", ["Two", "Three"]],
    ["a range of one", "plain", "2-2", ["Two"]],
    ["a range of the document's own labels, in reading order", "law", "P.1-14.2", ["A", "B", "C"]],
    ["a label that objects of JavaScript have too", "law", "constructor", ["D"]],
  ])("%s", (_, id, pinpoint, expected) => {
    const resolution = resolve(id, pinpoint);
    expect(resolution.kind).toBe("resolved");
    expect(resolution.kind === "resolved" && resolution.paragraphs.map(({ text }) => text)).toEqual(expected);
  });

  test("each part keeps its first and last paragraph", () => {
    expect(resolve("plain", "1, 2-3, 4-4")).toMatchObject({
      parts: [{ from: { label: "1" } }, { from: { label: "2" }, to: { label: "3" } }, { from: { label: "4" } }],
    });
  });
});

describe("a pinpoint that names nothing", () => {
  test.each([
    ["a source that is not there", "plane", "1", { kind: "unknown-source", id: "plane", nearest: ["plain"] }],
    ["a source that objects of JavaScript have", "constructor", "1", { kind: "unknown-source", nearest: [] }],
    ["a label past the end", "plain", "19", { kind: "unknown-label", label: "19", nearest: ["4"] }],
    ["zero", "plain", "0", { kind: "unknown-label", label: "0" }],
    ["a number with a leading zero", "plain", "02", { kind: "unknown-label", label: "02" }],
    ["a range that ends past the end", "plain", "3-9", { kind: "unknown-label", label: "9", nearest: ["4"] }],
    ["one of a list", "plain", "1, x", { kind: "unknown-label", label: "x" }],
    ["a position where the document has a label", "law", "2", { kind: "unknown-label", label: "2" }],
    ["a label in another case", "law", "p.1", { kind: "unknown-label", nearest: ["P.1"] }],
    ["a range backwards", "plain", "3-2", { kind: "reversed-range", from: "3", to: "2" }],
    ["a range backwards in reading order", "law", "14.1-P.1", { kind: "reversed-range" }],
  ])("%s", (_, id, pinpoint, expected) => {
    expect(resolve(id, pinpoint)).toMatchObject(expected);
  });
});

test.each<[string, Source, string]>([
  ["none", sourceFrom("").source, "no paragraphs"],
  ["one", sourceOfWords("One"), "only 1"],
  ["plain numbers", plain, "1–4"],
  ["a few of its own", law, "P.1, 14.1, 14.2, constructor"],
  [
    "many of its own",
    sourceFrom(Array.from({ length: 9 }, (_, i) => `a {#x${i}}`).join("\n\n")).source,
    "x0, x1, x2, x3, x4, x5 … x8",
  ],
])("which labels a source has, in brief: %s", (_, source, expected) => {
  expect(labelsOf(source)).toBe(expected);
});
