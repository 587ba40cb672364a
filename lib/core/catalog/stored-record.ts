import type { Fingerprint } from "../anchoring/fingerprint.ts";
import type { Paragraph } from "../source/source.ts";
import type { SourceRecord } from "./source-record.ts";

/** What is known of a source's file in values that JSON has. */
export interface StoredRecord {
  readonly hash: string;
  /** Of each paragraph, in reading order; with its text in form F where that is another than its words. */
  readonly paragraphs: readonly (readonly [fingerprint: Fingerprint, text?: string])[];
}

/** @param paragraphs the source's, of which the record is. */
export function storeRecord(record: SourceRecord, paragraphs: readonly Paragraph[]): StoredRecord {
  return {
    hash: record.hash,
    paragraphs: record.paragraphs.map(({ fingerprint, text }, index) =>
      text === paragraphs[index]?.text ? [fingerprint] : [fingerprint, text],
    ),
  };
}

export function restoreRecord(
  { hash, paragraphs: stored }: StoredRecord,
  paragraphs: readonly Paragraph[],
): SourceRecord {
  return {
    hash,
    paragraphs: paragraphs.flatMap(({ label, text: words }, index) => {
      const [fingerprint, text = words] = stored[index] ?? [];
      return fingerprint === undefined ? [] : [{ label, text, fingerprint }];
    }),
  };
}
