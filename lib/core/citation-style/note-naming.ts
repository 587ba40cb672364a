import type { VerifiedCitation } from "../catalog/check-citation.ts";

/** In which form a note names its source, and which note names it in full. */
export interface NotePlace {
  readonly form: "first" | "again" | "next";
  /** 1-based. */
  readonly firstNote: number;
}

/**
 * How each note of a document names its source: in full the first time, shortly afterwards, and
 * as the one before where that is the note right before it and cites the same source. A note
 * stands in the list once however often the text mentions it. A note of the author's own between
 * two that cite the same source sets them apart, since readers would look for "ibid." in it.
 *
 * @returns by number of the note, 1-based.
 */
export function placeNotes(citations: readonly (VerifiedCitation | undefined)[]): ReadonlyMap<number, NotePlace> {
  const cited = new Map<number, string>();
  for (const one of citations) if (one && !cited.has(one.citation.note)) cited.set(one.citation.note, one.source.id);
  const firsts = new Map<string, number>();
  const places = new Map<number, NotePlace>();
  for (const [note, id] of [...cited].sort(([a], [b]) => a - b)) {
    const firstNote = firsts.get(id) ?? note;
    firsts.set(id, firstNote);
    const form = firstNote === note ? "first" : cited.get(note - 1) === id ? "next" : "again";
    places.set(note, { form, firstNote });
  }
  return places;
}
