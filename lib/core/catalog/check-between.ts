import { checkTerms } from "../glossary/check-terms.ts";
import { exchanged } from "../list/exchanged.ts";
import { isSameList } from "../list/same-list.ts";
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
  const isNext = before !== undefined && areCalledTheSame(before.library, library);
  const { gone, come } = isNext ? exchanged(before.library.briefs, library.briefs) : { gone: [], come: library.briefs };
  const paths = new Set(gone.map(({ path }) => path));
  const ofOthers = (problems: readonly Problem[]) => problems.filter(({ place }) => !paths.has(place.path));
  const links = checkWrittenLinks(library, come);
  return {
    names: isNext ? before.between.names : checkFormerNames(library),
    ways: [...(isNext ? ofOthers(before.between.ways) : []), ...links.problems, ...checkTerms(come, library.glossary)],
    detours: [...(isNext ? ofOthers(before.between.detours) : []), ...links.warnings],
  };
}

/** Whether two states have documents of the same names and former names, and the very same of all but briefs. */
export function areCalledTheSame(a: Library, b: Library): boolean {
  if (a.sources !== b.sources || a.records !== b.records || a.glossary !== b.glossary) return false;
  const { gone, come } = exchanged(a.briefs, b.briefs);
  return (
    gone.length === come.length &&
    gone.every((old, at) => {
      const now = come[at];
      const isCalledTheSame = now?.name === old.name && now.path === old.path;
      return isCalledTheSame && isSameList([], [...old.formerNames, ...now.formerNames]);
    })
  );
}
