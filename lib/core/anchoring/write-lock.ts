import type { ParagraphLabel } from "../label.ts";
import { compareText } from "../text/compare.ts";
import type { CitedEntry, SourceLock } from "./lock.ts";

/**
 * A lock as JSON: keys sorted, 2 spaces, a new line at the end. The same lock gives the
 * same text whatever order its maps were filled in. What labels name is listed, not made
 * a key, so that no label can be mistaken for something that JavaScript knows.
 */
export function writeLock(lock: SourceLock): string {
  const file = {
    aliases: sorted(lock.aliases).map(([from, to]) => ({ from, to })),
    citations: [...lock.citations]
      .sort((a, b) => compareText(a.document, b.document) || compareText(a.pinpoint, b.pinpoint))
      .map(({ document, pinpoint, times }) => ({ document, pinpoint, times })),
    cited: sorted(lock.cited).map(writtenEntry),
    gone: sorted(lock.gone).map(([address, { accepted, gone, headings, text }]) => ({
      accepted,
      address,
      gone,
      headings,
      text,
    })),
    // Keys that are undefined are left out.
    history: lock.history.map(({ after, before, date, kind, label }) => ({ after, before, date, kind, label })),
    normaliser: lock.normaliser,
    paragraphs: lock.paragraphs.map(({ fingerprint, label }) => ({ fingerprint, label })),
    ranges: sorted(lock.ranges).map(([range, labels]) => ({ labels, range })),
    source: lock.source,
    version: lock.version,
  };
  return `${JSON.stringify(file, null, 2)}\n`;
}

/** A cited paragraph as a lock has it in JSON: the same entry always gives the same text. */
export function writtenEntry([label, entry]: readonly [ParagraphLabel, CitedEntry]) {
  const { accepted, headings, published, quotations, text } = entry;
  return { accepted, headings, label, published, quotations: [...new Set(quotations)].sort(compareText), text };
}

function sorted<Key extends string, Value>(map: ReadonlyMap<Key, Value>): [Key, Value][] {
  return [...map].sort(([a], [b]) => compareText(a, b));
}
