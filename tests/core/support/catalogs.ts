import { buildCatalog, type Catalog } from "../../../lib/core/catalog/catalog.ts";
import type { Brief } from "../../../lib/core/brief/brief.ts";
import type { CitingDocument } from "../../../lib/core/brief/citation.ts";
import type { Source } from "../../../lib/core/source/source.ts";
import { briefFrom, sourceFrom } from "./documents.ts";

/** A source of one paragraph a word, such as `sourceOfWords("One. Two.")`. */
export function sourceOfWords(words: string, keys: Record<string, string> = {}, id = "report"): Source {
  return sourceFrom(words.split(" ").join("\n\n"), keys, id).source;
}

export function briefNamed(name: string, body: string): Brief {
  return briefFrom(body, name).brief;
}

/** The catalog of a whole library that was read without a problem. */
export function catalogOf(
  sources: readonly Source[],
  briefs: readonly Brief[],
  pages: readonly CitingDocument[] = [],
): Catalog {
  return buildCatalog({ briefs, pages, sources: new Map(sources.map((source) => [source.id, source])), problems: [] });
}
