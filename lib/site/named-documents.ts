import type { Brief } from "../core/brief/brief.ts";
import type { Catalog } from "../core/catalog/catalog.ts";
import { exchanged } from "../core/list/exchanged.ts";
import { patched } from "../core/patched-map.ts";
import { remembered } from "../core/remembered.ts";
import type { Source } from "../core/source/source.ts";

/** @throws where there is none: templates name what a page is made for. */
export function sourceNamed(catalog: Catalog, id: string): Source {
  const source = catalog.library.sources.get(id);
  if (!source) throw new Error(`There is no source "${id}"`);
  return source;
}

/** The briefs of a library by what is asked for with every page. */
interface BriefIndex {
  readonly briefs: readonly Brief[];
  readonly named: ReadonlyMap<string, Brief>;
  /** Those that had other names before, and those with charts. */
  readonly renamed: readonly Brief[];
  readonly charted: readonly Brief[];
}

/** Of the briefs that were asked for last, since hardly one is another after a save. */
let last: BriefIndex = { briefs: [], named: new Map(), renamed: [], charted: [] };

export const briefIndex = remembered((briefs: readonly Brief[]): BriefIndex => {
  const { gone, come } = exchanged(last.briefs, briefs);
  const left = new Set(gone);
  const next = (before: readonly Brief[], isOne: (brief: Brief) => boolean) => [
    ...before.filter((brief) => !left.has(brief)),
    ...come.filter(isOne),
  ];
  const named = patched(last.named, [
    ...gone.map(({ name }): [string, undefined] => [name, undefined]),
    ...come.map((brief): [string, Brief] => [brief.name, brief]),
  ]);
  const renamed = next(last.renamed, ({ formerNames }) => formerNames.length > 0);
  const charted = next(last.charted, ({ charts }) => charts.length > 0);
  return (last = { briefs, named, renamed, charted });
});

/** Undefined where there is none. */
export function findBrief({ library: { briefs } }: Catalog, slug: string): Brief | undefined {
  return briefIndex(briefs).named.get(slug);
}

/** As {@link sourceNamed}. */
export function briefNamed(catalog: Catalog, slug: string): Brief {
  const brief = findBrief(catalog, slug);
  if (!brief) throw new Error(`There is no brief "${slug}"`);
  return brief;
}
