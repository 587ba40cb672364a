import { z } from "zod";
import { fingerprintField, labelField } from "../anchoring/lock-schema.ts";
import { languageField, listOf, slugField } from "../front-matter/fields.ts";
import { sourceSchema } from "../source/source-schema.ts";
import { relations } from "../tags/relation.ts";

/** The form of `catalog.json` and of the files that it names. A reader refuses any other. */
export const sharedVersion = 1;

const version = z
  .literal(sharedVersion, { error: `is not ${sharedVersion}: it was made by another version of Pincite` })
  .describe("The form of this file.");
const normaliser = z
  .literal(1, { error: "is not 1: its fingerprints were made by another version of Pincite" })
  .describe("The form of the text that fingerprints are made from: form F, as the anchoring rules have it.");
const sha256 = z.string().regex(/^[0-9a-f]{64}$/, { error: "is not 64 hexadecimal digits, lower case" });
const reference = z.string().min(1).max(4000);

/** What a source's front matter says that a reader may know: CSL variable names, dates in ISO 8601. */
export const sharedMetadata = z.object(
  sourceSchema.omit({ neighbours: true, aliases: true, translationOf: true, paragraphs: true }).shape,
);

/** What the catalog says of one source. */
const describedSource = z.object({
  id: slugField.describe("The source's name in its site: a slug."),
  aliases: listOf(slugField, '["former-name"]').describe("Names that it had before."),
  address: reference.describe("Its page: an IRI reference, relative to this file where it is relative."),
  metadata: sharedMetadata.describe(
    "CSL variables for a note, and the source's grade, rights, flags, language and numbering.",
  ),
});

/** `catalog.json`, at the root of a published site: its sources, and where their paragraphs are. */
export const catalogSchema = z.object({
  pincite: z.literal("catalog", { error: 'is not "catalog"' }).describe("What this file is."),
  version,
  normaliser,
  title: z.string().min(1).describe("The site's title."),
  publisher: z.string().describe("Empty where the site names none."),
  language: languageField.describe("Of the site, as BCP 47 has it."),
  address: reference.describe("The site's first page."),
  sources: z
    .array(
      describedSource.extend({
        paragraphs: z
          .object({
            address: reference.describe("The file with the source's paragraphs."),
            sha256: sha256.describe("Of that file's bytes."),
            count: z.int().min(0),
          })
          .describe("Where its paragraphs are: one file a source, so that only what is cited need be fetched."),
      }),
    )
    .check(eachOnce(({ id }) => id))
    .describe("In order of id."),
});

const paragraph = z.object({
  label: labelField.describe('As printed beside it, such as "7" or "14.1".'),
  fingerprint: fingerprintField.describe("First 128 bits of the SHA-256 of its words in form F, in hexadecimal."),
  address: reference
    .exactOptional()
    .describe("Where it stands; it goes with the words. Absent where readers cannot see the paragraph."),
  kind: z.enum(["paragraph", "item", "quote", "table", "code"]),
  marker: z.string().exactOptional().describe("The sign before an item of a list."),
  page: z.string().min(1).exactOptional().describe("The page of the original on which it begins, as printed there."),
  sheet: z.int().min(1).exactOptional().describe("1-based place of that page in the original's file."),
  headings: z.array(z.string()).describe("Above it, outermost first."),
  text: z.string().exactOptional().describe("Its words, where rights let readers see them."),
  notice: z.string().min(1).exactOptional().describe("What readers must know of it."),
  uses: z.array(z.enum(relations)).exactOptional().describe("The relations it may be cited with; any when absent."),
});

/** `sources/<id>/paragraphs.json`: one source with all its paragraphs, in reading order. */
export const paragraphsSchema = z.object({
  pincite: z.literal("paragraphs", { error: 'is not "paragraphs"' }).describe("What this file is."),
  version,
  normaliser,
  library: z.string().min(1).describe("Title of the site that publishes the source."),
  source: describedSource,
  paragraphs: z.array(paragraph).check(eachOnce(({ label }) => label)),
});

/** `libraries/<library>/<id>.json`: what a site that cites keeps of another site's source. */
export const recordSchema = paragraphsSchema.extend({
  pincite: z.literal("record", { error: 'is not "record"' }),
  /** Of the file that it was made from. */
  sha256,
  read: z.iso.date(),
});

export type SharedCatalog = z.output<typeof catalogSchema>;
export type SharedEntry = SharedCatalog["sources"][number];
export type SharedParagraph = z.output<typeof paragraph>;
export type SharedSource = z.output<typeof paragraphsSchema>;
export type KeptSource = z.output<typeof recordSchema>;

function eachOnce<Entry>(key: (entry: Entry) => string) {
  return ({ value, issues }: z.core.ParsePayload<Entry[]>): void => {
    const seen = new Set<string>();
    value.forEach((entry, index) => {
      if (seen.has(key(entry))) issues.push({ code: "custom", input: value, path: [index], message: "is there twice" });
      seen.add(key(entry));
    });
  };
}
