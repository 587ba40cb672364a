import type { Command } from "commander";
import { isSlug, shortSlug } from "../core/slug.ts";
import { mayBeIn } from "../core/text/script.ts";
import { describeProjectCommand } from "./arguments.ts";

/** What the command line gives of a new brief, under the names of its options. */
export interface NewBriefOptions {
  readonly root: string;
  readonly title?: string;
  readonly question?: string;
  readonly summary?: string;
  readonly topics?: readonly string[];
  /** Names as they are typed. */
  readonly author?: readonly string[];
  readonly language?: string;
  readonly audience?: string;
  readonly slug?: string;
  readonly date?: string;
  readonly yes?: true;
  readonly json?: true;
}

export type Wanted = "title" | "question" | "author" | "language" | "slug";

/** What each option that has to be given takes, for the list of those missing. */
export const optionHelp: ReadonlyMap<Wanted | "yes", string> = new Map<Wanted | "yes", string>([
  ["title", '--title <text>, or the title behind "new brief"'],
  ["question", "--question <text>  what the brief answers"],
  ["author", '--author "Given Family"  once for each author'],
  ["language", "--language <tag>  such as ur: the title is not in the letters of the site's language"],
  ["slug", "--slug <slug>  its address, such as the-deadline: none can be made of the title"],
  ["yes", "--yes  to write it"],
]);

/** What `pincite new` takes. */
export function describeNew(command: Command): void {
  describeProjectCommand(command, "Begin a brief: a draft with a place for everything that a brief should say.", [
    ["new brief", "ask for title, question, topics and authors"],
    ['new brief "The repatriation deadline"', "the same, with its title"],
    ['new brief "The deadline" --question "Who must leave?" --author "Amina Shah" --yes', "without questions"],
  ])
    .argument("<kind>", "brief")
    .argument("[title]", "its title, in quotation marks")
    .option("--title <text>", "its title")
    .option("--question <text>", "the question that it answers")
    .option("--summary <text>", "the answer in one paragraph, if you know it already")
    .option("--topics <list>", "separated by commas, such as law,refugees", readTopics)
    .option("--author <name>", '"Given Family"; give it once for each author', another)
    .option("--language <tag>", "its language, such as ur, where it is not the site's")
    .option("--audience <text>", "for whom it is")
    .option("--slug <slug>", "its address; made of the title when left out")
    .option("--date <day>", "YYYY-MM-DD; today when left out")
    .option("--yes", "write it without asking")
    .option("--json", "print what would be written for programs; writes with --yes only");
}

export function readNewOptions(command: Command): NewBriefOptions {
  const options = command.opts<NewBriefOptions>();
  const [kind = "", title] = command.args;
  if (kind !== "brief") {
    const source = kind === "source" ? " A source is brought in with npx pincite add <file>." : "";
    command.error(`There is no "new ${kind}". Write new brief.${source}`);
  }
  if (title !== undefined && options.title !== undefined)
    command.error("The title is given twice. Leave --title out, or what stands behind brief.");
  return title === undefined ? options : { ...options, title };
}

/** Options with what follows from them; what is blank was not given. */
export function fillIn(options: NewBriefOptions): NewBriefOptions {
  const given = Object.entries(options).filter(([, value]) => typeof value !== "string" || value.trim() !== "");
  const filled = Object.fromEntries(given) as unknown as NewBriefOptions;
  const slug = filled.slug ?? shortSlug(filled.title ?? "");
  const author = filled.author?.filter((name) => name.trim() !== "") ?? [];
  return { ...filled, ...(slug !== undefined && { slug }), author };
}

/** In the order in which they are asked for. */
export function missingFrom(options: NewBriefOptions, siteLanguage: string): Wanted[] {
  const { title, question, author = [], language, slug } = options;
  const missing: Wanted[] = [];
  if (title === undefined) missing.push("title");
  if (question === undefined) missing.push("question");
  if (author.length === 0) missing.push("author");
  if (language === undefined && !mayBeIn(siteLanguage, title ?? "")) missing.push("language");
  if (title !== undefined && slug === undefined) missing.push("slug");
  return missing;
}

export function readTopics(text: string): string[] {
  const topics = text.split(/[,،;]/).map((topic) => topic.trim());
  return [...new Set(topics.filter((topic) => topic !== ""))];
}

/** What is wrong with topics as they are typed, and what to write; undefined when nothing is. */
export function topicFault(topics: readonly string[]): string | undefined {
  const wrong = topics.find((topic) => !isSlug(topic));
  if (wrong === undefined) return undefined;
  const slug = shortSlug(wrong);
  return `"${wrong}" cannot be used in an address. Write ${slug ?? "lower-case letters a–z, digits and hyphens"}.`;
}

function another(name: string, before: readonly string[] | undefined): string[] {
  return [...(before ?? []), name];
}
