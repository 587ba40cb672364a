import { isElement, type HtmlElement, type HtmlNode, childrenOf } from "./html-node.ts";

/** The most columns a cell may claim to span: more is a mistake or an attack. */
const widest = 100;

/**
 * The cells of a table that holds data; undefined for one that only lays a page out.
 * A cell over several columns or rows stands in the first of them, the others are empty.
 */
export function readTable(
  table: HtmlElement,
  textOf: (cell: HtmlElement) => string,
): readonly (readonly string[])[] | undefined {
  const role = table.getAttribute("role");
  if (role === "presentation" || role === "none" || table.querySelector("table, h1, h2, h3, blockquote, pre"))
    return undefined;
  const rows = rowsOf(table);
  const taken: number[] = [];
  const cells = rows.map((row) => {
    const texts: string[] = [];
    const skipTaken = () => {
      while ((taken[texts.length] ?? 0) > 0) {
        taken[texts.length] = (taken[texts.length] ?? 1) - 1;
        texts.push("");
      }
    };
    for (const cell of childrenOf(row).filter(isElement)) {
      if (cell.localName !== "td" && cell.localName !== "th") continue;
      skipTaken();
      const down = spanOf(cell, "rowspan") - 1;
      const across = spanOf(cell, "colspan");
      for (let at = 0; at < across; at++) {
        taken[texts.length] = down;
        texts.push(at === 0 ? textOf(cell) : "");
      }
    }
    skipTaken();
    return texts;
  });
  const width = Math.max(0, ...cells.map((row) => row.length));
  return width < 2 || cells.length < 2 ? undefined : cells;
}

/** Head, body and foot in the order a reader sees them. */
function rowsOf(table: HtmlNode): HtmlElement[] {
  const rows: HtmlElement[] = [];
  const foot: HtmlElement[] = [];
  for (const child of childrenOf(table).filter(isElement)) {
    if (child.localName === "tr") rows.push(child);
    else if (child.localName === "tfoot") foot.push(...rowsOf(child));
    else if (child.localName === "thead" || child.localName === "tbody") rows.push(...rowsOf(child));
  }
  return [...rows, ...foot];
}

function spanOf(cell: HtmlElement, name: string): number {
  const span = Number.parseInt(cell.getAttribute(name) ?? "1", 10);
  return Number.isInteger(span) && span > 0 ? Math.min(span, widest) : 1;
}
