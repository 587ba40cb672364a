import type { SourceLock } from "../anchoring/lock.ts";
import type { Comparison } from "../anchoring/compare.ts";
import type { Catalog } from "../catalog/catalog.ts";
import type { SourceRecord } from "../catalog/source-record.ts";
import type { ParagraphLabel } from "../label.ts";
import type { Source } from "../source/source.ts";
import { citedPartsOf, type CitedPart } from "./cited-parts.ts";

/** A source that was cited before, held against its lock: what its review goes by. */
export interface SourceReview {
  readonly source: Source;
  readonly record: SourceRecord;
  readonly lock: SourceLock;
  readonly comparison: Comparison;
  /** All that is cited of it. */
  readonly parts: readonly CitedPart[];
}

/** @returns undefined when there is no such source, or nothing of it was ever cited. */
export function sourceReview(catalog: Catalog, sourceId: string): SourceReview | undefined {
  const { briefs, pages, sources } = catalog.library;
  const source = sources.get(sourceId);
  const drift = catalog.drifts.get(sourceId);
  const lock = drift?.record.lock;
  if (!source || !drift?.comparison || !lock) return undefined;
  const { record, comparison } = drift;
  return { source, record, lock, comparison, parts: citedPartsOf(sourceId, [...briefs, ...pages], drift) };
}

/** A paragraph as a person is shown it. */
export interface ShownParagraph {
  readonly label: ParagraphLabel;
  /** In form F, in full. */
  readonly text: string;
  /** Headings above it, outermost first. */
  readonly headings: readonly string[];
}

/** The paragraph that has a label today. */
export function paragraphToday({ source, record }: SourceReview, label: string): ShownParagraph | undefined {
  const paragraph = source.byLabel.get(label);
  if (!paragraph) return undefined;
  const text = record.paragraphs[paragraph.position - 1]?.text ?? "";
  return { label: paragraph.label, text, headings: paragraph.headings };
}
