import type { FileText } from "../../core/text/file-text.ts";
import { shorten } from "../../core/text/shorten.ts";
import type { BibliographyContents, BibliographyEntry } from "./bibliography.ts";
import { describeBibtex } from "./bibtex-entry.ts";
import { Inheritance } from "./bibtex-inherit.ts";
import { scanBibtex, type BibtexScan } from "./bibtex-scan.ts";
import type { BibtexPiece } from "./bibtex-reader.ts";
import { longestField } from "./metadata-builder.ts";

const months = [
  "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December",
]; // prettier-ignore

/** In LaTeX, which is longer than what it says. */
const tooLong = longestField * 2;

/** BibTeX and BibLaTeX: macros put in, fields inherited, each entry as the work it describes. */
export function readBibtex(file: FileText): BibliographyContents {
  const scan = scanBibtex(file);
  const inheritance = new Inheritance(scan.entries);
  const strings = expandStrings(scan);
  const entries = scan.entries.flatMap((entry): BibliographyEntry[] => {
    if (entry.type === "xdata" || entry.type === "set") return [];
    const doubts: string[] = [];
    const { fields, lost } = inheritance.of(entry);
    for (const key of lost) doubts.push(`It refers to "${shorten(key)}", which is not in the file.`);
    const values = new Map<string, string>();
    for (const [name, pieces] of fields) {
      const value = expand(pieces, strings);
      if (value.text.length <= tooLong) values.set(name, value.text);
      else doubts.push(`${shorten(name)} is longer than ${longestField} characters and was left out.`);
      for (const macro of value.unknown) doubts.push(`There is no @string "${shorten(macro)}"; ${name} has its name.`);
    }
    const described = describeBibtex(entry.type, values);
    return [{ key: entry.key, line: entry.line, ...described, doubts: [...doubts, ...described.doubts] }];
  });
  return { entries, problems: scan.problems };
}

type Strings = ReadonlyMap<string, string>;

/** Macros may use those that stand above them. */
function expandStrings({ strings }: BibtexScan): Strings {
  const known = new Map(months.map((month) => [month.slice(0, 3).toLowerCase(), month]));
  for (const [name, pieces] of strings) {
    const { text } = expand(pieces, known);
    // What grows by joining itself is no abbreviation.
    if (text.length <= longestField) known.set(name, text);
  }
  return known;
}

function expand(
  pieces: readonly BibtexPiece[],
  strings: Strings,
): { readonly text: string; readonly unknown: string[] } {
  const unknown: string[] = [];
  let text = "";
  for (const piece of pieces) {
    const known = "text" in piece ? piece.text : strings.get(piece.macro.toLowerCase());
    // A date or a number with letters may be written without braces by mistake.
    if (known === undefined && "macro" in piece && !/^\d/.test(piece.macro)) unknown.push(piece.macro);
    text += known ?? ("macro" in piece ? piece.macro : "");
    // Macros that join macros grow beyond all measure.
    if (text.length > tooLong) break;
  }
  return { text, unknown };
}
