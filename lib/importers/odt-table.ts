import type { Element } from "domhandler";
import { childrenOf, elementsOf } from "./xml.ts";

/** A table may not be made wider or longer than this by what it declares to be repeated. */
const mostRepeated = 100;

/** The cells of a table; undefined for one that only lays a page out. */
export function readOdtTable(table: Element, wordsOf: (cell: Element) => string): string[][] | undefined {
  if (elementsOf(table, "table:table").length > 0) return undefined;
  const rows = rowsOf(table).map((row) => {
    const cells = childrenOf(row).flatMap((cell) => {
      // What a wider or higher cell covers is there as an element, and empty.
      if (cell.name === "table:covered-table-cell") return repeated("", cell);
      return cell.name === "table:table-cell" ? repeated(wordsOf(cell), cell) : [];
    });
    return cells;
  });
  const width = Math.max(0, ...rows.map((row) => row.length));
  return width < 2 || rows.length < 2 ? undefined : rows;
}

function repeated(words: string, cell: Element): string[] {
  const count = Number(cell.attribs["table:number-columns-repeated"] ?? "1") || 1;
  return new Array<string>(Math.min(Math.max(count, 1), mostRepeated)).fill(words);
}

function rowsOf(parent: Element): Element[] {
  return childrenOf(parent).flatMap((child) => {
    if (child.name === "table:table-row") return [child];
    return child.name === "table:table-header-rows" || child.name.startsWith("table:table-row") ? rowsOf(child) : [];
  });
}
