import type { VerifiedCitation } from "../catalog/check-citation.ts";
import { placeNotes } from "../citation-style/note-naming.ts";
import type { Naming } from "../citation-style/naming.ts";
import { namingView, type NamingView } from "./naming-view.ts";

/**
 * How the notes of one document name their sources.
 *
 * @param citations all of the document, in order. @returns what one of them is called on a page of a language.
 */
export function noteNames(
  naming: Naming,
  citations: readonly (VerifiedCitation | undefined)[],
): (one: VerifiedCitation, language: string) => NamingView {
  const places = placeNotes(citations);
  return ({ source, citation: { note } }, language) =>
    namingView(source, naming.formsOf(source, language), places.get(note) ?? { form: "first", firstNote: note });
}
