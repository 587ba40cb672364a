import type { FileText } from "../../core/text/file-text.ts";
import { shorten } from "../../core/text/shorten.ts";
import type { BibliographyContents, BibliographyEntry, BibliographyProblem } from "./bibliography.ts";
import { KeyMaker } from "./key-maker.ts";
import { describeRis } from "./ris-entry.ts";

const tagged = /^[ \t]*([A-Z][A-Z0-9]) {0,2}- ?(.*)$/;

interface OpenRecord {
  readonly line: number;
  /** Values in order, by tag. */
  readonly fields: Map<string, string[]>;
}

/** RIS: one record from each TY to its ER. Where an ER is missing, only the record without it is lost. */
export function readRis(file: FileText): BibliographyContents {
  const entries: BibliographyEntry[] = [];
  const problems: BibliographyProblem[] = [];
  const keys = new KeyMaker();
  let open: OpenRecord | undefined;
  let tag = "";
  let strayLine = 0;
  const lose = (record: OpenRecord) => {
    const name = (record.fields.get("ID") ?? record.fields.get("TI") ?? record.fields.get("T1"))?.[0];
    const which = name === undefined ? "The record" : `The record "${shorten(name, 60)}"`;
    problems.push({ line: record.line, column: 1, message: `${which} has no end. Write ER  - on a line behind it.` });
  };
  file.text.split("\n").forEach((text, index) => {
    const line = index + 1;
    const [, name, value = ""] = tagged.exec(text) ?? [];
    if (name === "TY") {
      if (open) lose(open);
      open = { line, fields: new Map([["TY", [value.trim()]]]) };
      tag = name;
    } else if (open && name === "ER") {
      const described = describeRis(open.fields);
      entries.push({ key: keys.keyFor(open.fields.get("ID")?.[0], described.metadata), line: open.line, ...described });
      open = undefined;
    } else if (open && name !== undefined) {
      const values = open.fields.get(name);
      if (values) values.push(value.trim());
      else open.fields.set(name, [value.trim()]);
      tag = name;
    } else if (open && text.trim() !== "") {
      const values = open.fields.get(tag) ?? [];
      values.push(`${values.pop() ?? ""} ${text.trim()}`);
    } else if (name !== undefined && line !== strayLine + 1) {
      problems.push({
        line,
        column: 1,
        message: `${name} stands in no record. A record begins with a line TY  - RPRT.`,
      });
      strayLine = line;
    } else if (name !== undefined) strayLine = line;
  });
  if (open) lose(open);
  return { entries, problems };
}
