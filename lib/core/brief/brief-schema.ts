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

/** Front matter of a brief. Unknown keys are refused. */
export const briefSchema = z.strictObject({
  title: textField("Add title: followed by the brief's title."),
  question: textField("Add question: followed by the question the brief answers.").optional(),
  summary: textField("Add summary: followed by one paragraph, bottom line up front."),
  authors: listOf(nameField, "authors: [{ given: Amina, family: Shah }]").min(1, {
    error: "is empty. Name at least one author.",
  }),
  date: dayField,
  evidenceCutoff: dayField.optional(),
  /** Sources issued before this day are old evidence. */
  evidenceHorizon: dayField.optional(),
  topics: listOf(slugField, "topics: [refugees, law]").default([]),
  status: choiceField(["draft", "published", "withdrawn"]),
  language: languageField.optional(),
  audience: textField("Say for whom the brief is.").optional(),
  changes: listOf(
    z.strictObject(
      {
        date: dayField,
        kind: choiceField(["correction", "update"]),
        note: textField("Say what was changed."),
      },
      { error: "Write { date: 2026-03-09, kind: correction, note: What was changed. }." },
    ),
    "changes: [{ date: 2026-03-09, kind: correction, note: … }]",
  ).default([]),
  /** What the author answers to warnings; readers see the reasons. */
  answers: listOf(
    z.strictObject(
      {
        rule: choiceField(warningNames),
        /** A heading, the opening words of a sentence or the id of a source; all warnings of the rule when absent. */
        about: textField("Write the first words of the sentence or heading, or the source's id.").optional(),
        reason: textField("Say why the brief stands as it is."),
      },
      { error: "Write { rule: figures-cited, about: Some 300 people, reason: We counted them. }." },
    ),
    "answers: [{ rule: section-sources, about: A heading, reason: … }]",
  ).default([]),
});

export type BriefMeta = z.output<typeof briefSchema>;
