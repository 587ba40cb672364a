import { fingerprintParagraphs } from "../../../lib/core/anchoring/fingerprint.ts";
import type { SourceLock } from "../../../lib/core/anchoring/lock.ts";
import { buildCatalog, type Catalog, type CatalogOptions } from "../../../lib/core/catalog/catalog.ts";
import type { SourceRecord } from "../../../lib/core/catalog/source-record.ts";
import type { Brief } from "../../../lib/core/brief/brief.ts";
import type { CitingDocument } from "../../../lib/core/brief/citation.ts";
import type { Source } from "../../../lib/core/source/source.ts";
import { sha256 } from "../anchoring/locks.ts";
import { briefFrom, sourceFrom } from "./documents.ts";

/** A source of one paragraph a word, such as `sourceOfWords("One. Two.")`. */
export function sourceOfWords(words: string, keys: Record<string, string> = {}, id = "report"): Source {
  return sourceFrom(words.split(" ").join("\n\n"), keys, id).source;
}

export function briefNamed(name: string, body: string): Brief {
  return briefFrom(body, name).brief;
}

export const today: CatalogOptions = { frozen: false, today: "2026-03-05" };

/** What is known of these sources' files, with the locks given by source id. */
export function recordsOf(
  sources: readonly Source[],
  locks: ReadonlyMap<string, SourceLock> = new Map(),
): Map<string, SourceRecord> {
  return new Map(
    sources.map((source): [string, SourceRecord] => {
      const paragraphs = fingerprintParagraphs(source.paragraphs, sha256);
      const lock = locks.get(source.id);
      const text = source.paragraphs.map((paragraph) => `${paragraph.label} ${paragraph.text}`).join("\n");
      return [source.id, { hash: sha256(text), paragraphs, ...(lock && { lock }) }];
    }),
  );
}

/** The catalog of a whole library that was read without a problem. */
export function catalogOf(
  sources: readonly Source[],
  briefs: readonly Brief[],
  pages: readonly CitingDocument[] = [],
  locks: ReadonlyMap<string, SourceLock> = new Map(),
  options: CatalogOptions = today,
): Catalog {
  const byId = new Map(sources.map((source) => [source.id, source]));
  return buildCatalog({ briefs, pages, sources: byId, records: recordsOf(sources, locks), problems: [] }, options);
}
