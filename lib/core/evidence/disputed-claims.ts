import type { CitingDocument } from "../brief/citation.ts";
import { inOrderOfNotes } from "../catalog/citing-lists.ts";
import type { VerifiedCitation } from "../catalog/check-citation.ts";

/** A sentence of a document that a source disputes. */
export interface DisputedClaim {
  readonly document: CitingDocument;
  /** Empty where the disputing paragraph itself is set. */
  readonly sentence: string;
  /** Never empty; in order of notes, as are the others. */
  readonly disputing: readonly VerifiedCitation[];
  /**
   * The notes in support of the very same sentence. Where there are any, the sentence
   * is a contradiction that its document leaves open.
   */
  readonly supporting: readonly VerifiedCitation[];
}

/**
 * The disputed sentences of a document, in the order of their first disputing note.
 * Sentences that read the same are one claim.
 *
 * @param verified of this document, in the order a reader meets them.
 */
export function disputedClaims(document: CitingDocument, verified: readonly VerifiedCitation[]): DisputedClaim[] {
  const claims = new Map<string | object, Record<"disputing" | "supporting", VerifiedCitation[]>>();
  for (const one of verified) {
    const { relation } = one.citation.request;
    if (relation !== "disputes" && relation !== "supports") continue;
    // Where the paragraph itself is set there is no sentence, and no two such places are one claim.
    const key = one.citation.sentence === "" ? one : one.citation.sentence;
    const claim = claims.get(key) ?? { disputing: [], supporting: [] };
    claims.set(key, claim);
    claim[relation === "disputes" ? "disputing" : "supporting"].push(one);
  }
  const disputed = [...claims].flatMap(([key, { disputing, supporting }]) => {
    const [first] = disputing;
    return first
      ? [{ first, claim: { document, sentence: typeof key === "string" ? key : "", disputing, supporting } }]
      : [];
  });
  return disputed.sort((a, b) => inOrderOfNotes(a.first, b.first)).map(({ claim }) => claim);
}
