import fc from "fast-check";
import { gfmToMarkdown } from "mdast-util-gfm";
import { toMarkdown } from "mdast-util-to-markdown";
import type { PhrasingContent, RootContent } from "mdast";
import { expect, test } from "vitest";
import {
  bullets,
  emphasis,
  heading,
  link,
  paragraph,
  quote,
  strong,
  table,
  text,
  writeMarkdown,
} from "../../../lib/core/markdown-page/mdast.ts";

/** What the library alone makes of the same. */
function writtenByLibrary(children: readonly RootContent[]): string {
  return toMarkdown(
    { type: "root", children: [...children] },
    {
      extensions: [gfmToMarkdown({ tablePipeAlign: false })],
      bullet: "-",
      listItemIndent: "one",
      resourceLink: true,
      rule: "-",
    },
  );
}

const signs = Array.from(" \n.,;:?!’“–—…%$/\"'()=+-#*_~<>[]&|\\`@wW1٣aéपक्षِ👍🏽");
const words = fc.array(
  fc.oneof(
    {
      weight: 3,
      arbitrary: fc.constantFrom(" and", "word ", "¶ 3", " · ", "12.", "https://", "www.", "a@b.org", "1) ", "- "),
    },
    { weight: 2, arbitrary: fc.constantFrom(...signs) },
    fc.string({ maxLength: 4 }),
  ),
  { maxLength: 8 },
);
const value = words.map((all) => all.join(""));
const plain = fc.constantFrom(
  "word",
  "two words",
  " and ",
  ", ",
  ". Then",
  " (",
  ")",
  ".",
  "W",
  "¶7",
  "1. ",
  " · ",
  "é",
  "!",
  ":",
);
const said = fc.oneof(value, plain);
const address = fc.oneof(value, fc.constantFrom("../s/#p7", "https://example.org/a?b=c", "https://www.example.org/"));
const mark: PhrasingContent = { type: "footnoteReference", identifier: "12", label: "12" };
const piece: fc.Arbitrary<PhrasingContent> = fc.oneof(
  { weight: 3, arbitrary: said.map(text) },
  said.map(strong),
  said.map(emphasis),
  fc.tuple(address, said).map(([to, of]) => link(to, text(of))),
  fc.tuple(address, said, said).map(([to, of, by]) => link(to, emphasis(of), text(by))),
  fc.constantFrom<PhrasingContent>(mark, { type: "break" }, { type: "inlineCode", value: "x" }),
);
const pieces = fc.array(piece, { minLength: 1, maxLength: 5 });
const block: fc.Arbitrary<RootContent> = fc.oneof(
  pieces.map((all) => paragraph(...all)),
  pieces.map((all) => heading(2, ...all)),
  pieces.map((all) => quote(paragraph(...all))),
  fc.array(pieces, { minLength: 1, maxLength: 3 }).map(bullets),
  fc.tuple(pieces, pieces).map(([head, cell]) => table([[head], [cell]])),
);

test("text is written as the library writes it, whatever it says and wherever it stands", () => {
  fc.assert(
    fc.property(fc.array(block, { minLength: 1, maxLength: 3 }), (blocks) => {
      expect(writeMarkdown(blocks)).toBe(writtenByLibrary(blocks));
    }),
    { numRuns: 3000 },
  );
});
