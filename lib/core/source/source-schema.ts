import { z } from "zod";
import { relations } from "../tags/relation.ts";
import {
  choiceField,
  issuedField,
  languageField,
  listOf,
  nameField,
  slugField,
  textField,
  webAddressField,
  dayField,
} from "../front-matter/fields.ts";

/** Item types of CSL 1.0.2. */
const cslTypes = [
  "article", "article-journal", "article-magazine", "article-newspaper", "bill", "book", "broadcast", "chapter",
  "classic", "collection", "dataset", "document", "entry", "entry-dictionary", "entry-encyclopedia", "event",
  "figure", "graphic", "hearing", "interview", "legal_case", "legislation", "manuscript", "map", "motion_picture",
  "musical_score", "pamphlet", "paper-conference", "patent", "performance", "periodical", "personal_communication",
  "post", "post-weblog", "regulation", "report", "review", "review-book", "software", "song", "speech", "standard",
  "thesis", "treaty", "webpage",
] as const; // prettier-ignore

export const grades = ["primary", "secondary", "data", "news", "opinion"] as const;
export type Grade = (typeof grades)[number];

/** What of a source may be shown. */
export const rightsKinds = ["full-text", "excerpt", "digest", "metadata-only"] as const;
export type Rights = (typeof rightsKinds)[number];

/** Warnings a reader should see beside a source. */
export const sourceFlags = ["mirror", "party", "dated", "unverified"] as const;
export type SourceFlag = (typeof sourceFlags)[number];

const cslText = textField("Fill it in or take the key out.").optional();

/** Front matter of a source, in CSL variable names where CSL has one. Unknown keys are refused. */
export const sourceSchema = z.strictObject({
  type: choiceField(cslTypes),
  title: textField("Add title: followed by the source's title."),
  "title-short": cslText,
  author: listOf(nameField, "author: [{ literal: UNHCR }]").optional(),
  editor: listOf(nameField, "editor: [{ family: …, given: … }]").optional(),
  translator: listOf(nameField, "translator: [{ family: …, given: … }]").optional(),
  issued: issuedField.optional(),
  publisher: cslText,
  "publisher-place": cslText,
  "container-title": cslText,
  "collection-title": cslText,
  "event-title": cslText,
  authority: cslText,
  jurisdiction: cslText,
  number: cslText,
  volume: cslText,
  issue: cslText,
  page: cslText,
  section: cslText,
  edition: cslText,
  version: cslText,
  genre: cslText,
  medium: cslText,
  DOI: cslText,
  ISBN: cslText,
  archive: cslText,
  abstract: cslText,
  URL: webAddressField.optional(),
  accessed: dayField.optional(),
  language: languageField,
  grade: choiceField(grades),
  rights: choiceField(rightsKinds),
  /** SPDX identifier of the licence under which the text may be shown. */
  license: cslText,
  /** Who allowed the text to be shown, where no licence does. */
  permission: cslText,
  /** How many paragraphs on either side of a cited one an excerpt shows. */
  neighbours: z
    .union([z.literal([0, 1, 2, 3, 4, 5, 6, 7, 8, 9]), z.string().regex(/^\d$/).transform(Number)], {
      error: "is not a number of paragraphs. Write one from 0 to 9.",
    })
    .default(1),
  numbering: choiceField(["official", "ours"]),
  original: z
    .strictObject(
      {
        name: textField("Write the file's name."),
        sha256: z
          .string()
          .regex(/^[0-9a-f]{64}$/, { error: "is not a SHA-256. Write 64 hexadecimal digits, lower case." }),
      },
      { error: "Write { name: report.pdf, sha256: … }." },
    )
    .optional(),
  note: cslText,
  flags: listOf(choiceField(sourceFlags), "flags: [mirror, party]").default([]),
  seeAlso: listOf(webAddressField, "seeAlso: [https://example.org/copy]").default([]),
  /** Id of the source of which this one is a translation, label for label. */
  translationOf: slugField.optional(),
  /** Remarks on single paragraphs, by label. */
  paragraphs: z
    .record(
      z.string(),
      z.strictObject(
        {
          notice: textField("Write what the reader must know of this paragraph.").optional(),
          uses: listOf(choiceField(relations), "uses: [opinion]").optional(),
          /** Of a digest: the fingerprint of the original's paragraph. */
          original: z
            .string()
            .regex(/^[0-9a-f]{32}$/, { error: "is not a fingerprint. Write 32 hexadecimal digits, lower case." })
            .optional(),
        },
        { error: "Write { notice: What the reader must know }, { uses: [opinion] } or both." },
      ),
      { error: 'Write labels and remarks, such as paragraphs: { "5": { notice: … } }.' },
    )
    .optional(),
});

export type SourceMeta = z.output<typeof sourceSchema>;
