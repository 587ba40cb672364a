import { shorten } from "../text/shorten.ts";
import { diffWords } from "./word-diff.ts";

/** Most characters of either version that a line shows. */
const mostShown = 60;
/** Unchanged words shown before a change, in characters. */
const lead = 20;

/**
 * The first change between two texts with the words around it, on one line: what stood
 * there, and what stands there now; both begin with the same few words.
 */
export function firstChange(before: string, after: string): { readonly was: string; readonly is: string } {
  let shared = "";
  for (const { kind, text } of diffWords(before, after)) {
    if (kind !== "same") break;
    shared += text;
  }
  const from = beginOfWord(before, Math.max(0, shared.length - lead));
  return { was: excerpt(before, from), is: excerpt(after, from) };
}

function beginOfWord(text: string, at: number): number {
  const space = at === 0 ? -1 : text.lastIndexOf(" ", at);
  return space + 1;
}

function excerpt(text: string, from: number): string {
  const shown = shorten(text.slice(from), mostShown);
  return from > 0 ? `…${shown}` : shown;
}
