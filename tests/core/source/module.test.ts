import { describe, expect, test } from "vitest";
import { parseSourceModule } from "../../../lib/core/source/parse-source.ts";

const metadata = {
  type: "treaty",
  title: "A treaty",
  language: "ur",
  grade: "primary",
  rights: "full-text",
  license: "CC0-1.0",
  numbering: "official",
};

function read(exported: unknown) {
  return parseSourceModule("treaty", "sources/treaty.ts", exported);
}

describe("what a module gives", () => {
  const { source, problems } = read({
    metadata,
    blocks: [
      { heading: "Part one" },
      { label: "1", text: "  All\n are free. " },
      { heading: "Section", depth: 3 },
      { label: "2", text: "<b>*x*</b> {{ 7*7 }} {#z}" },
    ],
  });

  test("becomes a source like any other", () => {
    expect(problems).toEqual([]);
    expect(source).toMatchObject({ id: "treaty", path: "sources/treaty.ts", direction: "rtl" });
    expect(source.meta.title).toBe("A treaty");
    expect(source.paragraphs.map(({ label, headings }) => [label, headings])).toEqual([
      ["1", ["Part one"]],
      ["2", ["Part one", "Section"]],
    ]);
  });

  test("is plain text: nothing in it is markup", () => {
    expect(source.paragraphs.map(({ text, html }) => [text, html])).toEqual([
      ["All are free.", "<p>All are free.</p>"],
      ["<b>*x*</b> {{ 7*7 }} {#z}", "<p>&lt;b&gt;*x*&lt;/b&gt; {{ 7*7 }} {#z}</p>"],
    ]);
  });
});

describe("what a module may not give", () => {
  test.each([
    ["nothing", undefined, "source-module"],
    ["a text", "text", "source-module"],
    ["no blocks", { metadata }, "source-module"],
    ["blocks that are no list", { metadata, blocks: {} }, "source-module"],
    ["a block with a key of its own", { metadata, blocks: [{ text: "a", html: "<b>" }] }, "source-module"],
    ["a heading that is too deep", { metadata, blocks: [{ heading: "a", depth: 7 }] }, "source-module"],
    ["metadata that lacks a title", { metadata: { ...metadata, title: undefined }, blocks: [] }, "front-matter-value"],
    ["metadata with an unknown key", { metadata: { ...metadata, frob: "x" }, blocks: [] }, "front-matter-value"],
    ["a label that is none", { metadata, blocks: [{ label: "1-2", text: "a" }] }, "label-valid"],
    [
      "a label given twice",
      {
        metadata,
        blocks: [
          { label: "1", text: "a" },
          { label: "1", text: "b" },
        ],
      },
      "label-unique",
    ],
    [
      "a paragraph without a label, though the numbering is official",
      { metadata, blocks: [{ text: "a" }] },
      "label-official",
    ],
  ])("%s", (_, exported, rule) => {
    const { problems } = read(exported);
    expect(problems.map((problem) => problem.rule)).toEqual([rule]);
    expect(problems[0]?.place).toEqual({ path: "sources/treaty.ts", line: 1, column: 1 });
  });
});
