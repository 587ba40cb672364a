import { parse } from "csv-parse/sync";
import { decodeText } from "./decode-text.ts";
import { imported, refused, type ImportedBlock, type ImportOptions, type ImportOutcome } from "./imported-document.ts";

const labelNames = ["label", "number", "no", "no.", "paragraph", "para", "id"];
const pageNames = ["page", "p."];
const textNames = ["text", "content", "words", "body"];

/** Labelled paragraphs as a table: columns `label`, `page` and `text`, of which only the last is needed, named in the first row; RFC 4180, or with ; or tabs. */
// eslint-disable-next-line @typescript-eslint/require-await -- as all importers
export async function importCsv(bytes: Uint8Array, _?: string, options: ImportOptions = {}): Promise<ImportOutcome> {
  const decoding = decodeText(bytes, options.declared, options.encoding);
  if (decoding.kind === "refused") return refused(decoding.reason);
  let rows: string[][];
  try {
    rows = parse(decoding.text, {
      delimiter: delimiterOf(decoding.text),
      relax_column_count: true,
      skip_empty_lines: true,
    });
  } catch (error) {
    const said = error instanceof Error ? error.message.replace(/\.*$/, "") : "it cannot be read";
    return refused(`is not a table: ${said}.`);
  }
  const [head = [], ...body] = rows;
  const names = head.map((name) => name.trim().toLowerCase());
  const textAt = names.findIndex((name) => textNames.includes(name));
  const labelAt = names.findIndex((name) => labelNames.includes(name));
  const pageAt = names.findIndex((name) => pageNames.includes(name));
  if (textAt < 0) return refused('has no column named "text". Name the columns in its first row: label,text.');
  const others = names.filter((_, at) => at !== textAt && at !== labelAt && at !== pageAt);
  const blocks = body.flatMap((row): ImportedBlock[] => {
    const text = row[textAt]?.trim() ?? "";
    const label = labelAt < 0 ? "" : (row[labelAt]?.trim() ?? "");
    const page = pageAt < 0 ? "" : (row[pageAt]?.trim() ?? "");
    if (text === "") return [];
    return [{ kind: "paragraph", text, ...(label !== "" && { label }), ...(page !== "" && { page }) }];
  });
  if (blocks.length === 0) return refused("has no text.");
  const dropped = others.map((name) => ({ what: "column", text: name }));
  return imported({ metadata: {}, blocks, dropped, doubts: [], encoding: decoding.encoding });
}

/** Of comma, semicolon and tab, the one that parts the first row most often. */
function delimiterOf(text: string): string {
  const [first = ""] = text.split(/[\r\n]/, 1);
  const counts = [",", ";", "\t"].map((sign) => ({ sign, count: first.split(sign).length }));
  return counts.reduce((best, one) => (one.count > best.count ? one : best)).sign;
}
