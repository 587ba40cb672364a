import type { Fingerprint } from "../anchoring/fingerprint.ts";
import type { Catalog } from "../catalog/catalog.ts";
import type { VerifiedCitation } from "../catalog/check-citation.ts";
import { formatDate } from "../text/date.ts";

/** By what a reader, or a machine, can tell that a cited text is the one that was cited. */
export interface Proof {
  /** YYYY-MM-DD: when the text of the paragraphs was last recorded. */
  readonly recorded: string;
  readonly recordedText: string;
  /** One for each paragraph cited, in order. */
  readonly fingerprints: readonly {
    readonly label: string;
    readonly fingerprint: Fingerprint;
    readonly short: string;
  }[];
}

/** Digits of a fingerprint that a note shows. */
const shownDigits = 12;

/**
 * The proof of a citation; undefined where no lock holds its source, as in a preview of
 * something that cannot be published.
 *
 * @param language of the page that shows it.
 */
export function proofOf(
  catalog: Catalog,
  { source, paragraphs }: VerifiedCitation,
  language: string,
): Proof | undefined {
  const lock = catalog.locks.get(source.id)?.lock;
  const record = catalog.library.records.get(source.id);
  if (!lock || !record) return undefined;
  let recorded = "";
  const fingerprints: Proof["fingerprints"][number][] = [];
  for (const { label, position } of paragraphs) {
    const accepted = lock.cited.get(label)?.accepted;
    if (accepted !== undefined && accepted > recorded) recorded = accepted;
    const fingerprint = record.paragraphs[position - 1]?.fingerprint;
    if (fingerprint !== undefined) fingerprints.push({ label, fingerprint, short: fingerprint.slice(0, shownDigits) });
  }
  if (recorded === "") return undefined;
  return { recorded, recordedText: formatDate(recorded, language), fingerprints };
}
