import { z } from "zod";
import { grades, rightsKinds } from "../source/source-schema.ts";
import { relations } from "../tags/relation.ts";
import { citoProperties, verifications } from "./annotation-terms.ts";

/** What a fragment is on a page of HTML: the id of an element, as it stands there. */
export const htmlFragments = "http://tools.ietf.org/rfc/rfc3236";

/** Words by themselves, with some before and behind where these are shown too. */
const textQuoteSelector = z.strictObject({
  type: z.literal("TextQuoteSelector"),
  exact: z.string(),
  prefix: z.string().optional(),
  suffix: z.string().optional(),
});

const fragmentSelector = z.strictObject({
  type: z.literal("FragmentSelector"),
  conformsTo: z.literal(htmlFragments),
  value: z.string().min(1),
});

/** A cited paragraph. Without `refinedBy` its words may not be shown. */
const target = z.strictObject({
  type: z.literal("SpecificResource"),
  source: z.string(),
  selector: fragmentSelector.extend({ refinedBy: textQuoteSelector.optional() }),
  /** As printed beside it, such as "7" or "14.1". */
  label: z.string().min(1),
  /** The page of the original on which it begins, as it is printed there. */
  page: z.string().min(1).optional(),
  /** The sign before it in a list. */
  marker: z.string().optional(),
  /** Where it stands on the site that publishes the source, where that is another. */
  elsewhere: z.string().optional(),
  fingerprint: z.string().regex(/^[0-9a-f]{32}$/, { error: "is not 32 hexadecimal digits, lower case" }),
  /** Words quoted from it, as they stand in it. */
  quotedWords: z.array(textQuoteSelector).min(1).optional(),
});

/** A place in the brief: the note first, then each of its marks, with the sentence that has it. */
const body = z.strictObject({
  type: z.literal("SpecificResource"),
  source: z.string(),
  selector: fragmentSelector,
  citingSentence: z.string().optional(),
});

const annotation = z.strictObject({
  id: z.string(),
  type: z.literal("Annotation"),
  motivation: z.literal("linking"),
  body: z.array(body).min(2),
  target: z.array(target).min(1),
  relation: z.enum(relations),
  hasCitationCharacterization: z.enum(Object.values(citoProperties)),
  verification: z.enum(verifications),
  /** As the author typed the words; whether those in square brackets may stand for others. */
  quotation: z.string().optional(),
  altered: z.literal(true).optional(),
  /** YYYY-MM-DD: when the text of the paragraphs was last recorded. */
  recorded: z.iso.date(),
  /** BCP 47. */
  sourceLanguage: z.string(),
  sourceGrade: z.enum(grades),
  sourceRights: z.enum(rightsKinds),
});

/**
 * The evidence of one brief as a collection of the W3C Web Annotation Data Model, its only
 * page embedded; one annotation a note that cites. What an annotation has beside the
 * model's terms is explained by the second part of `@context`.
 *
 * Addresses are IRI references: relative ones resolve against the file's own address.
 */
export const evidenceSchema = z.strictObject({
  "@context": z.tuple([z.literal("http://www.w3.org/ns/anno.jsonld"), z.record(z.string(), z.unknown())]),
  id: z.string(),
  type: z.literal("AnnotationCollection"),
  label: z.string(),
  total: z.int().min(0),
  first: z.strictObject({
    id: z.string(),
    type: z.literal("AnnotationPage"),
    partOf: z.string(),
    startIndex: z.literal(0),
    items: z.array(annotation),
  }),
});

export type Evidence = z.output<typeof evidenceSchema>;
export type EvidenceAnnotation = z.output<typeof annotation>;
export type EvidenceTarget = z.output<typeof target>;
export type EvidenceBody = z.output<typeof body>;
export type TextQuote = z.output<typeof textQuoteSelector>;
