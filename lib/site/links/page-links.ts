import { unitOf } from "../reuse/kept-units.ts";
import { placeOf, type LinkPlace } from "./link-place.ts";
import { markOf } from "./place-marks.ts";

/** Where a page leads to. */
export interface PageLinks {
  /** How many links inside the site it has. */
  readonly count: number;
  /** Marks of the files and places outside its own unit that they lead to: see `markOf`. */
  readonly targets: readonly number[];
}

export interface PlacedLink {
  /** As the page has it. */
  readonly href: string;
  readonly place: LinkPlace;
}

/** Files that no link leads to, or of which kept pages were given the names that they have now. */
const unlinked = /^(?:pagefind\/|assets\/(?:card-|site-[\da-f]{10}\.css$|.*\.woff2$))/;

/** Whether it tells nothing of a page that it leads to this file. @param file below the site's folder. */
export function isUnlinked(file: string): boolean {
  return unlinked.test(file);
}

/**
 * The links of a page inside its site, in their order.
 *
 * @param file of the page, below the site's folder. @param links as it has them.
 * @param pathPrefix where the site is served, with slashes.
 */
export function linksOf(
  file: string,
  links: Iterable<string>,
  pathPrefix: string,
): PageLinks & { readonly places: readonly PlacedLink[] } {
  const page = addressOf(file, pathPrefix);
  const unit = unitOf(file);
  const targets = new Set<number>();
  const places: PlacedLink[] = [];
  for (const href of links) {
    const place = placeOf(href, page, pathPrefix);
    if (!place) continue;
    places.push({ href, place });
    if (place.fault !== undefined || isInside(place.target, unit) || isUnlinked(place.target)) continue;
    targets.add(markOf(place.target, ""));
    if (place.id !== "") targets.add(markOf(place.target, place.id));
  }
  return { count: places.length, targets: [...targets], places };
}

/** Root-relative address of a file of the site, with its path prefix. */
export function addressOf(file: string, pathPrefix: string): string {
  return pathPrefix + file.replace(/(^|\/)index\.html$/, "$1");
}

/** Whether a file lies in a unit. @param unit its folder; empty for none. */
function isInside(file: string, unit: string): boolean {
  return unit !== "" && file.startsWith(unit) && unitOf(file) === unit;
}
