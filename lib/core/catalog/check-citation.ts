import type { Citation } from "../brief/citation.ts";
import type { Problem } from "../problem.ts";
import type { Source } from "../source/source.ts";
import { writePinpoint } from "../tags/pinpoint.ts";
import { fingerprintForm, quotationForm } from "../text/normal-form.ts";
import { checkQuotation, closestWords, type QuotationCheck } from "./quotation.ts";
import { labelsOf, resolvePinpoint, type FoundPart } from "./resolve.ts";
import type { Paragraph } from "../source/source.ts";

/** What a reader is told was checked. */
export type Verification = Exclude<QuotationCheck, "absent"> | "transcluded" | "paraphrase" | "digest";

/** A citation that holds: its source, its paragraphs, and how far it was verified. */
export interface VerifiedCitation {
  readonly citation: Citation;
  readonly source: Source;
  readonly parts: readonly FoundPart[];
  /** Never empty. */
  readonly paragraphs: readonly Paragraph[];
  readonly verification: Verification;
}

export type CitationOutcome =
  { readonly verified: VerifiedCitation } | { readonly verified?: undefined; readonly problems: readonly Problem[] };

/** Check one citation against the sources. Only a citation with no problem at all is verified. */
export function checkCitation(citation: Citation, sources: ReadonlyMap<string, Source>): CitationOutcome {
  const { request } = citation;
  const resolution = resolvePinpoint(request.sourceId, request.pinpoint, sources);
  if (resolution.kind !== "resolved") return { problems: [describe(citation, resolution)] };
  const { source, parts, paragraphs } = resolution;
  const problems: Problem[] = [...checkUses(citation, source, paragraphs)];
  let verification: Verification = source.meta.rights === "digest" ? "digest" : "paraphrase";
  const forbidden = forbiddenQuotation(citation, source);
  if (forbidden) problems.push(forbidden);
  else if (citation.transcluded) verification = "transcluded";
  else if (request.quotation) {
    const check = checkQuotation(request.quotation.text, unbrokenTexts(paragraphs));
    if (check === "absent") problems.push(describeMisquotation(citation, request.quotation.text, source, paragraphs));
    else verification = check;
  }
  if (problems.length > 0) return { problems };
  return { verified: { citation, source, parts, paragraphs, verification } };
}

/** A quotation may run on into the next paragraph, but never over one that the pinpoint leaves out. */
function unbrokenTexts(paragraphs: readonly Paragraph[]): string[] {
  const texts: string[] = [];
  let last = 0;
  for (const { position, text } of paragraphs) {
    if (texts.length > 0 && position === last + 1) texts.push(`${texts.pop() ?? ""} ${text}`);
    else texts.push(text);
    last = position;
  }
  return texts;
}

type Unresolved = Exclude<ReturnType<typeof resolvePinpoint>, { kind: "resolved" }>;

function describe(citation: Citation, resolution: Unresolved): Problem {
  if (resolution.kind === "unknown-source") {
    const [near] = resolution.nearest;
    const fix =
      near === undefined
        ? `Add sources/${/^[\w-]+$/.test(resolution.id) ? resolution.id : "<id>"}.md, or cite a source there is.`
        : `Write "${near}".`;
    return {
      place: citation.sourcePlace,
      rule: "source-exists",
      message: `There is no source "${resolution.id}". ${fix}`,
    };
  }
  const { id } = resolution.source;
  if (resolution.kind === "reversed-range") {
    const { from, to } = resolution;
    const message = `In "${id}", ¶${from} stands after ¶${to}. Write "${to}-${from}".`;
    return { place: citation.pinpointPlace, rule: "pinpoint-order", message };
  }
  const [near] = resolution.nearest;
  const fix = near === undefined ? "Write one of those." : `Nearest: ${near}.`;
  const message = `There is no paragraph ${resolution.label} in "${id}"; it has ${labelsOf(resolution.source)}. ${fix}`;
  return { place: citation.pinpointPlace, rule: "pinpoint-exists", message };
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

function describeMisquotation(
  citation: Citation,
  words: string,
  source: Source,
  paragraphs: readonly Paragraph[],
): Problem {
  const where = `¶${writePinpoint(citation.request.pinpoint)} of "${source.id}"`;
  const shown = fingerprintForm(words);
  const elsewhere = source.paragraphs.find(
    (paragraph) => !paragraphs.includes(paragraph) && checkQuotation(words, [paragraph.text]) !== "absent",
  );
  const start = `"${shown}" is not in ${where}`;
  const place = citation.quotationPlace;
  if (elsewhere) {
    const message = `${start}; it is in ¶${elsewhere.label}. Write {% cite "${source.id}", "${elsewhere.label}", quote="${writeString(shown)}" %}.`;
    return { place, rule: "quotation-matches", message };
  }
  const text = unbrokenTexts(paragraphs).join(" … ");
  const close = closestWords(words, text);
  const otherCase = close !== undefined && quotationForm(close) === quotationForm(words);
  const fix =
    close === undefined || otherCase
      ? `Copy the words from the source: it begins "${fingerprintForm(text).slice(0, 60)}…".`
      : `there stands "${close}". Write quote="${writeString(close)}".`;
  return {
    place,
    rule: "quotation-matches",
    message: `${start}${close === undefined || otherCase ? ". " : "; "}${fix}`,
  };
}

function writeString(text: string): string {
  return text.replace(/["\\]/g, "\\$&");
}
