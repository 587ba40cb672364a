import { codePointName, withoutInvisible } from "../text/invisible.ts";
import { collapseWhiteSpace } from "../text/normal-form.ts";
import { shorten } from "../text/shorten.ts";

/** How much around a difference is shown with it, at most, in UTF-16 code units. */
const around = 24;

/**
 * Where two texts differ, as two clauses for a message: the words there in quotation
 * marks, or the characters by number where the words look the same.
 */
export function describeDifference(expected: string, actual: string): { expected: string; actual: string } {
  const least = Math.min(expected.length, actual.length);
  let start = 0;
  while (start < least && expected[start] === actual[start]) start++;
  let end = 0;
  while (end < least - start && expected.at(-1 - end) === actual.at(-1 - end)) end++;
  const words = [expected, actual].map((text) => wordsAround(text, start, text.length - end)) as [string, string];
  if (visible(words[0]) !== visible(words[1])) return { expected: quote(words[0]), actual: quote(words[1]) };
  const parts = [expected, actual].map((text) => codePoints(text.slice(start, text.length - end))) as [string, string];
  const behind = ` behind ${quote(shortEnd(expected.slice(0, start)))}`;
  return { expected: parts[0] + behind, actual: parts[1] };
}

function wordsAround(text: string, start: number, end: number): string {
  const before = /\S*$/.exec(text.slice(Math.max(0, start - around), start))?.[0] ?? "";
  const behind = /^\S*/.exec(text.slice(end, end + around))?.[0] ?? "";
  return before + text.slice(start, end) + behind;
}

function visible(text: string): string {
  return collapseWhiteSpace(withoutInvisible(text));
}

function quote(text: string): string {
  return text.trim() === "" ? "nothing" : `"${shorten(collapseWhiteSpace(text))}"`;
}

function shortEnd(text: string): string {
  return text.slice(-around).replace(/^[\uDC00-\uDFFF]/, "");
}

function codePoints(text: string): string {
  const names = Array.from(text, codePointName);
  return names.length === 0 ? "nothing" : names.slice(0, 6).join(" ");
}
