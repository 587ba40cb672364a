import type { ParagraphLabel } from "../label.ts";
import type { Place } from "../problem.ts";
import { writePinpoint, type Pinpoint, type PinpointPart } from "../tags/pinpoint.ts";
import { replaceAll, type Replacement } from "../text/replace.ts";
import { offsetInRaw } from "./raw-place.ts";

/** What a tag's pinpoint has to say from now on. */
export interface PinpointEdit {
  /** Where its value begins, the quotation mark included. */
  readonly place: Place;
  /** As it was parsed. */
  readonly from: Pinpoint;
  /** Part by part in place of `from`. */
  readonly to: Pinpoint;
}

export type RePointing =
  | { readonly kind: "text"; readonly text: string }
  /** What stands there is not the pinpoint that was parsed. */
  | { readonly kind: "not-as-parsed"; readonly place: Place };

/**
 * Re-point tags of one file. Only the labels that change are replaced; every other
 * character stays, and so do the quotation marks and the spacing of the pinpoint itself.
 *
 * @param raw the whole file, with its byte order mark and line ends as they are.
 */
export function rePoint(raw: string, edits: readonly PinpointEdit[]): RePointing {
  const replacements: Replacement[] = [];
  for (const edit of edits) {
    const found = replacementsFor(raw, edit);
    if (!found) return { kind: "not-as-parsed", place: edit.place };
    replacements.push(...found);
  }
  return { kind: "text", text: replaceAll(raw, replacements) };
}

function replacementsFor(raw: string, { place, from, to }: PinpointEdit): Replacement[] | undefined {
  const start = offsetInRaw(raw, place);
  if (start === undefined) return undefined;
  const mark = raw[start];
  if (mark !== '"' && mark !== "'") return replaceNumber(raw, start, from, to);
  const end = raw.indexOf(mark, start + 1);
  const written = end < 0 ? [] : labelsIn(raw, start + 1, end);
  const parsed = from.flatMap((part) => (part.to === undefined ? [part.from] : [part.from, part.to]));
  if (written.length !== parsed.length || !written.every(({ label }, index) => label === parsed[index]))
    return undefined;
  let next = 0;
  return from.flatMap((part, index) => {
    const spots = written.slice(next, (next += part.to === undefined ? 1 : 2));
    return replacePart(spots, part, to[index] ?? part);
  });
}

/** A whole number without quotation marks; what is none gets those of the tag. */
function replaceNumber(raw: string, start: number, from: Pinpoint, to: Pinpoint): Replacement[] | undefined {
  const digits = /^\d+/.exec(raw.slice(start, start + 50))?.[0];
  if (digits === undefined || digits !== writePinpoint(from)) return undefined;
  const value = writePinpoint(to);
  const mark = raw.lastIndexOf("'", start) > raw.lastIndexOf('"', start) ? "'" : '"';
  const text = /^(?:0|[1-9]\d*)$/.test(value) ? value : mark + value + mark;
  return [{ start, end: start + digits.length, text }];
}

interface WrittenLabel {
  readonly label: string;
  readonly start: number;
  readonly end: number;
}

/** The labels in a pinpoint's value. Nothing that may stand between them in a file looks like one. */
function labelsIn(raw: string, start: number, end: number): WrittenLabel[] {
  const value = raw.slice(start, end);
  return Array.from(value.matchAll(/[§\p{L}\p{M}\p{N}._()\\]+/gu), ({ 0: text, index }) => ({
    label: text.normalize("NFC"),
    start: start + index,
    end: start + index + text.length,
  }));
}

function replacePart(spots: readonly WrittenLabel[], from: PinpointPart, to: PinpointPart): Replacement[] {
  const [first] = spots;
  const last = spots.at(-1);
  if (!first || !last) return [];
  if ((from.to === undefined) !== (to.to === undefined))
    return [{ start: first.start, end: last.end, text: writePinpoint([to]) }];
  return [...replaceLabel(first, from.from, to.from), ...replaceLabel(last, from.to, to.to)];
}

function replaceLabel(
  { start, end }: WrittenLabel,
  from: ParagraphLabel | undefined,
  to: ParagraphLabel | undefined,
): Replacement[] {
  return from === to || to === undefined ? [] : [{ start, end, text: to }];
}
