import type { BlockContent } from "mdast";
import { textContentOf } from "../evidence/annotation-text.ts";
import type { Paragraph } from "../source/source.ts";
import { paragraph, quote, table, text } from "./mdast.ts";

/** The words of a source's paragraph, in the form that it has there: a table, code, a quotation, or running text. */
export function paragraphContent({ kind, html, marker }: Pick<Paragraph, "kind" | "html" | "marker">): BlockContent[] {
  if (kind === "table") return [table(cellsOf(html).map((row) => row.map((cell) => [text(cell)])))];
  const words = textContentOf(html).trim();
  if (kind === "code") return [{ type: "code", value: words }];
  const said = paragraph(text(marker === "" ? words : `${marker} ${words}`));
  return [kind === "quote" ? quote(said) : said];
}

/** The cells of a table's rows, without the sign that ends each. HTML of paragraphs is Pincite's own: no cell holds another. */
function cellsOf(html: string): string[][] {
  const rows = html.match(/<tr[^>]*>[^]*?<\/tr>/g) ?? [];
  return rows.map((row) =>
    (row.match(/<t([hd])[^>]*>[^]*?<\/t\1>/g) ?? []).map((cell) =>
      textContentOf(cell)
        .replace(/\u2063/g, "")
        .trim(),
    ),
  );
}
