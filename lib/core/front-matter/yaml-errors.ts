import type { YAMLError } from "yaml";
import { shorten } from "../text/shorten.ts";
import type { YamlFault } from "./yaml.ts";

const quoteIt = 'Write the value in quotation marks: "…".';
const keyAndValue = "This line is neither a key nor part of the value above it. Write key: value, or indent it.";

/**
 * What the parser found, in an author's words. One slip makes it stumble several times,
 * so only the first fault of each line is told.
 *
 * @param known faults that were found before; @param openings offsets of quotation marks that are never closed.
 */
export function explainErrors(
  errors: readonly YAMLError[],
  text: string,
  known: readonly YamlFault[],
  openings: readonly number[],
): YamlFault[] {
  const lines = new Set(known.map(({ offset }) => lineAround(text, offset).start));
  return errors.flatMap((error) => {
    const fault = explain(error, text, openings);
    const { start } = lineAround(text, fault.offset);
    if (lines.has(start)) return [];
    lines.add(start);
    return [fault];
  });
}

function explain({ code, message, pos }: YAMLError, text: string, openings: readonly number[]): YamlFault {
  const [offset] = pos;
  if (code === "MISSING_CHAR" && message.startsWith("Missing closing")) {
    const opening = openings.findLast((one) => one < offset) ?? offset;
    return {
      offset: opening,
      message: `This quotation mark is never closed. Write ${text[opening] ?? '"'} at the value's end.`,
    };
  }
  return { offset, message: explainCode(code, message, text, offset) };
}

function explainCode(code: YAMLError["code"], message: string, text: string, offset: number): string {
  const sign = String.fromCodePoint(text.codePointAt(offset) ?? 0x20);
  switch (code) {
    case "BLOCK_AS_IMPLICIT_KEY":
    case "BLOCK_IN_FLOW":
      return explainColon(text, offset);
    case "TAB_AS_INDENT":
      return "A tab cannot indent. Write spaces.";
    case "BAD_SCALAR_START":
      return `A value cannot begin with ${sign}. ${quoteIt}`;
    case "TAG_RESOLVE_FAILED":
    case "MULTIPLE_TAGS":
      return `A value cannot begin with !. ${quoteIt}`;
    case "BAD_ALIAS":
    case "MULTIPLE_ANCHORS":
      return `A value cannot begin with * or &. ${quoteIt}`;
    case "BAD_DQ_ESCAPE":
      return "This backslash means nothing. Write \\\\ for a backslash, or the value between two '.";
    case "MULTILINE_IMPLICIT_KEY":
      return keyAndValue;
    case "KEY_OVER_1024_CHARS":
      return "This key is too long. Take it out.";
    case "BAD_INDENT":
      return explainIndent(message);
    case "MISSING_CHAR":
      return explainMissing(message);
    case "UNEXPECTED_TOKEN":
      return `${shownSign(sign)} cannot stand here. If it belongs to a value, write the whole value in quotation marks: "…".`;
    default:
      return "This is not key: value. Write one key on each line, and its value after the colon.";
  }
}

/** `title: Pakistan: a view`, with the line rewritten so that it can be copied. */
function explainColon(text: string, offset: number): string {
  const { line } = lineAround(text, offset);
  const match = /^[\s-]*([\w-]+): +(?!["'[{|>])(.*?: .*?)\s*$/.exec(line);
  if (!match) return `This value holds a colon. ${quoteIt}`;
  const [, key = "", value = ""] = match;
  return `This value holds a colon. Write it in quotation marks: ${key}: "${shorten(value.replace(/["\\]/g, "\\$&"))}".`;
}

function explainIndent(message: string): string {
  if (message.startsWith("Flow sequence")) return "This list is never closed. Write ] at its end.";
  if (message.startsWith("Flow map")) return "This brace is never closed. Write } at its end.";
  return "This line begins in another column than its neighbours. Indent it as they are.";
}

function explainMissing(message: string): string {
  if (message.startsWith("Missing , ")) return "A comma is missing here. Write one between two items.";
  if (message.startsWith("Comments"))
    return 'A space is missing before #. If # belongs to the value, write it in quotation marks: "…".';
  return keyAndValue;
}

function shownSign(sign: string): string {
  return /[\p{P}\p{S}]/u.test(sign) ? `"${sign}"` : "This";
}

function lineAround(text: string, offset: number): { start: number; line: string } {
  const start = text.lastIndexOf("\n", offset - 1) + 1;
  const end = text.indexOf("\n", start);
  return { start, line: text.slice(start, end < 0 ? text.length : end) };
}
