import type { MadeParts } from "../parts/part-processes.ts";
import type { KeptPages } from "../session.ts";
import type { Workspace } from "../swap.ts";
import { eachOnce, type StoredUnit } from "./kept-units.ts";
import { placeUnits } from "./place-units.ts";
import type { SiteUnit } from "./site-units.ts";

/** As a build needs them: it asks afterwards what became of them. */
export interface PlacedPages extends KeptPages {
  /** Folders of which the new site has the very files of the published one. */
  readonly shared: ReadonlySet<string>;
}

/** What stands in a site and is not made by this run of Eleventy. @param stored to which what others make is added. */
export function keptPages(
  stored: Map<string, StoredUnit>,
  others: ReadonlySet<SiteUnit>,
  making: Promise<Pick<MadeParts, "stored">>,
  workspace: Workspace,
): PlacedPages {
  const inParts = [...stored.values()].flatMap(({ store, recorded }) => (store.isPart ? [recorded.folder] : []));
  const folders = [...inParts, ...Array.from(others, ({ folder }) => folder)];
  const all = () => [...stored.values()];
  let shared: ReadonlySet<string> = new Set();
  return {
    get shared() {
      return shared;
    },
    withAssets: new Set(folders.flatMap((folder) => /^briefs\/(.*)/.exec(folder)?.[1] ?? [])),
    async ready() {
      for (const [folder, unit] of (await making).stored) stored.set(folder, unit);
    },
    get pages() {
      return all().flatMap(({ recorded }) => recorded.pages);
    },
    get characters() {
      return eachOnce(all().map(({ recorded }) => recorded.characters));
    },
    place: (addresses) => {
      shared = placeUnits(stored.values(), workspace, addresses);
    },
  };
}
