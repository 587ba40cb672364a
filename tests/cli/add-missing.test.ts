import { expect, test } from "vitest";
import { fillIn, missingFrom } from "../../lib/cli/add-missing.ts";
import type { DetectedLanguage } from "../../lib/importers/imported-document.ts";

const options = { root: "." };

test.each<[string, string | undefined, DetectedLanguage | undefined, string | undefined]>([
  ["what the document says, where nothing speaks against it", "en-GB", { tag: "en", certain: true }, "en-GB"],
  ["what the document says, where the words are too few", "ur", undefined, "ur"],
  ["what the words surely are, where the document does not say", undefined, { tag: "ur", certain: true }, "ur"],
  ["nobody's guess", undefined, { tag: "ur", certain: false }, undefined],
  ["neither, where the two disagree", "en", { tag: "ur", certain: true }, undefined],
  ["no tag that is none", "english", undefined, undefined],
])("the language is %s", (_, told, found, language) => {
  const metadata = told === undefined ? {} : { language: told };
  expect(fillIn(options, { metadata, ...(found && { language: found }) }, "a.txt").language).toBe(language);
});

test.each([
  ["Report on the Deadline: Who, When, and on What Grounds?", "x.txt", "report-on-the-deadline-who-when-and-on"],
  ["تمہید", "Final report (2).pdf", "final-report-2"],
  ["تمہید", "تمہید.pdf", undefined],
])("the id is made of the title, or else of the file's name: %s", (title, name, id) => {
  expect(fillIn(options, { metadata: { title } }, name).id).toBe(id);
});

test("rights and grade are never guessed, and the full text asks for a licence", () => {
  const filled = fillIn(options, { metadata: { title: "T", language: "en" } }, "a.txt");
  expect(missingFrom(filled)).toEqual(["rights", "grade"]);
  expect(missingFrom({ ...filled, grade: "data", rights: "full-text" })).toEqual(["license"]);
  expect(missingFrom({ ...filled, grade: "data", rights: "full-text", permission: "They did." })).toEqual([]);
});
