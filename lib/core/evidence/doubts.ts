import type { Brief } from "../brief/brief.ts";
import type { Catalog } from "../catalog/catalog.ts";
import type { VerifiedCitation } from "../catalog/check-citation.ts";
import type { Place, Problem } from "../problem.ts";
import { warningNames, type WarningName } from "../rules.ts";

/** What a warning is about, as a reader can find it in the brief. */
export type DoubtSubject =
  | { readonly kind: "statement"; readonly words: string }
  | { readonly kind: "section"; readonly heading: string; readonly id: string }
  | { readonly kind: "source"; readonly citation: VerifiedCitation };

/** A warning as readers see it: not what the author should write, but what is doubtful. */
export interface Doubt {
  readonly rule: WarningName;
  readonly subject: DoubtSubject;
  /** The author's answer; empty while there is none. */
  readonly reason: string;
}

/**
 * The warnings of a brief, those without an answer first. Left out is what concerns the
 * author alone: answers that no warning is left for.
 */
export function doubtsOf(catalog: Catalog, brief: Brief, verified: readonly VerifiedCitation[]): Doubt[] {
  const { open, answered } = catalog.evidence.get(brief) ?? { open: [], answered: [] };
  const subjects = subjectsByPlace(brief, verified);
  const doubt = ({ rule, place }: Problem, reason: string): Doubt[] => {
    const named = warningNames.find((name) => name === rule);
    const subject = named && subjects[kinds[named]].get(keyOf(place));
    return subject ? [{ rule: named, subject, reason }] : [];
  };
  return [
    ...open.flatMap((warning) => doubt(warning, "")),
    ...answered.flatMap(({ warning, reason }) => doubt(warning, reason)),
  ];
}

const kinds = {
  "dates-cited": "statement",
  "evidence-before-cutoff": "source",
  "evidence-fresh": "source",
  "figures-cited": "statement",
  "section-sources": "section",
} as const satisfies Record<WarningName, DoubtSubject["kind"]>;

/** A warning stands where its subject does. */
function subjectsByPlace(brief: Brief, verified: readonly VerifiedCitation[]) {
  const byPlace = <One>(all: readonly One[], placeOf: (one: One) => Place, subjectOf: (one: One) => DoubtSubject) =>
    new Map(all.map((one) => [keyOf(placeOf(one)), subjectOf(one)]));
  return {
    statement: byPlace(
      brief.uncitedStatements,
      ({ place }) => place,
      ({ sentence }) => ({ kind: "statement", words: sentence }),
    ),
    section: byPlace(
      brief.sections,
      ({ place }) => place,
      ({ heading, id }) => ({ kind: "section", heading, id }),
    ),
    source: byPlace(
      verified,
      ({ citation }) => citation.sourcePlace,
      (citation) => ({ kind: "source", citation }),
    ),
  };
}

function keyOf({ line, column }: Place): string {
  return `${line}:${column}`;
}
