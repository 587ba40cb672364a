/**
 * Marks that let a tag found in parsed Markdown say where it stands in the file.
 *
 * Markdown takes lines apart, strips block quote signs and unescapes table cells, so
 * an offset in what it hands over says nothing about the file. Each `{%` therefore
 * carries its number through the parser, spelled in Unicode noncharacters, which no
 * text for interchange holds (Unicode, section 23.7), and is cleaned of it afterwards.
 */

const zero = 0xfdd0;
const end = "\uFDEF";
const mark = /[\uFDD0-\uFDDF]+\uFDEF/g;
const markHere = /([\uFDD0-\uFDDF]+)\uFDEF/y;
/** All 66 noncharacters are refused in files; these 32 would also confuse the marks. */
const reserved = /[\uFDD0-\uFDEF]/g;

export interface MarkedText {
  readonly text: string;
  /** 0-based offset in the unmarked text of the `{%` with each number. */
  readonly starts: readonly number[];
}

/** Number every `{%` of a text. Reserved noncharacters become U+FFFD, length unchanged. */
export function markTags(raw: string): MarkedText {
  const starts: number[] = [];
  const text = raw.replace(reserved, "\uFFFD").replace(/\{%/g, (opening, offset: number) => {
    starts.push(offset);
    return opening + spell(starts.length - 1);
  });
  return { text, starts };
}

/** The text without any marks. */
export function unmark(text: string): string {
  return text.includes(end) ? text.replace(mark, "") : text;
}

/** The number that the `{%` at `offset` carries, and the length of its mark. */
export function readMark(text: string, offset: number): { number: number; length: number } | undefined {
  markHere.lastIndex = offset + 2;
  const digits = markHere.exec(text)?.[1];
  if (digits === undefined) return undefined;
  return { number: valueOf(digits), length: digits.length + 1 };
}

/** The numbers of all marks in a text, in order. */
export function marksIn(text: string): number[] {
  return Array.from(text.matchAll(mark), ([digits]) => valueOf(digits.slice(0, -1)));
}

/** The numbers of the `{%` of a marked text that have no backslash before them, or an escaped one. */
export function unescapedTags(marked: string): number[] {
  const numbers: number[] = [];
  let number = 0;
  for (let at = marked.indexOf("{%"); at >= 0; at = marked.indexOf("{%", at + 2)) {
    let backslashes = 0;
    while (marked[at - 1 - backslashes] === "\\") backslashes += 1;
    if (backslashes % 2 === 0) numbers.push(number);
    number += 1;
  }
  return numbers;
}

/**
 * Where each character of a tag, and its end, stands in the file, given where the tag
 * begins. Steps over what Markdown took out: line prefixes such as `> ` and backslashes
 * before `|`.
 *
 * @param file the unmarked body; @param start 0-based offset of the tag in it.
 * @param tag the tag's text as the parser saw it, unmarked.
 */
export function offsetsInFile(file: string, start: number, tag: string): readonly number[] {
  const offsets: number[] = [];
  let at = start;
  let lineStart = 0;
  for (const line of tag.split("\n")) {
    if (lineStart > 0) at = beginOfLine(file, at, line.trimEnd());
    // Behind the last character of a line stands its end.
    for (let index = lineStart; index <= lineStart + line.length; index++) {
      if (tag[index] === "|" && file[at] === "\\") at += 1;
      offsets.push(at);
      if (index < lineStart + line.length) at += 1;
    }
    lineStart += line.length + 1;
  }
  return offsets;
}

/** Where `text` begins in the line below the one that holds `at`; `at` itself below the last. */
function beginOfLine(file: string, at: number, text: string): number {
  const lineEnd = file.indexOf("\n", at);
  if (lineEnd < 0) return at;
  const nextEnd = file.indexOf("\n", lineEnd + 1);
  const next = file.slice(lineEnd + 1, nextEnd < 0 ? undefined : nextEnd);
  return lineEnd + 1 + Math.max(0, next.indexOf(text));
}

function valueOf(digits: string): number {
  let number = 0;
  for (const digit of digits) number = number * 16 + (digit.charCodeAt(0) - zero);
  return number;
}

function spell(number: number): string {
  const digits = number.toString(16);
  return Array.from(digits, (digit) => String.fromCharCode(zero + parseInt(digit, 16))).join("") + end;
}
