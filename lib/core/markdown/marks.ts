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
  let number = 0;
  for (const digit of digits) number = number * 16 + (digit.charCodeAt(0) - zero);
  return { number, length: digits.length + 1 };
}

/** Length, in `marked`, of its beginning that holds `length` characters once unmarked. */
export function markedLength(marked: string, length: number): number {
  let at = 0;
  for (let taken = 0; taken < length;) {
    markHere.lastIndex = at;
    if (markHere.test(marked)) at = markHere.lastIndex;
    else {
      at += 1;
      taken += 1;
    }
  }
  return at;
}

/**
 * Where character `index` of a tag stands in the file, given where the tag begins.
 * Steps over what Markdown took out: line prefixes such as `> ` and backslashes before `|`.
 *
 * @param file the unmarked body; @param start 0-based offset of the tag in it.
 * @param tag the tag's text as the parser saw it, unmarked.
 */
export function offsetInFile(file: string, start: number, tag: string, index: number): number {
  let at = start;
  for (let i = 0; i < index; i++) {
    if (tag[i] !== "\n") {
      if (tag[i] === "|" && file[at] === "\\") at += 1;
      at += 1;
      continue;
    }
    const lineEnd = file.indexOf("\n", at);
    if (lineEnd < 0) return at;
    const nextLine = file.slice(lineEnd + 1).split("\n", 1)[0] ?? "";
    const rest = (tag.slice(i + 1).split("\n", 1)[0] ?? "").trimEnd();
    at = lineEnd + 1 + Math.max(0, nextLine.indexOf(rest));
  }
  if (tag[index] === "|" && file[at] === "\\") at += 1;
  return at;
}

function spell(number: number): string {
  const digits = number.toString(16);
  return Array.from(digits, (digit) => String.fromCharCode(zero + parseInt(digit, 16))).join("") + end;
}
