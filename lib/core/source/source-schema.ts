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
export const cslTypes = [
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

/** Front matter of a source, in CSL variable names where CSL has one. Unknown keys are refused. Editors show the descriptions. */
export const sourceSchema = z.strictObject({
  type: choiceField(cslTypes).describe("What it is, as citation managers call it (CSL)."),
  title: textField("Add title: followed by the source's title.").describe("The source's title."),
  "title-short": cslText.describe("A short form of the title."),
  author: listOf(nameField, "author: [{ literal: UNHCR }]")
    .optional()
    .describe("Who wrote it: { given: …, family: … } for a person, { literal: … } for a body."),
  editor: listOf(nameField, "editor: [{ family: …, given: … }]").optional().describe("Who edited it."),
  translator: listOf(nameField, "translator: [{ family: …, given: … }]").optional().describe("Who translated it."),
  issued: issuedField.optional().describe("When it was issued: a year, month or day, or two with a slash between."),
  publisher: cslText.describe("Who published it."),
  "publisher-place": cslText.describe("Where it was published."),
  "container-title": cslText.describe("What it appeared in: a journal, a newspaper, a book."),
  "collection-title": cslText.describe("The series it belongs to."),
  "event-title": cslText.describe("The conference or hearing it comes from."),
  authority: cslText.describe("The court or body that issued it."),
  jurisdiction: cslText.describe("The country or region where it has force."),
  number: cslText.describe("Its number, such as S/2025/482."),
  volume: cslText.describe("The volume that it is in."),
  issue: cslText.describe("The issue that it is in."),
  page: cslText.describe("Pages in what it appeared in."),
  section: cslText.describe("Section of what it appeared in."),
  edition: cslText.describe("Which edition it is."),
  version: cslText.describe("Which version it is."),
  genre: cslText.describe("What kind of document it is, in words."),
  medium: cslText.describe("Medium, such as audio recording."),
  DOI: cslText.describe("Digital Object Identifier, such as 10.1000/182."),
  ISBN: cslText.describe("International Standard Book Number."),
  archive: cslText.describe("Where it is kept."),
  abstract: cslText.describe("What it is about."),
  URL: webAddressField.optional().describe("Where the original is to be had."),
  accessed: dayField.optional().describe("The day on which it was seen there."),
  language: languageField.describe("The language of the text, such as en, ur or fa-AF."),
  grade: choiceField(grades).describe("What kind of evidence it is. Opinion never supports a claim."),
  rights: choiceField(rightsKinds).describe(
    "What readers may see: everything, cited paragraphs and their neighbours, our own paraphrase, or the record only.",
  ),
  license: cslText.describe("SPDX identifier of the licence under which the text may be shown."),
  permission: cslText.describe("Who allowed the text to be shown, where no licence does."),
  neighbours: z
    .union([z.literal([0, 1, 2, 3, 4, 5, 6, 7, 8, 9]), z.string().regex(/^\d$/).transform(Number)], {
      error: "is not a number of paragraphs. Write one from 0 to 9.",
    })
    .default(1)
    .describe("How many paragraphs on either side of a cited one an excerpt shows."),
  numbering: choiceField(["official", "ours"]).describe(
    "official: the document's own paragraph numbers, written {#14.1}. ours: paragraphs are counted.",
  ),
  original: z
    .strictObject(
      {
        name: textField("Write the file's name.").describe("The file's name."),
        sha256: z
          .string()
          .regex(/^[0-9a-f]{64}$/, { error: "is not a SHA-256. Write 64 hexadecimal digits, lower case." })
          .describe("64 hexadecimal digits, lower case."),
      },
      { error: "Write { name: report.pdf, sha256: … }." },
    )
    .optional()
    .describe("The file that the text was taken from, and its SHA-256."),
  aliases: listOf(slugField, "aliases: [the-former-name]")
    .default([])
    .describe("Names that the file had before, without the ending. Their addresses lead on."),
  note: cslText.describe("What readers should know of it."),
  flags: listOf(choiceField(sourceFlags), "flags: [mirror, party]")
    .default([])
    .describe("Warnings that readers see beside it: seen in a reprint, a party speaks, old figures, not verified."),
  seeAlso: listOf(webAddressField, "seeAlso: [https://example.org/copy]")
    .default([])
    .describe("Where it was also seen."),
  translationOf: slugField.optional().describe("Id of the source of which this is a translation, label for label."),
  paragraphs: z
    .record(
      z.string(),
      z.strictObject(
        {
          notice: textField("Write what the reader must know of this paragraph.")
            .optional()
            .describe("What the reader must know of this paragraph."),
          uses: listOf(choiceField(relations), "uses: [opinion]")
            .optional()
            .describe("The ways in which it may be cited."),
          original: z
            .string()
            .regex(/^[0-9a-f]{32}$/, { error: "is not a fingerprint. Write 32 hexadecimal digits, lower case." })
            .optional()
            .describe("Of a digest: the fingerprint of the original's paragraph."),
        },
        { error: "Write { notice: What the reader must know }, { uses: [opinion] } or both." },
      ),
      { error: 'Write labels and remarks, such as paragraphs: { "5": { notice: … } }.' },
    )
    .optional()
    .describe("Remarks on single paragraphs, by label."),
});

export type SourceMeta = z.output<typeof sourceSchema>;
