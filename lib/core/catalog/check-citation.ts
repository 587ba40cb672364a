import type { Citation } from "../brief/citation.ts";
import type { Problem } from "../problem.ts";
import type { Source } from "../source/source.ts";
import { findDirectionControl } from "../text/invisible.ts";
import type { Placing } from "./check-locks.ts";
import { describeMisquotation, unbrokenTexts } from "./misquotation.ts";
import { checkQuotation, type Agreement, type QuotedPlace } from "./quotation.ts";
import { resolvePinpoint, type FoundPart } from "./resolve.ts";
import { describeUnresolved } from "./unresolved.ts";
import type { Paragraph } from "../source/source.ts";

/** What a reader is told was checked. */
export type Verification = Agreement | "transcluded" | "paraphrase" | "digest";

/** A citation that holds: its source, its paragraphs, and how far it was verified. */
export interface VerifiedCitation {
  readonly citation: Citation;
  readonly source: Source;
  readonly parts: readonly FoundPart[];
  /** Never empty. */
  readonly paragraphs: readonly Paragraph[];
  readonly verification: Verification;
  /** Where the words of a quotation stand among the paragraphs. */
  readonly quoted?: QuotedPlace;
}

export type CitationOutcome =
  { readonly verified: VerifiedCitation } | { readonly verified?: undefined; readonly problems: readonly Problem[] };

/**
 * Check one citation against the sources. Only a citation with no problem at all is verified.
 *
 * @param placing where the locks say that it stands today.
 */
export function checkCitation(
  citation: Citation,
  sources: ReadonlyMap<string, Source>,
  placing: Placing,
): CitationOutcome {
  const { request } = citation;
  const turned = refuseDirectionControls(citation);
  if (placing.kind === "not-as-cited") return { problems: [...turned, ...placing.problems] };
  const resolution = resolvePinpoint(request.sourceId, placing.pinpoint, sources);
  if (resolution.kind !== "resolved") return { problems: [...turned, describeUnresolved(citation, resolution)] };
  const { source, parts, paragraphs } = resolution;
  const problems: Problem[] = [...turned, ...checkUses(citation, source, paragraphs)];
  let verification: Verification = source.meta.rights === "digest" ? "digest" : "paraphrase";
  let quoted: QuotedPlace | undefined;
  const forbidden = unshownElsewhere(citation, source, paragraphs) ?? forbiddenQuotation(citation, source);
  if (forbidden) problems.push(forbidden);
  else if (citation.transcluded) verification = "transcluded";
  else if (request.quotation) {
    const check = checkQuotation(request.quotation, unbrokenTexts(paragraphs), source.meta.language);
    if (check.kind === "absent") problems.push(describeMisquotation(citation, request.quotation, source, paragraphs));
    else ({ agreement: verification, place: quoted } = check);
  }
  if (problems.length > 0) return { problems };
  return { verified: { citation, source, parts, paragraphs, verification, ...(quoted && { quoted }) } };
}

/** Words that stand in the source must read there as they read in the note, and a remark as it was typed. */
function refuseDirectionControls({ request, quotationPlace, relationPlace }: Citation): Problem[] {
  const texts = [
    { option: "quote", text: request.quotation?.text ?? "", place: quotationPlace },
    { option: "note", text: request.remark ?? "", place: relationPlace },
  ];
  return texts.flatMap(({ option, text, place }) => {
    const found = findDirectionControl(text);
    if (found === undefined) return [];
    const message = `${option}= can be made to read otherwise than it is written. Take the invisible direction mark ${found} out.`;
    return [{ place, rule: "citation-arguments", message }];
  });
}

function checkUses(citation: Citation, source: Source, paragraphs: readonly Paragraph[]): Problem[] {
  const { relation } = citation.request;
  const place = citation.relationPlace;
  if (relation === "supports" && source.meta.grade === "opinion") {
    const message = `"${source.id}" is opinion, which supports no claim. Add as="opinion", or as="disputes", "qualifies" or "context".`;
    return [{ place, rule: "opinion-never-supports", message }];
  }
  const refused = paragraphs.find((paragraph) => paragraph.uses && !paragraph.uses.includes(relation));
  if (!refused) return [];
  const allowed = refused.uses?.map((use) => `as="${use}"`).join(" or ") ?? "";
  const message = `¶${refused.label} of "${source.id}" may not be cited as "${relation}". Write ${allowed}, or cite another paragraph.`;
  return [{ place, rule: "use-allowed", message }];
}

/** What another site does not let readers see cannot be held against what a note says of it. */
function unshownElsewhere(
  citation: Citation,
  { id, meta, elsewhere }: Source,
  paragraphs: readonly Paragraph[],
): Problem | undefined {
  const unshown = paragraphs.find((paragraph) => paragraph.elsewhere?.hasText === false);
  if (!elsewhere || !unshown) return undefined;
  const name = `¶${unshown.label} of "${id}"`;
  if (meta.rights === "metadata-only") {
    if (!citation.request.quotation) return undefined;
    const message = `${elsewhere.title} may not show the words of ${name} (rights: metadata-only), so that no quotation can be verified. Take out quote=.`;
    return { place: citation.quotationPlace, rule: "quotation-allowed", message };
  }
  const message = elsewhere.isPartial
    ? `The words of ${name} were not kept here, and the library cannot be asked for them now. Run this again when it can be reached.`
    : `${elsewhere.title} does not show ${name} (rights: ${meta.rights}), so that readers could not see it. Cite a paragraph that is shown there.`;
  return { place: citation.pinpointPlace, rule: "paragraph-shown", message };
}

/** Words of a digest are ours, and a text that may not be shown cannot be set in a brief. */
function forbiddenQuotation(citation: Citation, source: Source): Problem | undefined {
  const { rights } = source.meta;
  const place = citation.quotationPlace;
  const fix = citation.transcluded ? "Cite it with {% cite %} and say it in your own words." : "Take out quote=.";
  if (rights === "digest" && (citation.transcluded || citation.request.quotation)) {
    const message = `"${source.id}" is a digest: its words are ours, not the source's, and cannot be quoted. ${fix}`;
    return { place, rule: "quotation-allowed", message };
  }
  if (rights === "metadata-only" && citation.transcluded) {
    const message = `The text of "${source.id}" may not be shown (rights: metadata-only). ${fix}`;
    return { place, rule: "quotation-allowed", message };
  }
  return undefined;
}
