import type { GoneEntry } from "../anchoring/lock.ts";
import type { Catalog } from "../catalog/catalog.ts";
import { paragraphAnchor, type ParagraphLabel } from "../label.ts";
import type { Paragraph, Source } from "../source/source.ts";

/** The ids on a source's page. One that was published never comes to stand for other words. */
export interface ParagraphAddresses {
  idOf(paragraph: Paragraph): string;
  /** Ids under which it was published before its label changed. */
  formerIdsOf(paragraph: Paragraph): readonly string[];
  /** Ids whose words are gone, in order of label. */
  readonly gone: readonly { readonly id: string; readonly label: ParagraphLabel; readonly entry: GoneEntry }[];
}

/** How much of a fingerprint tells paragraphs apart that have had the same label, in hex digits. */
const distinguishing = 8;

/**
 * A paragraph's id is its label behind a p, unless that address belongs to words that left
 * the label: then the beginning of its fingerprint follows, such as `p7~5f2c01ab`.
 */
export function paragraphAddresses(catalog: Catalog, source: Source): ParagraphAddresses {
  const lock = catalog.locks.get(source.id)?.lock;
  const fingerprints = catalog.library.records.get(source.id)?.paragraphs ?? [];
  const former = new Map<string, string[]>();
  for (const [from, to] of lock?.aliases ?? []) {
    const list = former.get(to);
    if (list) list.push(paragraphAnchor(from));
    else former.set(to, [paragraphAnchor(from)]);
  }
  return {
    idOf({ label, position }) {
      const id = paragraphAnchor(label);
      if (!lock?.aliases.has(label) && !lock?.gone.has(label)) return id;
      return `${id}~${fingerprints[position - 1]?.fingerprint.slice(0, distinguishing) ?? ""}`;
    },
    formerIdsOf: ({ label }) => former.get(label) ?? [],
    gone: Array.from(lock?.gone ?? [], ([label, entry]) => ({ id: paragraphAnchor(label), label, entry })),
  };
}
