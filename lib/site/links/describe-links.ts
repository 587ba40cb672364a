import type { Catalog } from "../../core/catalog/catalog.ts";
import { sortProblems, type Problem } from "../../core/problem.ts";
import type { BrokenLink } from "./check-links.ts";

const faults: Readonly<Record<BrokenLink["fault"], string>> = {
  "no page": "there is no such page or file",
  "no such place": "the page has no such place",
  "no address": "it is no address; write a % as %25",
  "two places": "the page has two places of that name; rename one of the headings",
};

/** Broken links as problems: each place that writes one, or else the page that has it. */
export function describeLinks(
  broken: readonly BrokenLink[],
  catalog: Catalog,
  own: ReadonlyMap<string, string>,
  pathPrefix: string,
): Problem[] {
  const ownFiles = new Map([...own].map(([url, path]) => [pathPrefix + url.slice(1), path]));
  const documents = new Map(
    [...catalog.library.briefs, ...catalog.library.pages].map((one) => [pathPrefix + one.url.slice(1), one]),
  );
  const problems = broken.flatMap(({ page, href, fault }): Problem[] => {
    const document = documents.get(page);
    const written = document?.links.filter((link) => link.href === href || pathPrefix + link.href.slice(1) === href);
    const message = `The link "${href}" on ${page} does not arrive: ${faults[fault]}. Correct the address or take the link out.`;
    const places = written?.map(({ place }) => place) ?? [];
    if (places.length === 0)
      places.push({ path: document?.path ?? ownFiles.get(page) ?? "layouts", line: 1, column: 1 });
    return places.map((place) => ({ place, rule: "link-resolves", message }));
  });
  return sortProblems(problems);
}
