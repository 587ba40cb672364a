import type { WrittenLink } from "../brief/citation.ts";
import { paragraphAnchor } from "../label.ts";
import type { Problem } from "../problem.ts";
import { nearest } from "../text/nearest.ts";
import type { Library } from "./catalog.ts";

/** What links of this kind may lead to. */
type Pages = Pick<Library, "briefs" | "sources" | "records">;

/**
 * Links that briefs write to briefs and sources of the same site, checked before there
 * is a site: the page is one, and a fragment of a source's page is one of its paragraphs.
 * Links to other pages of the site are followed when it is built.
 */
export function checkWrittenLinks(library: Pages): Problem[] {
  const briefs = new Set(library.briefs.map(({ name }) => name));
  return library.briefs.flatMap((brief) =>
    brief.links.flatMap((link): Problem[] => {
      const message = faultOf(link, library, briefs);
      return message === undefined ? [] : [{ place: link.place, rule: "link-resolves", message }];
    }),
  );
}

const sitePage = /^\/(briefs|sources)\/([^/#?]+)\/?(?:#(.*))?$/;

function faultOf(link: WrittenLink, library: Pages, briefs: ReadonlySet<string>): string | undefined {
  const match = sitePage.exec(link.href);
  if (!match) return undefined;
  const [, kind, name = "", fragment = ""] = match;
  const names = kind === "briefs" ? briefs : new Set(library.sources.keys());
  if (!names.has(name)) {
    const [near] = nearest(name, names);
    const fix = near === undefined ? "Correct the address or take the link out." : `Write /${kind ?? ""}/${near}/.`;
    return `The link "${link.href}" does not arrive: there is no such page. ${fix}`;
  }
  if (kind === "briefs" || fragment === "") return undefined;
  const labels = publishedLabels(library, name).map(paragraphAnchor);
  const wanted = decoded(fragment);
  if (wanted !== undefined && (labels.includes(wanted) || !/^p[^-]*$/.test(wanted))) return undefined;
  const [near] = nearest(wanted ?? fragment, labels);
  const fix = near === undefined ? "Correct the address." : `Write #${near}.`;
  return `The link "${link.href}" does not arrive: the source has no such paragraph. ${fix}`;
}

/** Labels of paragraphs that are there, and those that lead on to one or to what became of it. */
function publishedLabels({ sources, records }: Pages, id: string): string[] {
  const lock = records.get(id)?.lock;
  const before = lock ? [...lock.cited.keys(), ...lock.aliases.keys(), ...lock.gone.keys()] : [];
  return [...(sources.get(id)?.paragraphs.map(({ label }) => label) ?? []), ...before];
}

function decoded(fragment: string): string | undefined {
  try {
    return decodeURIComponent(fragment);
  } catch {
    return undefined;
  }
}
