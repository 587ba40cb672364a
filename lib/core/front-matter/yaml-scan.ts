import { CST, Lexer } from "yaml";
import type { YamlFault } from "./yaml.ts";

/** Far beyond any front matter; what has more was made to exhaust a reader. */
const mostCharacters = 200_000;
const mostEntries = 5_000;
const mostDepth = 20;

export interface YamlScan {
  /** The text to be parsed, as long as it was: lines that YAML itself would act on are blanked. Empty when refused. */
  readonly text: string;
  /** Whether there is too much of it to be parsed. */
  readonly isRefused: boolean;
  readonly faults: readonly YamlFault[];
  /** 0-based offsets of quotation marks that open a value and are never closed. */
  readonly openings: readonly number[];
}

/** Look over YAML before it is parsed: how much there is, and what would be lost or split in silence. */
export function scanYaml(text: string): YamlScan {
  const refuse = (offset: number, message: string): YamlScan => ({
    text: "",
    isRefused: true,
    faults: [{ offset, message }],
    openings: [],
  });
  if (text.length > mostCharacters)
    return refuse(0, `The front matter has ${text.length} characters; the most is ${mostCharacters}. Shorten it.`);
  const faults: YamlFault[] = [];
  const openings: number[] = [];
  const depth = new Depth();
  let parsed = text;
  let entries = 0;
  let offset = 0;
  let isScalar = false;
  for (const lexeme of new Lexer().lex(text)) {
    const type = isScalar ? "scalar" : CST.tokenType(lexeme);
    isScalar = lexeme === CST.SCALAR && !isScalar;
    if (isScalar || type === "doc-mode" || type === "flow-error-end") continue;
    const start = offset;
    offset += lexeme.length;
    if (type === "newline") continue;
    if (type === "comment") faults.push(...refuseComment(text, start));
    else if (type === "doc-start" || type === "doc-end" || type === "directive-line") {
      const end = text.indexOf("\n", start);
      parsed = blank(parsed, start, end < 0 ? text.length : end);
      faults.push({ offset: start, message: type === "directive-line" ? noDirective : noMarker });
    } else if (type?.endsWith("quoted-scalar") && !/^(["'])[^]*\1$/.test(lexeme)) openings.push(start);
    if (type === "map-value-ind" || type === "comma" || type === "seq-item-ind") entries += 1;
    if (entries > mostEntries)
      return refuse(start, `The front matter has more than ${mostEntries} keys and items. Shorten it.`);
    if (depth.read(type, start - text.lastIndexOf("\n", start - 1)) > mostDepth)
      return refuse(start, `Lists and keys are nested more than ${mostDepth} deep here. Write a plain value.`);
  }
  return { text: parsed, isRefused: false, faults, openings };
}

const noDirective = "A line that begins with % cannot stand here.";
const noMarker = 'A line "..." or "---" ends the front matter. Take it out.';

/** A comment of its own line, or set off by two spaces, is meant as one; any other cuts a value short. */
function refuseComment(text: string, offset: number): YamlFault[] {
  const before = text.slice(text.lastIndexOf("\n", offset - 1) + 1, offset);
  if (before.trim() === "" || /(?:\s\s|\t)$/.test(before)) return [];
  return [{ offset, message: 'From # on this is a comment and would be lost. Quote the value: "…".' }];
}

function blank(text: string, start: number, end: number): string {
  return text.slice(0, start) + " ".repeat(end - start) + text.slice(end);
}

/** How deep a text is nested, by brackets and by the columns at which its blocks begin. */
class Depth {
  #brackets = 0;
  #columns: number[] = [];
  /** Column at which the last scalar began: a key, when a colon follows. */
  #scalar = 0;

  read(type: CST.TokenType | null, column: number): number {
    if (type === "flow-map-start" || type === "flow-seq-start") this.#brackets += 1;
    else if (type === "flow-map-end" || type === "flow-seq-end") this.#brackets -= 1;
    else if (this.#brackets <= 0) {
      if (type === "map-value-ind") this.#begin(this.#scalar);
      else if (type === "seq-item-ind" || type === "explicit-key-ind") this.#begin(column);
      else if (type !== "space") this.#scalar = column;
    }
    return this.#brackets + this.#columns.length;
  }

  #begin(column: number): void {
    while ((this.#columns.at(-1) ?? 0) > column) this.#columns.pop();
    if (this.#columns.at(-1) !== column) this.#columns.push(column);
  }
}
