import type { VerifiedCitation } from "../catalog/check-citation.ts";
import { grades, type Grade } from "../source/source-schema.ts";
import type { Source } from "../source/source.ts";
import { relations, type Relation } from "../tags/relation.ts";

/** What the citations of one brief, or of several together, amount to in numbers. */
export interface EvidenceSummary {
  readonly citations: number;
  /** Each once, in order of first citation. */
  readonly sources: readonly Source[];
  /** Citations by how they bear on their claim; every relation, those without any too. */
  readonly relations: ReadonlyMap<Relation, number>;
  /** Sources, not citations, by grade; every grade. */
  readonly grades: ReadonlyMap<Grade, number>;
  /** Citations whose words were found in the source, or set from it. */
  readonly quoted: number;
  /** Citations in the author's own words, of a source whose text is here. */
  readonly paraphrased: number;
  /** Citations of a digest, which is in our words throughout. */
  readonly digested: number;
}

/** @param verified in the order a reader meets them. */
export function evidenceSummary(verified: readonly VerifiedCitation[]): EvidenceSummary {
  const sources = [...new Set(verified.map(({ source }) => source))];
  const checked = (verification: string) => verified.filter((one) => one.verification === verification).length;
  const paraphrased = checked("paraphrase");
  const digested = checked("digest");
  return {
    citations: verified.length,
    sources,
    relations: countEach(relations, verified, ({ citation }) => citation.request.relation),
    grades: countEach(grades, sources, ({ meta }) => meta.grade),
    quoted: verified.length - paraphrased - digested,
    paraphrased,
    digested,
  };
}

/** How many there are of each kind, in the order of kinds. */
function countEach<Kind, One>(kinds: readonly Kind[], all: readonly One[], kindOf: (one: One) => Kind) {
  const counts = new Map(kinds.map((kind) => [kind, 0]));
  for (const one of all) counts.set(kindOf(one), (counts.get(kindOf(one)) ?? 0) + 1);
  return counts;
}
