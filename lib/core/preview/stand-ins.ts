import type { Brief } from "../brief/brief.ts";
import { parseBrief } from "../brief/parse-brief.ts";
import type { Library } from "../catalog/catalog.ts";
import { patched } from "../patched-map.ts";
import { parseSource } from "../source/parse-source.ts";
import type { Source } from "../source/source.ts";
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
  const briefs: Brief[] = [];
  const sources = new Map<string, Source>();
  const pages = library.problems.flatMap(({ place }) => {
    const page = place.path.endsWith(".json") ? undefined : pageOfFile(place.path);
    return page ? [{ page, place }] : [];
  });
  const known = new Set(pages.some(({ page }) => page.kind === "brief") ? library.briefs.map(({ name }) => name) : []);
  for (const { page, place } of pages) {
    const nothing = new FileText(place.path, "");
    if (page.kind === "brief" && !known.has(page.name)) {
      briefs.push(parseBrief(page.name, nothing, language).brief);
      known.add(page.name);
    }
    if (page.kind === "source" && !library.sources.has(page.name))
      sources.set(page.name, parseSource(page.name, nothing).source);
  }
  if (briefs.length + sources.size === 0) return library;
  return { ...library, briefs: [...library.briefs, ...briefs], sources: patched(library.sources, sources) };
}
