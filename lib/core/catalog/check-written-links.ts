import type { Brief } from "../brief/brief.ts";
import type { WrittenLink } from "../brief/citation.ts";
import { paragraphAnchor } from "../label.ts";
import type { Problem } from "../problem.ts";
import type { Source } from "../source/source.ts";
import { nearest } from "../text/nearest.ts";

/** What links of this kind may lead to. */
interface Pages {
  readonly briefs: readonly Brief[];
  readonly sources: ReadonlyMap<string, Source>;
}

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
  const labels = library.sources.get(name)?.paragraphs.map(({ label }) => paragraphAnchor(label)) ?? [];
  const wanted = decoded(fragment);
  if (wanted !== undefined && (labels.includes(wanted) || !/^p[^-]*$/.test(wanted))) return undefined;
  const [near] = nearest(wanted ?? fragment, labels);
  const fix = near === undefined ? "Correct the address." : `Write #${near}.`;
  return `The link "${link.href}" does not arrive: the source has no such paragraph. ${fix}`;
}

function decoded(fragment: string): string | undefined {
  try {
    return decodeURIComponent(fragment);
  } catch {
    return undefined;
  }
}
