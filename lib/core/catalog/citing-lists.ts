import type { CitingDocument } from "../brief/citation.ts";
import type { Paragraph } from "../source/source.ts";
import type { VerifiedCitation } from "./check-citation.ts";
import type { CheckedDocuments, DocumentCheck } from "./check-documents.ts";

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

/** @param documents in their order; all of them were checked. @param before of the state whose checks were taken again. */
export function citingLists(
  documents: readonly CitingDocument[],
  { checks }: CheckedDocuments,
  before?: { readonly checked: CheckedDocuments; readonly lists: CitingLists },
): CitingLists {
  const then = before?.checked.checks ?? new Map<CitingDocument, never>();
  const isKept = (document: CitingDocument) => checks.has(document) && checks.get(document) === then.get(document);
  const gone = [...then.keys()].filter((document) => !isKept(document));
  const come = documents.filter((document) => !isKept(document));
  const places = new Map(documents.map((document, place) => [document, place]));

  const regroup = <Key>(
    lists: ReadonlyMap<Key, readonly CitedBy[]> | undefined,
    keysOf: (verified: VerifiedCitation) => readonly Key[],
    inOrder: (held: VerifiedCitation[]) => VerifiedCitation[],
    onChanged?: (key: Key, list: readonly CitedBy[]) => void,
  ): ReadonlyMap<Key, readonly CitedBy[]> => {
    const changed = new Map<Key, CitedBy[]>();
    const listAt = (key: Key) => {
      const list = changed.get(key) ?? (lists?.get(key) ?? []).filter(({ document }) => isKept(document));
      changed.set(key, list);
      return list;
    };
    for (const document of gone) for (const verified of heldBy(then.get(document))) keysOf(verified).forEach(listAt);
    for (const document of come)
      for (const verified of inOrder(heldBy(checks.get(document))))
        for (const key of keysOf(verified)) listAt(key).push({ document, verified });
    const all = new Map(lists);
    for (const [key, list] of changed) {
      onChanged?.(key, list);
      if (list.length === 0) all.delete(key);
      else all.set(key, list.toSorted((a, b) => (places.get(a.document) ?? 0) - (places.get(b.document) ?? 0))); // prettier-ignore
    }
    return all;
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

function isContested(list: readonly CitedBy[]): boolean {
  const relations = new Set(list.map(({ verified }) => verified.citation.request.relation));
  return relations.has("supports") && relations.has("disputes");
}

function heldBy(check: DocumentCheck | undefined): VerifiedCitation[] {
  return (check?.verified ?? []).filter((one) => one !== undefined);
}

/** As a reader meets them: a footnote's citations come after the text's, wherever it is written. */
export function inOrderOfNotes({ citation: a }: VerifiedCitation, { citation: b }: VerifiedCitation): number {
  return a.note - b.note || a.mention - b.mention;
}
