import type { Brief } from "../brief/brief.ts";
import { checkTerms } from "../glossary/check-terms.ts";
import { exchanged, type Exchange } from "../list/exchanged.ts";
import { differingKeys } from "../patched-map.ts";
import { remembered } from "../remembered.ts";
import type { Problem } from "../problem.ts";
import type { Library } from "./catalog.ts";
import { checkWrittenLinks } from "./check-written-links.ts";
import { checkFormerNames } from "./former-names.ts";

/** What is found wrong between documents, other than in what they cite. */
export interface FoundBetween {
  /** Names that two would have. */
  readonly names: readonly Problem[];
  /** Links and terms of briefs that lead nowhere, each in the file of its brief. */
  readonly ways: readonly Problem[];
  /** Links of briefs that lead on from an old address, likewise. */
  readonly detours: readonly Problem[];
}

/**
 * Check what documents say of each other.
 *
 * @param before what was found of another state of the library, of which what still holds is taken again.
 */
export function checkBetween(
  library: Library,
  before?: { readonly library: Library; readonly between: FoundBetween },
): FoundBetween {
  const touched = before && touchedBriefs(before.library, library);
  const come = touched?.come ?? library.briefs;
  const paths = new Set(touched?.gone.map(({ path }) => path));
  const ofOthers = (problems: readonly Problem[]) => problems.filter(({ place }) => !paths.has(place.path));
  const links = checkWrittenLinks(library, come);
  return {
    names: touched ? before.between.names : checkFormerNames(library),
    ways: [...(touched ? ofOthers(before.between.ways) : []), ...links.problems, ...checkTerms(come, library.glossary)],
    detours: [...(touched ? ofOthers(before.between.detours) : []), ...links.warnings],
  };
}

/**
 * The briefs of which something may have been found in one of two states and not in the other:
 * those that are others, and those that lead to what is; undefined where documents are called otherwise.
 */
function touchedBriefs(a: Library, b: Library): Exchange<Brief> | undefined {
  const { gone, come } = exchanged(a.briefs, b.briefs);
  const ids = new Set([...differingKeys(a.sources, b.sources), ...differingKeys(a.records, b.records)]);
  const isCalledTheSame = gone.length === come.length && gone.every((one, at) => isOfOneName(one, come[at]));
  if (!isCalledTheSame || ![...ids].every((id) => isOfOneName(a.sources.get(id), b.sources.get(id)))) return undefined;
  if (ids.size === 0 && a.glossary === b.glossary) return { gone, come };
  const others = new Set(come);
  const leading = b.briefs.filter(
    (brief) =>
      !others.has(brief) &&
      ((a.glossary !== b.glossary && brief.terms.length > 0) || linkedSources(brief).some((id) => ids.has(id))),
  );
  return { gone: [...gone, ...leading], come: [...come, ...leading] };
}

/** Whether two states of a document have the same name and path, and neither has a former name. */
function isOfOneName(old: Named | undefined, now: Named | undefined): boolean {
  if (!old || !now) return false;
  return old.path === now.path && old.formerNames.length + now.formerNames.length === 0;
}

/** A brief or a source: its name is that of its file. */
type Named = Pick<Brief, "path" | "formerNames">;

/** What stands for the name of a source in the links of a brief. */
const linkedSources = remembered(({ links }: Brief) =>
  links.flatMap(({ href }) => /^\/sources\/([^/#?]+)/.exec(href)?.[1] ?? []),
);
