import { select, text } from "@clack/prompts";
import { isSlug, slugAdvice } from "../core/slug.ts";
import { isLanguageTag } from "../core/text/language.ts";
import { missingFrom, type AddOptions, type Wanted } from "./add-missing.ts";

const rightsChoices = [
  { value: "metadata-only", label: "Nothing but its bibliographic record", hint: "metadata-only" },
  { value: "digest", label: "Your own paraphrase, paragraph by paragraph", hint: "digest" },
  { value: "excerpt", label: "Cited paragraphs and their neighbours", hint: "excerpt" },
  { value: "full-text", label: "Everything, under a licence or with permission", hint: "full-text" },
];

const gradeChoices = ["primary", "secondary", "data", "news", "opinion"].map((value) => ({ value, label: value }));

/**
 * Ask for what is missing, one after the other; undefined when somebody gave up.
 *
 * @param about what the questions begin with, where they are about one of several.
 */
export async function askForMissing(options: AddOptions, about = ""): Promise<AddOptions | undefined> {
  let filled = options;
  for (let [next] = missingFrom(filled); next !== undefined; [next] = missingFrom(filled)) {
    const answer = await ask(next, about);
    if (typeof answer === "symbol") return undefined;
    filled = { ...filled, [next]: answer.trim() };
  }
  return filled;
}

function ask(wanted: Wanted, about: string): Promise<string | symbol> {
  switch (wanted) {
    case "id":
      return text({
        message: `${about}What shall briefs call it?`,
        placeholder: "unhcr-2025-08",
        validate: (typed = "") => (isSlug(typed.trim()) ? undefined : `Write ${slugAdvice}.`),
      });
    case "title":
      return text({ message: `${about}What is its title?`, validate: needed });
    case "rights":
      // What is shown least is chosen where a key is pressed too soon.
      return select({
        message: `${about}What may readers see of it?`,
        options: rightsChoices,
        initialValue: "metadata-only",
      });
    case "grade":
      return select({
        message: `${about}What kind of evidence is it?`,
        options: gradeChoices,
        initialValue: "secondary",
      });
    case "language":
      return text({
        message: `${about}What language is it in?`,
        placeholder: "en, ur, fa-AF",
        validate: (typed = "") => (isLanguageTag(typed.trim()) ? undefined : "Write a tag such as en, ur or fa-AF."),
      });
    case "license":
      return text({
        message: `${about}Under which licence may its full text be shown (SPDX identifier)?`,
        validate: needed,
      });
  }
}

function needed(typed: string | undefined): string | undefined {
  return (typed ?? "").trim() === "" ? "Write it here." : undefined;
}
