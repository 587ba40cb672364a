import { escapeCell, escapeHeading, escapeLine } from "./escape-markdown.ts";
import type { ImportedBlock } from "./imported-document.ts";
import { writePageLocator } from "../core/source/page-locator.ts";
import { ListLines } from "./list-lines.ts";

/**
 * The body of `sources/<id>.md`. Reading it gives the same blocks, text, labels, pages and depths again.
 *
 * @param blocks as `makeWritable` gives them, with depths as `withListDepths` does.
 */
export function writeBlocks(blocks: readonly ImportedBlock[]): string {
  const lists = new ListLines();
  const parts = blocks.map((block) => writeBlock(block, lists));
  return parts.map((part) => `${part}\n`).join("\n");
}

function writeBlock(block: ImportedBlock, lists: ListLines): string {
  if (block.kind !== "item") lists.end();
  if (block.kind === "heading") return `${"#".repeat(block.depth)} ${escapeHeading(block.text)}`;
  const label = bracesOf(block);
  const spaced = label === "" ? "" : ` ${label}`;
  switch (block.kind) {
    case "paragraph":
      return `${escapeLine(block.text)}${spaced}`;
    case "quote":
      return `> ${escapeLine(block.text)}${spaced}`;
    case "item":
      return `${lists.begin(block)}${escapeLine(block.text)}${spaced}`;
    case "code":
      return writeCode(block.text, label);
    case "table":
      return writeTable(block.rows, label);
  }
}

/** The block's label and page in braces; empty when it has neither. */
function bracesOf({ label, page, sheet }: Exclude<ImportedBlock, { kind: "heading" }>): string {
  const locator = page === undefined ? "" : writePageLocator({ page, ...(sheet !== undefined && { sheet }) });
  const parts = [...(label === undefined ? [] : [`#${label}`]), ...(locator === "" ? [] : [locator])];
  return parts.length === 0 ? "" : `{${parts.join(" ")}}`;
}

function writeCode(text: string, label: string): string {
  const longest = Math.max(2, ...Array.from(text.matchAll(/`+/g), ([run]) => run.length));
  const fence = "`".repeat(longest + 1);
  return `${fence}${label}\n${text}\n${fence}`;
}

function writeTable(rows: readonly (readonly string[])[], label: string): string {
  const [head = [], ...body] = rows;
  const line = (cells: readonly string[]) => `| ${cells.join(" | ")} |`;
  const lines = [
    line(head.map(escapeCell)),
    line(head.map(() => "---")),
    ...body.map((row) => line(row.map(escapeCell))),
  ];
  return [...lines, ...(label === "" ? [] : [label])].join("\n");
}
