import type { Random } from "../random.ts";
import { changeTypography, editWords, flipDigit, flipNegation } from "./edit.ts";
import { joinUnits, unitsOf, type Language } from "./language.ts";
import type { Piece } from "./piece.ts";
import { swapTwins } from "./swap-twins.ts";

export const mutationKinds = [
  "insert",
  "delete",
  "reorder",
  "merge",
  "split",
  "edit",
  "digit",
  "negation",
  "typography",
  "duplicate",
  "swap twins",
  "said elsewhere",
  "move block",
  "headers",
  "several",
] as const;

export type MutationKind = (typeof mutationKinds)[number];

/** What a change is made from. */
export interface Change {
  readonly language: Language;
  readonly random: Random;
  /** Share of the paragraphs that it touches; at least one of them. */
  readonly share: number;
}

/** Paragraphs never seen in the first version, for being put in. */
type Invent = (random: Random) => string;

/** Change a source as somebody who amends, reprints or converts it does. Identities go with the text. */
export function mutate(pieces: readonly Piece[], kind: MutationKind, change: Change, invent: Invent): Piece[] {
  const times = Math.max(1, Math.round(pieces.length * change.share));
  if (kind === "headers") return insertHeaders(pieces, change, invent);
  let now = [...pieces];
  for (let time = 0; time < times && now.length > 4; time++) {
    const one = kind === "several" ? change.random.pick(severalKinds) : kind;
    const next = mutateOnce(now, one, change, invent);
    // An exchange of twins that leaves every word where it was is no change that anybody could see.
    if (!sameTexts(now, next)) now = next;
  }
  return inheritCopies(pieces, now);
}

/** To copy and then to take away or rewrite the first is to move: where only a copy has the text, it is the paragraph. */
function inheritCopies(before: readonly Piece[], now: readonly Piece[]): Piece[] {
  const kept = new Set(now.flatMap(({ of, text }) => of.filter((id) => before[id]?.text === text)));
  return now.map((piece) => {
    const { copyOf, of, text } = piece;
    const inherits = copyOf !== undefined && of.length === 0 && !kept.has(copyOf) && before[copyOf]?.text === text;
    return inherits ? { ...piece, of: [copyOf] } : piece;
  });
}

function sameTexts(a: readonly Piece[], b: readonly Piece[]): boolean {
  return a.length === b.length && a.every(({ text }, index) => text === b[index]?.text);
}

type SingleKind = Exclude<MutationKind, "headers" | "several">;

const severalKinds = mutationKinds.filter((kind): kind is SingleKind => kind !== "headers" && kind !== "several");

function mutateOnce(pieces: readonly Piece[], kind: SingleKind, change: Change, invent: Invent): Piece[] {
  const { language, random } = change;
  const at = random.whole(0, pieces.length - 1);
  const piece = pieces[at];
  if (!piece) return [...pieces];
  const replace = (...by: readonly Piece[]) => pieces.toSpliced(at, 1, ...by);
  switch (kind) {
    case "insert":
      return pieces.toSpliced(at, 0, { text: invent(random), of: [], edited: 0 });
    case "delete":
      return replace();
    case "reorder":
      return moveBlock(pieces, at, 1, at + random.pick([-3, -2, -1, 1, 2, 3]));
    case "merge":
      return merge(pieces, at, language);
    case "split":
      return replace(...split(piece, language, random));
    case "edit":
      return replace(editWords(piece, random.whole(5, 40) / 100, pieces, language, random));
    case "digit":
      return replace(flipDigit(piece, language, random));
    case "negation":
      return replace(flipNegation(piece, language, random));
    case "typography":
      return replace(changeTypography(piece, language, random));
    case "duplicate":
      return pieces.toSpliced(random.whole(0, pieces.length), 0, copyOf(piece));
    case "said elsewhere":
      return sayElsewhere(pieces, at, change, invent);
    case "swap twins":
      return swapTwins(pieces, random);
    case "move block":
      return moveBlock(pieces, at, random.whole(2, 6), random.whole(0, pieces.length));
  }
}

/**
 * Another paragraph stands in a paragraph's place, and somebody else says the very same
 * words far from there. Never beside others that were put in: neighbours said elsewhere
 * side by side would be no different from neighbours that moved.
 */
function sayElsewhere(pieces: readonly Piece[], at: number, { random }: Change, invent: Invent): Piece[] {
  const isOld = (piece: Piece | undefined) => piece === undefined || piece.of.length > 0;
  const far = pieces.flatMap((piece, place) =>
    Math.abs(place - at) > 3 && isOld(piece) && isOld(pieces[place - 1]) ? place : [],
  );
  const said = pieces[at];
  if (!said || far.length === 0) return [...pieces];
  const to = random.pick(far);
  const replaced = pieces.with(at, { text: invent(random), of: [], edited: 0 });
  return replaced.toSpliced(to, 0, { text: said.text, of: [], edited: 0 });
}

function copyOf(piece: Piece): Piece {
  const [original] = piece.of;
  return { ...piece, of: [], ...(original !== undefined && { copyOf: original }) };
}

function moveBlock(pieces: readonly Piece[], at: number, length: number, to: number): Piece[] {
  const block = pieces.slice(at, at + length);
  const rest = pieces.toSpliced(at, length);
  return rest.toSpliced(Math.max(0, Math.min(rest.length, to)), 0, ...block);
}

function merge(pieces: readonly Piece[], at: number, language: Language): Piece[] {
  const [one, other] = pieces.slice(at, at + 2);
  if (!one || !other) return [...pieces];
  const merged: Piece = {
    text: joinUnits([one.text, other.text], language),
    of: [...one.of, ...other.of],
    edited: Math.max(one.edited, other.edited),
  };
  return pieces.toSpliced(at, 2, merged);
}

/** Both parts are the paragraph: either is a right suggestion for it. */
function split(piece: Piece, language: Language, random: Random): Piece[] {
  const units = unitsOf(piece.text, language);
  if (units.length < 4) return [piece];
  const cut = random.whole(Math.ceil(units.length / 4), Math.floor((units.length * 3) / 4));
  return [units.slice(0, cut), units.slice(cut)].map((part) => ({ ...piece, text: joinUnits(part, language) }));
}

/** A running header among the paragraphs, as a conversion leaves it, the same or with a page number. */
function insertHeaders(pieces: readonly Piece[], { random }: Change, invent: Invent): Piece[] {
  const [header = ""] = /^.{0,30}/su.exec(invent(random)) ?? [];
  const every = random.whole(5, 15);
  const numbered = random.chance(0.5);
  return pieces.flatMap((piece, index) => {
    const text = numbered ? `${header.trim()} ${index / every + 1}` : header.trim();
    return index % every === 0 ? [{ text, of: [], edited: 0 }, piece] : piece;
  });
}
