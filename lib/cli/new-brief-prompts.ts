import { multiselect, text } from "@clack/prompts";
import { printName } from "../core/front-matter/name.ts";
import type { UsedBefore } from "../core/new-brief/used-before.ts";
import { isSlug, slugAdvice } from "../core/slug.ts";
import { isLanguageTag } from "../core/text/language.ts";
import { fillIn, missingFrom, readTopics, topicFault, type NewBriefOptions, type Wanted } from "./new-brief-options.ts";

/** Where the new brief will stand. */
export interface Surroundings {
  readonly siteLanguage: string;
  readonly before: UsedBefore;
  /** Why a slug cannot be the brief's, and which one can; undefined when it can. */
  readonly refusal: (slug: string) => { readonly reason: string; readonly free?: string } | undefined;
}

type Answer = string | readonly string[] | symbol;

/** Ask for what is missing, one after the other; undefined when somebody gave up. */
export async function askForMissing(
  options: NewBriefOptions,
  around: Surroundings,
): Promise<NewBriefOptions | undefined> {
  let filled = options;
  for (let next = firstMissing(filled, around); next !== undefined; next = firstMissing(filled, around)) {
    const answer = await ask(next, filled, around);
    if (typeof answer === "symbol") return undefined;
    filled = fillIn({ ...filled, [next]: answer });
  }
  return filled;
}

function firstMissing(options: NewBriefOptions, around: Surroundings): Wanted | "topics" | undefined {
  const missing = missingFrom(options, around.siteLanguage);
  const [next] = missing;
  if (next === "title" || next === "question") return next;
  if (options.topics === undefined) return "topics";
  if (next !== undefined) return next;
  return around.refusal(options.slug ?? "") ? "slug" : undefined;
}

function ask(wanted: Wanted | "topics", options: NewBriefOptions, around: Surroundings): Promise<Answer> {
  switch (wanted) {
    case "title":
      return text({ message: "What is its title?", validate: needed });
    case "question":
      return text({ message: "Which question does it answer?", validate: needed });
    case "topics":
      return choose({
        message: "What is it about?",
        known: around.before.topics,
        chosen: [],
        another: "Another topic",
        ask: () =>
          text({
            message: "Which topics? Separate them by commas; none is an answer, too.",
            placeholder: "refugees, law",
            validate: (typed = "") => topicFault(readTopics(typed)),
          }),
        read: readTopics,
      });
    case "author":
      return choose({
        message: "Who writes it?",
        known: around.before.authors.map(printName),
        chosen: around.before.authors.slice(0, 1).map(printName),
        another: "Somebody else",
        ask: () =>
          text({
            message: "Who writes it? Separate several by semicolons.",
            placeholder: "Amina Shah; Omar Khan",
            validate: needed,
          }),
        read: (typed) => typed.split(/[;؛]/),
      });
    case "language":
      return text({
        message: "What language is it in?",
        placeholder: "ur",
        validate: (typed = "") => (isLanguageTag(typed.trim()) ? undefined : "Write a tag such as en, ur or fa-AF."),
      });
    case "slug":
      return askForSlug(options.slug, around);
  }
}

function askForSlug(slug: string | undefined, { refusal }: Surroundings): Promise<string | symbol> {
  const refused = slug === undefined ? undefined : refusal(slug);
  return text({
    message: `${refused ? `${refused.reason} ` : ""}What shall its address be, behind /briefs/?`,
    ...(refused?.free === undefined ? { placeholder: "the-deadline" } : { initialValue: refused.free }),
    validate: (typed = "") => (isSlug(typed.trim()) ? refusal(typed.trim())?.reason : `Write ${slugAdvice}.`),
  });
}

interface Choice {
  readonly message: string;
  readonly known: readonly string[];
  readonly chosen: readonly string[];
  /** What is picked to type something that is not among them. */
  readonly another: string;
  readonly ask: () => Promise<string | symbol>;
  readonly read: (typed: string) => readonly string[];
}

/** More than these would not be seen at one glance; the rest is typed. */
const mostShown = 20;

/** Any of what was used before, and what is typed besides. */
async function choose({ message, known, chosen, another, ask, read }: Choice): Promise<Answer> {
  const picked = known.length === 0 ? [another] : await pick(message, known, chosen, another);
  if (typeof picked === "symbol") return picked;
  const before = picked.filter((one) => one !== another);
  if (before.length === picked.length) return before;
  const typed = await ask();
  return typeof typed === "symbol" ? typed : [...before, ...read(typed)];
}

function pick(message: string, known: readonly string[], chosen: readonly string[], another: string) {
  return multiselect<string>({
    message: `${message} Space picks, Enter goes on.`,
    options: [...known.slice(0, mostShown), another].map((value) => ({ value, label: value })),
    initialValues: [...chosen],
    required: false,
  });
}

function needed(typed: string | undefined): string | undefined {
  return (typed ?? "").trim() === "" ? "Write it here." : undefined;
}
