import type { ImportedBlock } from "../../lib/importers/imported-document.ts";

/** What the documents called "structure" hold besides their title; markers are written as each format can. */
export function structureBlocks(one: string, clauseA: string, clauseB: string, two: string): ImportedBlock[] {
  return [
    { kind: "heading", depth: 1, text: "First part" },
    { kind: "paragraph", text: "A paragraph with a note. It goes on with emphasis and a link." },
    { kind: "item", marker: one, depth: 0, text: "Roman one." },
    { kind: "item", marker: clauseA, depth: 1, text: "A clause below it." },
    { kind: "item", marker: clauseB, depth: 1, text: "Another clause." },
    { kind: "item", marker: two, depth: 0, text: "Roman two." },
    { kind: "item", marker: "•", depth: 0, text: "A dot." },
    { kind: "item", marker: "•", depth: 0, text: "Another dot." },
    { kind: "quote", text: "Words that somebody else said." },
    { kind: "heading", depth: 2, text: "A table" },
    {
      kind: "table",
      rows: [
        ["Year", "Number"],
        ["2023", "1,234"],
        ["2024", "2,345"],
      ],
    },
    { kind: "paragraph", text: "A last paragraph with a second note." },
    { kind: "paragraph", label: "fn1", text: "The first note." },
    { kind: "paragraph", label: "fn2", text: "The second note, with a < sign." },
  ];
}
