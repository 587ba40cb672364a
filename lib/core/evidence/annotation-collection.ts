import type { Brief } from "../brief/brief.ts";
import type { Catalog } from "../catalog/catalog.ts";
import type { VerifiedCitation } from "../catalog/check-citation.ts";
import { noteId, noterefId } from "../markdown/render-rules.ts";
import { verifiedCitations } from "../view/brief-view.ts";
import { sourcePath } from "../view/address.ts";
import { paragraphAddresses } from "../view/paragraph-addresses.ts";
import { proofOf } from "../view/proof.ts";
import type { PublishedAt } from "../site-address.ts";
import { addressWriter, evidencePath } from "./annotation-addresses.ts";
import { quotedWords } from "./annotation-quotation.ts";
import {
  htmlFragments,
  type Evidence,
  type EvidenceAnnotation,
  type EvidenceBody,
  type EvidenceTarget,
} from "./annotation-schema.ts";
import { citoProperties, ownTerms } from "./annotation-terms.ts";
import { textContentOf } from "./annotation-text.ts";

type AddressOf = (path: string) => string;

/**
 * The evidence of a brief, for machines: what each of its notes cites, word for word, and
 * how that was verified. Of a source whose words may not be shown it has no word.
 *
 * @param catalog without a problem. @throws for one with: its citations prove nothing.
 * @param at root-relative path of the file it is written into: the brief's own, or a copy.
 */
export function evidenceOf(catalog: Catalog, brief: Brief, site: PublishedAt, at = evidencePath(brief)): Evidence {
  const addressOf = addressWriter(site, at);
  const id = addressOf(evidencePath(brief));
  const items = byNote(verifiedCitations(catalog, brief)).map((mentions) =>
    annotationOf(catalog, brief, mentions, addressOf),
  );
  return {
    "@context": ["http://www.w3.org/ns/anno.jsonld", ownTerms],
    id,
    type: "AnnotationCollection",
    label: brief.meta.title,
    total: items.length,
    first: { id: `${id}#page`, type: "AnnotationPage", partOf: id, startIndex: 0, items },
  };
}

/** As it is published: two spaces, keys in a fixed order, the same bytes for the same library. */
export function writeEvidence(evidence: Evidence): string {
  return `${JSON.stringify(evidence, null, 2)}\n`;
}

/** Mentions of one note in order; never empty. */
type Mentions = readonly [VerifiedCitation, ...VerifiedCitation[]];

/** @param citations in order of notes. */
function byNote(citations: readonly VerifiedCitation[]): Mentions[] {
  const notes = new Map<number, [VerifiedCitation, ...VerifiedCitation[]]>();
  for (const one of citations) {
    const mentions = notes.get(one.citation.note);
    if (mentions) mentions.push(one);
    else notes.set(one.citation.note, [one]);
  }
  return [...notes.values()];
}

function annotationOf(catalog: Catalog, brief: Brief, mentions: Mentions, addressOf: AddressOf): EvidenceAnnotation {
  const [first] = mentions;
  const { citation, source, verification } = first;
  const { relation, quotation } = citation.request;
  const proof = proofOf(catalog, first, brief.language);
  if (!proof) throw new Error(`${brief.path}: note ${citation.note} has no proof`);
  const isShown = source.meta.rights !== "metadata-only";
  const words = isShown ? quotation : undefined;
  const fragment = noteId(citation.note);
  return {
    id: `${addressOf(evidencePath(brief))}#${fragment}`,
    type: "Annotation",
    motivation: "linking",
    body: [
      placeIn(brief, fragment, addressOf),
      ...mentions.map(({ citation: { note, mention, sentence } }) => ({
        ...placeIn(brief, noterefId(note, mention), addressOf),
        ...(sentence !== "" && { citingSentence: sentence }),
      })),
    ],
    target: targetsOf(catalog, first, proof.fingerprints, isShown, addressOf),
    relation,
    hasCitationCharacterization: citoProperties[relation],
    verification,
    ...(words && { quotation: words.text }),
    ...(words?.altered && { altered: true }),
    recorded: proof.recorded,
    sourceLanguage: source.meta.language,
    sourceGrade: source.meta.grade,
    sourceRights: source.meta.rights,
  };
}

function placeIn(brief: Brief, id: string, addressOf: AddressOf): EvidenceBody {
  return { type: "SpecificResource", source: addressOf(brief.url), selector: fragmentOf(id) };
}

function targetsOf(
  catalog: Catalog,
  { source, paragraphs, quoted }: VerifiedCitation,
  fingerprints: readonly { readonly fingerprint: string }[],
  isShown: boolean,
  addressOf: AddressOf,
): EvidenceTarget[] {
  const addresses = paragraphAddresses(catalog, source);
  const quotes = quoted && isShown ? quotedWords(quoted, paragraphs) : undefined;
  return paragraphs.map((paragraph, index): EvidenceTarget => {
    const exact = textContentOf(paragraph.html);
    const words = quotes?.get(paragraph);
    return {
      type: "SpecificResource",
      source: addressOf(sourcePath(source)),
      selector: {
        ...fragmentOf(addresses.idOf(paragraph)),
        ...(isShown && { refinedBy: { type: "TextQuoteSelector", exact } }),
      },
      label: paragraph.label,
      ...(paragraph.page !== undefined && { page: paragraph.page }),
      ...(isShown && paragraph.marker !== "" && { marker: paragraph.marker }),
      ...(paragraph.elsewhere && { elsewhere: paragraph.elsewhere.address }),
      fingerprint: fingerprints[index]?.fingerprint ?? "",
      ...(words && words.length > 0 && { quotedWords: [...words] }),
    };
  });
}

function fragmentOf(id: string): EvidenceBody["selector"] {
  return { type: "FragmentSelector", conformsTo: htmlFragments, value: id };
}
