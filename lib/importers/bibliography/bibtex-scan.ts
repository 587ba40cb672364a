import type { FileText } from "../../core/text/file-text.ts";
import { shorten } from "../../core/text/shorten.ts";
import { BibtexFault, BibtexReader, type BibtexPiece } from "./bibtex-reader.ts";
import type { BibliographyProblem } from "./bibliography.ts";

/** An entry as it is written: nothing of it is understood yet. */
export interface BibtexEntry {
  /** Lower case, such as "techreport". */
  readonly type: string;
  readonly key: string;
  /** 1-based. */
  readonly line: number;
  /** By name in lower case; the first of two of one name. */
  readonly fields: ReadonlyMap<string, readonly BibtexPiece[]>;
}

export interface BibtexScan {
  readonly entries: readonly BibtexEntry[];
  /** The pieces of each @string, by name in lower case. */
  readonly strings: ReadonlyMap<string, readonly BibtexPiece[]>;
  readonly problems: readonly BibliographyProblem[];
}

const entryOnLine = /^[ \t]*@[ \t]*([A-Za-z]+)\s*[{(]/gm;
const entryAnywhere = /@[ \t]*([A-Za-z]+)\s*[{(]/g;
/** What begins an entry for certain, even behind a fault on its own line. */
const surelyEntry = /@[ \t]*([A-Za-z]+)\s*[{(]\s*[^\s,{}()="]+\s*,/g;
/** Lines between entries that lack no more than an @. */
const lostEntry = /^[ \t]*([A-Za-z]+\s*[{(]\s*[^\s,{}()="]+\s*,)/gm;
/** Lines between entries that were meant to be part of one. */
const lostFields = /^[ \t]*([A-Za-z-]+\s*=\s*[{"\w]|[,}])/m;

/**
 * Take a BibTeX file apart into its entries. A line that begins like an entry begins one,
 * whatever was left open above it: so a brace that is missing costs only its own entry.
 */
export function scanBibtex(file: FileText): BibtexScan {
  const { text } = file;
  const entries: BibtexEntry[] = [];
  const strings = new Map<string, readonly BibtexPiece[]>();
  const problems: BibliographyProblem[] = [];
  const starts = [...text.matchAll(entryOnLine)].map((match) => match.index);
  let passed = 0;
  let last: string | undefined;
  const report = (offset: number, message: string, key?: string) => {
    const { line, column } = file.placeAt(offset);
    problems.push({ line, column, message, ...(key !== undefined && { key }) });
  };
  const lookBetween = (from: number, to: number) => {
    const between = text.slice(from, to);
    const begun = [...between.matchAll(lostEntry)];
    for (const { index, 0: whole, 1: begin = "" } of begun)
      report(from + index + whole.indexOf(begin), `"${shorten(begin, 30)}" begins no entry. Put an @ before it.`);
    const fields = lostFields.exec(between.slice(0, begun[0]?.index));
    if (!fields) return;
    const found = `"${shorten(fields[1] ?? "", 30)}" stands outside every entry`;
    const offset = from + fields.index + fields[0].indexOf(fields[1] ?? "");
    const above = entries.at(-1);
    if (!above || above.key !== last) report(offset, `${found}.`);
    else {
      entries.pop();
      report(offset, `${found}: a brace closes "${shorten(above.key)}" too early.`, above.key);
    }
  };
  lookBetween(0, starts[0] ?? text.length);
  starts.forEach((start, index) => {
    const end = starts[index + 1] ?? text.length;
    for (let at = Math.max(start, passed); at < end;) {
      const found = next(entryAnywhere, text, at, end);
      lookBetween(at, found?.index ?? end);
      if (!found) return;
      const offset = found.index + found[0].indexOf("@");
      const reader = new BibtexReader(text, found.index + found[0].length, end);
      const type = (found[1] ?? "").toLowerCase();
      try {
        if (type === "comment") {
          passed = endOfGroup(text, found.index + found[0].length) ?? end;
          at = passed;
          continue;
        }
        if (type === "preamble") reader.readValue();
        else if (type === "string") for (const [name, value] of reader.readFields()) strings.set(name, value);
        else {
          last = reader.readKey();
          entries.push({ type, key: last, line: file.placeAt(offset).line, fields: reader.readFields() });
        }
        reader.readEnd();
        at = reader.at;
      } catch (error) {
        if (!(error instanceof BibtexFault)) throw error;
        if (entries.at(-1)?.key === reader.key && entries.at(-1)?.line === file.placeAt(offset).line) entries.pop();
        report(error.offset, error.message, reader.key);
        at = next(surelyEntry, text, found.index + 1, end)?.index ?? end;
      }
    }
  });
  return { entries, strings, problems };
}

function next(pattern: RegExp, text: string, from: number, end: number): RegExpExecArray | undefined {
  pattern.lastIndex = from;
  const match = pattern.exec(text);
  return match && match.index < end ? match : undefined;
}

/** The offset behind the brace that closes a group, entries within it included; undefined when none does. */
function endOfGroup(text: string, from: number): number | undefined {
  let depth = 1;
  for (let at = from; at < text.length; at++) {
    if (text[at] === "{") depth += 1;
    else if (text[at] === "}" && --depth === 0) return at + 1;
  }
  return undefined;
}
