import type { Brief } from "../brief/brief.ts";
import type { CitingDocument } from "../brief/citation.ts";
import { exchanged } from "../list/exchanged.ts";
import { patched } from "../patched-map.ts";
import { replaceProblems, sortProblems, type Problem } from "../problem.ts";
import { findWarnings, type BriefWarnings } from "../warnings/find-warnings.ts";
import type { Catalog, Library } from "./catalog.ts";
import { areCalledTheSame, type FoundBetween } from "./check-between.ts";
import type { Checking, DocumentCheck } from "./check-documents.ts";
import { heldBy } from "./citing-lists.ts";

/** A library and what checking it found. */
export interface CheckedState {
  readonly library: Library;
  readonly checking: Checking;
  readonly between: FoundBetween;
}

/** What a catalog says of it all, document by document and in one list. */
type Findings = Pick<Catalog, "verified" | "evidence" | "problems" | "warnings">;

export function allFindings({ library, checking, between }: CheckedState, before?: Catalog): Findings {
  const { checks } = checking.checked;
  const problems: Problem[] = [...library.problems, ...between.names, ...between.ways];
  const warnings: Problem[] = [...(library.warnings ?? []), ...between.detours];
  const verified = new Map<CitingDocument, DocumentCheck["verified"]>();
  for (const [document, check] of checks) {
    verified.set(document, check.verified);
    for (const problem of check.problems) problems.push(problem);
    for (const warning of check.warnings) warnings.push(warning);
  }
  const evidence = new Map<Brief, BriefWarnings>();
  for (const brief of library.briefs) {
    const check = checks.get(brief);
    const known = before?.found.checked.checks.get(brief) === check ? before?.evidence.get(brief) : undefined;
    const found = known ?? findWarnings(brief, heldBy(check));
    evidence.set(brief, found);
    for (const warning of found.open) warnings.push(warning);
  }
  return { verified, evidence, problems: sortProblems(problems), warnings: sortProblems(warnings) };
}

/**
 * What {@link allFindings} gives, of a state that differs from the one before in some documents
 * only and has no problem, as that had none; undefined of every other.
 */
export function nextFindings({ library, checking, between }: CheckedState, before: Catalog): Findings | undefined {
  const { checked, gone, come } = checking;
  const { checks } = checked;
  const faults = [library.problems, between.names, between.ways, before.problems, library.warnings ?? [], before.library.warnings ?? []]; // prettier-ignore
  const isNext = checked.kin === before.found.checked.kin && areCalledTheSame(before.library, library);
  if (!isNext || faults.some(({ length }) => length > 0)) return undefined;
  const checksOf = (documents: readonly CitingDocument[]) => documents.flatMap((one) => checks.get(one) ?? []);
  if (checksOf(come).some(({ problems }) => problems.length > 0)) return undefined;
  const briefs = exchanged(before.library.briefs, library.briefs);
  const evidence = briefs.come.map((brief): [Brief, BriefWarnings] => [
    brief,
    findWarnings(brief, heldBy(checks.get(brief))),
  ]);
  const paths = new Set([...gone, ...come].map(({ path }) => path));
  const own = [
    ...between.detours.filter(({ place }) => paths.has(place.path)),
    ...checksOf(come).flatMap(({ warnings }) => warnings),
    ...evidence.flatMap(([, { open }]) => open),
  ];
  return {
    verified: patched(before.verified, [
      ...gone.map((one): [CitingDocument, undefined] => [one, undefined]),
      ...come.map((one): [CitingDocument, DocumentCheck["verified"] | undefined] => [one, checks.get(one)?.verified]),
    ]),
    evidence: patched(before.evidence, [
      ...briefs.gone.map((one): [Brief, undefined] => [one, undefined]),
      ...evidence,
    ]),
    problems: before.problems,
    warnings: replaceProblems(before.warnings, paths, own),
  };
}
