/**
 * The grammar of `{% cite … %}` and `{% quote … %}`, read from text. It is the part of
 * Nunjucks' tag syntax that both share, so a tag means the same in Markdown and in a
 * Nunjucks page: comma-separated strings and whole numbers, then `name="…"` options.
 */

export interface TagArgument {
  /** The option's name; undefined for a positional argument. */
  readonly name: string | undefined;
  /** A string's characters with escapes resolved, or a number's digits as written. */
  readonly value: string;
  readonly isNumber: boolean;
  /** 0-based offset at which the argument begins, its name included. */
  readonly offset: number;
  /** 0-based offset at which the value begins, its quotation mark included. */
  readonly valueOffset: number;
}

/** A slip inside a tag that is closed: where, and what to write. */
export interface TagFault {
  readonly offset: number;
  readonly message: string;
}

export interface Tag {
  readonly kind: "tag";
  readonly name: string;
  readonly arguments: readonly TagArgument[];
  readonly faults: readonly TagFault[];
  /** Offsets of `{%` and just past `%}`. */
  readonly start: number;
  readonly end: number;
}

export type TagReading = Tag | { readonly kind: "unclosed"; readonly name: string };

/** The number that `markTags` gives a `{%` may stand behind it. */
const opening = /\{%(?:[\uFDD0-\uFDDF]+\uFDEF)?-?[\s\u00A0]*([A-Za-z_][\w-]*)/y;
const space = /[\s\u00A0]*/y;
const closing = /-?%\}/y;
const nextSign = /%\}|\{%/g;
const numeral = /[0-9][0-9._]*/y;
const optionName = /([A-Za-z_][\w-]*)[\s\u00A0]*=[\s\u00A0]*/y;
const curlyQuotes = /[\u201C\u201D\u2018\u2019\u00AB\u00BB\u201E]/;

/**
 * Read one tag of any name. Where something in it cannot be read, it ends at the next
 * `%}`, unless another tag begins before that.
 *
 * @param text what holds the tag; @param start 0-based offset of its `{%`.
 * @returns undefined when no tag begins there; `unclosed` when `%}` never comes.
 */
export function readTag(text: string, start: number): TagReading | undefined {
  opening.lastIndex = start;
  const opened = opening.exec(text);
  if (!opened) return undefined;
  const name = opened[1] ?? "";
  const taken: TagArgument[] = [];
  const faults: TagFault[] = [];
  let at = opening.lastIndex;
  let needsComma = false;
  for (;;) {
    at = skip(space, text, at);
    const closedAt = skip(closing, text, at);
    if (closedAt > at) return { kind: "tag", name, arguments: taken, faults, start, end: closedAt };
    if (at >= text.length) return { kind: "unclosed", name };
    if (text[at] === ",") {
      if (!needsComma) faults.push({ offset: at, message: "There is a comma too many. Take it out." });
      needsComma = false;
      at += 1;
      continue;
    }
    const argument = readArgument(text, at);
    if (argument === "unclosed") return { kind: "unclosed", name };
    if (argument === undefined) {
      faults.push({ offset: at, message: adviceOn(text, at) });
      nextSign.lastIndex = at;
      if (nextSign.exec(text)?.[0] !== "%}") return { kind: "unclosed", name };
      return { kind: "tag", name, arguments: taken, faults, start, end: nextSign.lastIndex };
    }
    if (needsComma) faults.push({ offset: at, message: "A comma is missing before this. Write one." });
    taken.push(argument.argument);
    at = argument.end;
    needsComma = true;
  }
}

function readArgument(text: string, at: number): { argument: TagArgument; end: number } | "unclosed" | undefined {
  optionName.lastIndex = at;
  const named = optionName.exec(text);
  const valueOffset = named ? optionName.lastIndex : at;
  const mark = text[valueOffset];
  const common = { name: named?.[1], offset: at, valueOffset };
  if (mark === '"' || mark === "'") {
    const string = readString(text, valueOffset, mark);
    if (string === "unclosed") return string;
    return { argument: { ...common, value: string.value, isNumber: false }, end: string.end };
  }
  numeral.lastIndex = valueOffset;
  const number = numeral.exec(text);
  if (!number) return undefined;
  return { argument: { ...common, value: number[0], isNumber: true }, end: numeral.lastIndex };
}

const escapes: ReadonlyMap<string, string> = new Map([
  ["n", "\n"],
  ["t", "\t"],
  ["r", "\r"],
]);

/** A string in `mark`s; a backslash escapes as in Nunjucks. */
function readString(text: string, start: number, mark: string): { value: string; end: number } | "unclosed" {
  let value = "";
  for (let at = start + 1; at < text.length; at++) {
    const character = text[at] ?? "";
    if (character === mark) return { value, end: at + 1 };
    if (character === "\\" && at + 1 < text.length) {
      at += 1;
      value += escapes.get(text[at] ?? "") ?? text[at] ?? "";
    } else value += character;
  }
  return "unclosed";
}

function adviceOn(text: string, at: number): string {
  const shown = /^\S{1,20}/.exec(text.slice(at))?.[0] ?? "";
  if (curlyQuotes.test(shown)) return 'Curly quotation marks do not delimit a string. Write straight ones: "…".';
  return `"${shown}" cannot stand here. Write strings in straight quotation marks, whole numbers without, options as name="…".`;
}

function skip(pattern: RegExp, text: string, at: number): number {
  pattern.lastIndex = at;
  return pattern.test(text) ? pattern.lastIndex : at;
}
