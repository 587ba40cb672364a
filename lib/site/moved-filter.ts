import type { Environment } from "nunjucks";
import { withFragment } from "../core/view/address.ts";
import { placeName, type MovedPage, type PlaceName } from "../core/view/moved-page.ts";
import { directionOf } from "../core/text/language.ts";
import { PageText } from "./page-text.ts";

interface MovedPlace {
  readonly id: string;
  readonly url: string;
  readonly name: PlaceName;
}

/** The layouts of the pages that may be left behind, and what each calls the name it is made from. */
const layouts = {
  briefs: ["brief.njk", "slug"],
  evidence: ["evidence.njk", "slug"],
  sources: ["source.njk", "id"],
} as const satisfies Record<MovedPage["section"], readonly [string, string]>;

/**
 * Lets templates ask of a page at an old address for every place of the page it leads to:
 * `moved | movedPlaces`. That page is rendered for it, so that no place is forgotten.
 */
export function addMovedFilters(environment: Environment): void {
  environment.addFilter("directionOf", directionOf);
  environment.addFilter("movedPlaces", (moved: MovedPage): MovedPlace[] => {
    const [layout, key] = layouts[moved.section];
    const page = new PageText(environment.render(layout, { [key]: moved.name }));
    // What stands around it is on the page at the old address, too.
    const main = page.elements.find(({ name }) => name === "main");
    const within = main ? page.inside(main) : page.elements;
    const ids = new Set(within.flatMap(({ attributes }) => (attributes.id === undefined ? [] : [attributes.id])));
    return Array.from(ids, (id) => ({ id, url: withFragment(moved.url, id), name: placeName(moved, id) }));
  });
}
