import { escapeCell, escapeHeading, escapeLine } from "./escape-markdown.ts";
import type { ImportedBlock } from "./imported-document.ts";

/**
 * The body of `sources/<id>.md`. Reading it gives the same blocks, text and labels again.
 *
 * @param blocks as `makeWritable` gives them.
 */
export function writeBlocks(blocks: readonly ImportedBlock[]): string {
  const list = new ListNumbers();
  const parts = blocks.map((block) => {
    const delimiter = list.next(block);
    return writeBlock(block, delimiter);
  });
  return parts.map((part) => `${part}\n`).join("\n");
}

function writeBlock(block: ImportedBlock, delimiter: string): string {
  if (block.kind === "heading") return `${"#".repeat(block.depth)} ${escapeHeading(block.text)}`;
  const label = block.label === undefined ? "" : `{#${block.label}}`;
  const spaced = label === "" ? "" : ` ${label}`;
  switch (block.kind) {
    case "paragraph":
      return `${escapeLine(block.text)}${spaced}`;
    case "quote":
      return `> ${escapeLine(block.text)}${spaced}`;
    case "item":
      return `${block.marker === "•" ? "-" : `${Number.parseInt(block.marker, 10)}${delimiter}`} ${escapeLine(block.text)}${spaced}`;
    case "code":
      return writeCode(block.text, label);
    case "table":
      return writeTable(block.rows, label);
  }
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

/**
 * Markdown counts an ordered list on from its first number and takes no notice of the
 * others: where numbers do not follow one another, the sign behind them changes, which
 * begins a new list.
 */
class ListNumbers {
  #last: number | undefined;
  #delimiter = ".";

  /** The sign behind a block's number. */
  next(block: ImportedBlock): string {
    if (block.kind !== "item" || block.marker === "•") {
      this.#last = undefined;
      return this.#delimiter;
    }
    const number = Number.parseInt(block.marker, 10);
    if (this.#last !== undefined && number !== this.#last + 1) this.#delimiter = this.#delimiter === "." ? ")" : ".";
    this.#last = number;
    return this.#delimiter;
  }
}
