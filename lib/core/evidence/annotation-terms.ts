import type { Verification } from "../catalog/check-citation.ts";
import type { Relation } from "../tags/relation.ts";

/** Every way in which a citation can have been verified. */
export const verifications = [
  "verbatim",
  "typographic",
  "elided",
  "altered",
  "transcluded",
  "paraphrase",
  "digest",
] as const satisfies readonly Verification[];

/**
 * The property of CiTO, the Citation Typing Ontology (http://purl.org/spar/cito/), that
 * comes nearest to how a source bears on a claim. CiTO speaks from the side of what cites:
 * `disputes` and `qualifies` say that sentence and paragraph are at odds, or that one
 * limits the other. It has no word for citing an opinion as an opinion; `discusses` claims
 * no more than that. The author's own word is kept in `relation`.
 */
export const citoProperties = {
  supports: "cito:citesAsEvidence",
  disputes: "cito:disputes",
  qualifies: "cito:qualifies",
  context: "cito:citesForInformation",
  opinion: "cito:discusses",
} as const satisfies Record<Relation, `cito:${string}`>;

const own = (name: string) => `urn:x-pincite:${name}`;

/** The terms of ours in an annotation, for readers of JSON-LD. */
export const ownTerms: Readonly<Record<string, unknown>> = {
  cito: "http://purl.org/spar/cito/",
  hasCitationCharacterization: { "@id": "cito:hasCitationCharacterization", "@type": "@id" },
  citingSentence: own("citingSentence"),
  page: own("page"),
  marker: own("marker"),
  elsewhere: { "@id": own("elsewhere"), "@type": "@id" },
  fingerprint: own("fingerprint"),
  quotedWords: { "@id": own("quotedWords"), "@container": "@list" },
  relation: own("relation"),
  verification: own("verification"),
  quotation: own("quotation"),
  altered: own("altered"),
  recorded: { "@id": own("recorded"), "@type": "http://www.w3.org/2001/XMLSchema#date" },
  sourceLanguage: own("sourceLanguage"),
  sourceGrade: own("sourceGrade"),
  sourceRights: own("sourceRights"),
};
