import type { KeptPages } from "../session.ts";
import { eachOnce, placeUnits, type StoredUnit } from "./kept-units.ts";
import type { SiteUnit } from "./site-units.ts";

/** What stands in a site and is not made by this run of Eleventy. @param stored to which what others make is added. */
export function keptPages(
  stored: Map<string, StoredUnit>,
  others: ReadonlySet<SiteUnit>,
  making: Promise<ReadonlyMap<string, StoredUnit>>,
  staging: string,
): KeptPages {
  const inParts = [...stored.values()].flatMap(({ store, recorded }) => (store.isPart ? [recorded.folder] : []));
  const folders = [...inParts, ...Array.from(others, ({ folder }) => folder)];
  const all = () => [...stored.values()];
  return {
    withAssets: new Set(folders.flatMap((folder) => /^briefs\/(.*)/.exec(folder)?.[1] ?? [])),
    async ready() {
      for (const [folder, unit] of await making) stored.set(folder, unit);
    },
    get pages() {
      return all().flatMap(({ recorded }) => recorded.pages);
    },
    get characters() {
      return eachOnce(all().map(({ recorded }) => recorded.characters));
    },
    place: (addresses) => {
      placeUnits(stored.values(), staging, addresses);
    },
  };
}
