import { z } from "zod";
import {
  choiceField,
  dayField,
  languageField,
  listOf,
  nameField,
  slugField,
  textField,
} from "../front-matter/fields.ts";
import { warningNames } from "../rules.ts";

const change = z.strictObject(
  {
    date: dayField.describe("The day of the change, not before the brief's own."),
    kind: choiceField(["correction", "update"]).describe(
      "correction: something was wrong, and readers see it on top of the page. update: something was added.",
    ),
    note: textField("Say what was changed.").describe("What was changed, for readers."),
  },
  { error: "Write { date: 2026-03-09, kind: correction, note: What was changed. }." },
);

const withdrawal = z.strictObject(
  {
    date: dayField.describe("The day on which the brief was withdrawn."),
    reason: textField("Say why readers should not rely on the brief any more.").describe(
      "Why readers should not rely on the brief any more. They see it on top of the page.",
    ),
  },
  { error: "Write { date: 2026-04-01, reason: Why it no longer holds. }." },
);

const answer = z.strictObject(
  {
    rule: choiceField(warningNames).describe("The rule of the warning that is answered."),
    about: textField("Write the first words of the sentence or heading, or the source's id.")
      .optional()
      .describe(
        "A heading, the opening words of a sentence or the id of a source; without it, all warnings of the rule.",
      ),
    reason: textField("Say why the brief stands as it is.").describe("Why the brief stands as it is. Readers see it."),
  },
  { error: "Write { rule: figures-cited, about: Some 300 people, reason: We counted them. }." },
);

/** Front matter of a brief. Unknown keys are refused. Editors show the descriptions. */
export const briefSchema = z.strictObject({
  title: textField("Add title: followed by the brief's title.").describe("The brief's title."),
  question: textField("Add question: followed by the question the brief answers.")
    .optional()
    .describe("The question that the brief answers."),
  summary: textField("Add summary: followed by one paragraph, bottom line up front.").describe(
    "One paragraph, bottom line up front.",
  ),
  authors: listOf(nameField, "authors: [{ given: Amina, family: Shah }]")
    .min(1, { error: "is empty. Name at least one author." })
    .describe("Who wrote it: { given: …, family: … } for a person, { literal: … } for a body."),
  date: dayField.describe("The day of the brief, YYYY-MM-DD. It stays when the brief is changed."),
  evidenceCutoff: dayField
    .optional()
    .describe("The day up to which evidence was looked at. Later sources are asked about."),
  evidenceHorizon: dayField.optional().describe("Sources issued before this day are old evidence, and asked about."),
  topics: listOf(slugField, "topics: [refugees, law]").default([]).describe("Topics, each with a page of its own."),
  status: choiceField(["draft", "published", "withdrawn"]).describe(
    "draft: shown by the preview and never published. withdrawn: stays at its address and says why.",
  ),
  aliases: listOf(slugField, "aliases: [the-former-name]")
    .default([])
    .describe("Names that the file had before, without the ending. Their addresses lead on."),
  withdrawn: withdrawal
    .optional()
    .describe("Since when and why the brief is withdrawn: needed with that status, and only there."),
  language: languageField.optional().describe("The language of the brief, such as ur; without it the site's."),
  audience: textField("Say for whom the brief is.").optional().describe("For whom the brief is written."),
  changes: listOf(change, "changes: [{ date: 2026-03-09, kind: correction, note: … }]")
    .default([])
    .describe("What was changed since its date."),
  answers: listOf(answer, "answers: [{ rule: section-sources, about: A heading, reason: … }]")
    .default([])
    .describe("What the author answers to warnings. Readers see the reasons."),
});

export type BriefMeta = z.output<typeof briefSchema>;
