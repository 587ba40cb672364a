import type { Brief } from "../brief/brief.ts";
import type { WrittenLink } from "../brief/citation.ts";
import { paragraphAnchor } from "../label.ts";
import type { Problem } from "../problem.ts";
import { remembered } from "../remembered.ts";
import { nearest } from "../text/nearest.ts";
import type { Library } from "./catalog.ts";
import { formerlyCalled } from "./former-names.ts";

/** What links of this kind may lead to. */
type Pages = Pick<Library, "briefs" | "sources" | "records">;

export interface LinkFindings {
  readonly problems: readonly Problem[];
  /** Links to where something was before: readers arrive, by way of the page that is left there. */
  readonly warnings: readonly Problem[];
}

/**
 * Links that briefs write to briefs and sources of the same site, checked before there
 * is a site: the page is one, and a fragment of a source's page is one of its paragraphs.
 * Links to other pages of the site are followed when it is built.
 *
 * @param briefs those whose links are checked.
 */
export function checkWrittenLinks(library: Pages, briefs: readonly Brief[] = library.briefs): LinkFindings {
  const names = remembered((all: Pages) => ({
    briefs: new Set(all.briefs.map(({ name }) => name)),
    sources: new Set(all.sources.keys()),
  }));
  const problems: Problem[] = [];
  const warnings: Problem[] = [];
  for (const link of briefs.flatMap(({ links }) => links)) {
    const finding = findingOf(link, library, names);
    if (!finding) continue;
    const { isFault, message } = finding;
    (isFault ? problems : warnings).push({ place: link.place, rule: "link-resolves", message });
  }
  return { problems, warnings };
}

interface Names {
  readonly briefs: ReadonlySet<string>;
  readonly sources: ReadonlySet<string>;
}

interface Finding {
  readonly isFault: boolean;
  readonly message: string;
}

const sitePage = /^\/(briefs|sources)\/([^/#?]+)\/?(?:#(.*))?$/;

function findingOf({ href }: WrittenLink, library: Pages, namesIn: (library: Pages) => Names): Finding | undefined {
  const match = sitePage.exec(href);
  if (!match) return undefined;
  const names = namesIn(library);
  const kind = match[1] === "briefs" ? "briefs" : "sources";
  const [, , written = "", fragment = ""] = match;
  const name = names[kind].has(written) ? written : nameToday(library, kind, written);
  if (name === undefined) {
    const [near] = nearest(written, names[kind]);
    const fix = near === undefined ? "Correct the address or take the link out." : `Write /${kind}/${near}/.`;
    return { isFault: true, message: `The link "${href}" does not arrive: there is no such page. ${fix}` };
  }
  const lost = kind === "sources" && fragment !== "" ? lostPlace(href, name, fragment, library) : undefined;
  if (lost !== undefined || name === written) return lost;
  const fix = `/${kind}/${name}/${fragment === "" ? "" : `#${fragment}`}`;
  const what = kind === "briefs" ? "the brief" : "the source";
  return {
    isFault: false,
    message: `The link "${href}" leads by way of an old address: ${what} is called "${name}" now. Write ${fix}.`,
  };
}

/** What a brief or source that had another name before is called now. */
function nameToday({ briefs, sources }: Pages, kind: keyof Names, former: string): string | undefined {
  return kind === "briefs" ? formerlyCalled(former, briefs)?.name : formerlyCalled(former, sources.values())?.id;
}

function lostPlace(href: string, name: string, fragment: string, library: Pages): Finding | undefined {
  const labels = publishedLabels(library, name).map(paragraphAnchor);
  const wanted = decoded(fragment);
  if (wanted !== undefined && (labels.includes(wanted) || !/^p[^-]*$/.test(wanted))) return undefined;
  const [near] = nearest(wanted ?? fragment, labels);
  const fix = near === undefined ? "Correct the address." : `Write #${near}.`;
  return { isFault: true, message: `The link "${href}" does not arrive: the source has no such paragraph. ${fix}` };
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
