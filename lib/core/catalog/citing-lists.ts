import type { CitingDocument } from "../brief/citation.ts";
import { patched } from "../patched-map.ts";
import type { Paragraph } from "../source/source.ts";
import type { VerifiedCitation } from "./check-citation.ts";
import type { CheckedDocuments, Checking, DocumentCheck } from "./check-documents.ts";

/** A citation that holds, seen from what it names. */
export interface CitedBy {
  readonly document: CitingDocument;
  readonly verified: VerifiedCitation;
}

/** Who cites what. The very same list stands in the next state of a library where nothing in it is another. */
export interface CitingLists {
  /** In order of documents, then of notes. */
  readonly byParagraph: ReadonlyMap<Paragraph, readonly CitedBy[]>;
  /** By source id; in order of documents, then as each has its citations. */
  readonly bySource: ReadonlyMap<string, readonly CitedBy[]>;
  /** The paragraphs that are cited in support of one claim and in dispute of another. */
  readonly contested: ReadonlySet<Paragraph>;
}

/** @param before of the state whose checks were taken again. */
export function citingLists(
  { checked, gone, come }: Checking,
  before?: { readonly checked: CheckedDocuments; readonly lists: CitingLists },
): CitingLists {
  const { checks } = checked;
  const then = before?.checked.checks ?? new Map<CitingDocument, never>();
  const others = new Set([...gone, ...come]);
  const ofOthers = [...others].flatMap((one) => differingHeld(then.get(one), checks.get(one)));

  const regroup = <Key>(
    lists: ReadonlyMap<Key, readonly CitedBy[]> | undefined,
    keysOf: (verified: VerifiedCitation) => readonly Key[],
    inOrder: (held: VerifiedCitation[]) => VerifiedCitation[],
    onChanged?: (key: Key, list: readonly CitedBy[]) => void,
  ): ReadonlyMap<Key, readonly CitedBy[]> => {
    const changed = new Map<Key, CitedBy[]>();
    // Where nothing is another, the lists stay the very same.
    for (const verified of ofOthers)
      for (const key of keysOf(verified))
        if (!changed.has(key))
          changed.set(
            key,
            (lists?.get(key) ?? []).filter(({ document }) => !others.has(document)),
          );
    for (const document of come)
      for (const verified of inOrder(heldBy(checks.get(document))))
        for (const key of keysOf(verified)) changed.get(key)?.push({ document, verified });
    const places = placesOf(checked, changed.values());
    for (const [key, list] of changed) onChanged?.(key, list);
    const inPlace = (a: CitedBy, b: CitedBy) => (places.get(a.document) ?? 0) - (places.get(b.document) ?? 0);
    const entries = Array.from(
      changed,
      ([key, list]) => [key, list.length === 0 ? undefined : list.toSorted(inPlace)] as const,
    );
    return patched(lists ?? new Map<Key, readonly CitedBy[]>(), entries);
  };
  const contested = new Set(before?.lists.contested);
  const byParagraph = regroup(
    before?.lists.byParagraph,
    ({ paragraphs }) => paragraphs,
    (held) => held.sort(inOrderOfNotes),
    (paragraph, list) => {
      if (isContested(list)) contested.add(paragraph);
      else contested.delete(paragraph);
    },
  );
  return {
    byParagraph,
    contested,
    bySource: regroup(
      before?.lists.bySource,
      ({ source }) => [source.id],
      (held) => held,
    ),
  };
}

/** The citations of a document that hold in one of two states and are another in the other; all of one that has only moved. */
function differingHeld(then: DocumentCheck | undefined, now: DocumentCheck | undefined): VerifiedCitation[] {
  if (!then || !now || then === now) return heldBy(now ?? then);
  const [old, held] = [new Set(then.verified), new Set(now.verified)];
  return [...heldBy(then).filter((one) => !held.has(one)), ...heldBy(now).filter((one) => !old.has(one))];
}

/** The places among all of the documents that stand in some lists. */
function placesOf({ documents }: CheckedDocuments, lists: Iterable<readonly CitedBy[]>): Map<CitingDocument, number> {
  const places = new Map<CitingDocument, number>();
  for (const list of lists) for (const { document } of list) places.set(document, 0);
  documents.forEach((document, place) => {
    if (places.has(document)) places.set(document, place);
  });
  return places;
}

function isContested(list: readonly CitedBy[]): boolean {
  const relations = new Set(list.map(({ verified }) => verified.citation.request.relation));
  return relations.has("supports") && relations.has("disputes");
}

/** The citations of a document that hold, in its order. */
export function heldBy(check: DocumentCheck | undefined): VerifiedCitation[] {
  return (check?.verified ?? []).filter((one) => one !== undefined);
}

/** As a reader meets them: a footnote's citations come after the text's, wherever it is written. */
export function inOrderOfNotes({ citation: a }: VerifiedCitation, { citation: b }: VerifiedCitation): number {
  return a.note - b.note || a.mention - b.mention;
}
