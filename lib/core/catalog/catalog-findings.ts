import type { Brief } from "../brief/brief.ts";
import type { CitingDocument } from "../brief/citation.ts";
import { exchanged } from "../list/exchanged.ts";
import { patched } from "../patched-map.ts";
import { replaceProblems, sortProblems, type Problem } from "../problem.ts";
import { findWarnings, type BriefWarnings } from "../warnings/find-warnings.ts";
import type { Catalog, Library } from "./catalog.ts";
import type { FoundBetween } from "./check-between.ts";
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

export function allFindings(state: CheckedState): Findings {
  const { checks, documents } = state.checking.checked;
  const evidence = new Map(state.library.briefs.map((brief) => [brief, warningsOf(brief, checks)]));
  const elsewhere = foundElsewhere(state);
  const own = foundIn(documents, checks, evidence);
  return {
    verified: new Map(Array.from(checks, ([document, { verified }]) => [document, verified])),
    evidence,
    problems: sortProblems([...elsewhere.problems, ...own.problems]),
    warnings: sortProblems([...elsewhere.warnings, ...own.warnings]),
  };
}

/** What {@link allFindings} gives, of which what was found in files where nothing is another is taken again. */
export function nextFindings(state: CheckedState, before: Catalog): Findings {
  const { gone, come, checked } = state.checking;
  const { checks, documents } = checked;
  const evidence = patched(before.evidence, [
    ...gone.filter(isBrief).map((one): [Brief, undefined] => [one, undefined]),
    ...come.filter(isBrief).map((one): [Brief, BriefWarnings] => [one, warningsOf(one, checks)]),
  ]);
  const verified = patched(before.verified, [
    ...gone.map((one): [CitingDocument, undefined] => [one, undefined]),
    ...come.map((one): [CitingDocument, DocumentCheck["verified"] | undefined] => [one, checks.get(one)?.verified]),
  ]);
  const then = foundElsewhere({ library: before.library, between: before.found.between });
  const elsewhere = foundElsewhere(state);
  const renewed = (["problems", "warnings"] as const).map((kind) => exchanged(then[kind], elsewhere[kind]));
  const inFiles = renewed.flatMap((both) => [...both.gone, ...both.come].map(({ place }) => place.path));
  const others = new Set(come.map(({ path }) => path));
  const more = new Set(inFiles.filter((path) => !others.has(path)));
  const paths = new Set([...others, ...more, ...gone.map(({ path }) => path)]);
  // To look for some among all documents takes as long as much else.
  const found = [...come, ...(more.size === 0 ? [] : documents.filter(({ path }) => more.has(path)))];
  const own = foundIn(found, checks, evidence);
  const here = (all: readonly Problem[]) => all.filter(({ place }) => paths.has(place.path));
  return {
    verified,
    evidence,
    problems: replaceProblems(before.problems, paths, [...here(elsewhere.problems), ...own.problems]),
    warnings: replaceProblems(before.warnings, paths, [...here(elsewhere.warnings), ...own.warnings]),
  };
}

function isBrief(document: CitingDocument): document is Brief {
  return document.kind === "brief";
}

function warningsOf(brief: Brief, checks: ReadonlyMap<CitingDocument, DocumentCheck>): BriefWarnings {
  return findWarnings(brief, heldBy(checks.get(brief)));
}

/** What is found in one place or another, in the order in which it is looked for. */
interface Found {
  readonly problems: readonly Problem[];
  readonly warnings: readonly Problem[];
}

/** By reading, and between documents. */
function foundElsewhere({ library, between }: Pick<CheckedState, "library" | "between">): Found {
  return {
    problems: [...library.problems, ...between.names, ...between.ways],
    warnings: [...(library.warnings ?? []), ...between.detours],
  };
}

/** In what some documents cite and leave uncited, each in its own file. */
function foundIn(
  documents: readonly CitingDocument[],
  checks: ReadonlyMap<CitingDocument, DocumentCheck>,
  evidence: ReadonlyMap<CitingDocument, BriefWarnings>,
): Found {
  return {
    problems: documents.flatMap((one) => checks.get(one)?.problems ?? []),
    warnings: documents.flatMap((one) => [...(checks.get(one)?.warnings ?? []), ...(evidence.get(one)?.open ?? [])]),
  };
}
