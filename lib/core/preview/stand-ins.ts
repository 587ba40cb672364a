import { parseBrief } from "../brief/parse-brief.ts";
import type { Library } from "../catalog/catalog.ts";
import { parseSource } from "../source/parse-source.ts";
import { FileText } from "../text/file-text.ts";
import { pageOfFile } from "./document-pages.ts";

/**
 * A library with an empty document in place of each brief and source whose file could not
 * be read, so that there is a page to say so.
 *
 * @param language the site's.
 */
export function withStandIns(library: Library, language: string): Library {
  // The very same library, where every file could be read, has the very same lists.
  if (library.problems.length === 0) return library;
  const briefs = [...library.briefs];
  const sources = new Map(library.sources);
  for (const { place } of library.problems) {
    const page = place.path.endsWith(".json") ? undefined : pageOfFile(place.path);
    const nothing = new FileText(place.path, "");
    if (page?.kind === "brief" && !briefs.some(({ name }) => name === page.name))
      briefs.push(parseBrief(page.name, nothing, language).brief);
    if (page?.kind === "source" && !sources.has(page.name))
      sources.set(page.name, parseSource(page.name, nothing).source);
  }
  return { ...library, briefs, sources };
}
