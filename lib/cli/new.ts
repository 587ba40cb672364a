import { confirm, isCancel, log, outro } from "@clack/prompts";
import type { Command } from "commander";
import { existsSync } from "node:fs";
import { join } from "node:path";
import type { Brief } from "../core/brief/brief.ts";
import { readAuthor } from "../core/new-brief/read-author.ts";
import { usedBefore, type UsedBefore } from "../core/new-brief/used-before.ts";
import { writeBrief, type NewBrief } from "../core/new-brief/write-brief.ts";
import { cleanLine } from "../core/problem.ts";
import { nearest } from "../core/text/nearest.ts";
import { readerFor } from "../site/prepare-site.ts";
import { openProject } from "../site/project.ts";
import { circumstancesOf } from "../site/circumstances.ts";
import { rootOf, whenCalled } from "./arguments.ts";
import { folderRefusal, slugRefusal, writeBriefFile } from "./new-brief-file.ts";
import {
  describeNew,
  fillIn,
  missingFrom,
  optionHelp,
  readNewOptions,
  type NewBriefOptions,
} from "./new-brief-options.ts";
import { askForMissing } from "./new-brief-prompts.ts";

/** What a new brief is put into. */
interface Place {
  readonly root: string;
  readonly language: string;
  readonly pathPrefix: string;
  readonly briefs: readonly Brief[];
  readonly before: UsedBefore;
}

/** `pincite new brief`: begin a brief as `briefs/<slug>.md`. */
export function define(command: Command): void {
  describeNew(command);
  whenCalled(command, () => main(readNewOptions(command)));
}

async function main(given: NewBriefOptions): Promise<number> {
  const root = rootOf(given);
  const refused = folderRefusal(root);
  if (refused !== undefined) return refuse([refused]);
  const place = await readPlace(root);
  const options = fillIn(given);
  if (options.json) return newForProgram(options, place);
  const isTerminal = process.stdin.isTTY && process.stdout.isTTY;
  return isTerminal ? newWithQuestions(options, place) : newWithoutQuestions(options, place);
}

/** A folder that holds nothing yet becomes a project with its first brief. */
async function readPlace(root: string): Promise<Place> {
  const isProject = existsSync(join(root, "briefs")) || existsSync(join(root, "sources"));
  if (!isProject) return { root, language: "en", pathPrefix: "/", briefs: [], before: usedBefore([]) };
  const project = await openProject(root, join(root, "dist"));
  const { briefs } = await readerFor(project).read();
  const { language, pathPrefix } = project.site;
  return { root, language, pathPrefix, briefs, before: usedBefore(briefs) };
}

function newForProgram(options: NewBriefOptions, place: Place): number {
  const problems: string[] = missingFrom(options, place.language).map((name) => optionHelp.get(name) ?? name);
  let written: string | null = null;
  if (problems.length === 0) {
    const made = make(options, place);
    if (made.kind === "refused") problems.push(...made.reasons);
    else if (options.yes) written = writeBriefFile(place.root, options.slug ?? "", made.text);
  }
  const { slug } = options;
  const address = slug === undefined ? null : addressOf(slug, place);
  const notes = newTopics(options, place.before);
  console.log(JSON.stringify({ slug: slug ?? null, address, notes, problems, written }, undefined, 2));
  return written === null ? 1 : 0;
}

function newWithoutQuestions(options: NewBriefOptions, place: Place): number {
  const missing = [...missingFrom(options, place.language), ...(options.yes ? [] : (["yes"] as const))];
  if (missing.length > 0)
    return refuse([
      "Still to be given:",
      ...missing.map((one) => `  ${optionHelp.get(one) ?? one}`),
      "Nothing was written.",
    ]);
  const made = make(options, place);
  if (made.kind === "refused") return refuse([...made.reasons, "Nothing was written."]);
  for (const note of newTopics(options, place.before)) console.log(cleanLine(note));
  console.log(write(options, place, made.text));
  return 0;
}

async function newWithQuestions(options: NewBriefOptions, place: Place): Promise<number> {
  const refusal = (slug: string) => slugRefusal(place.root, place.briefs, slug);
  const filled = await askForMissing(options, { siteLanguage: place.language, before: place.before, refusal });
  if (!filled) return stopped();
  const made = make(filled, place);
  if (made.kind === "refused") {
    log.error([...made.reasons.map(cleanLine), "Nothing was written."].join("\n"));
    return 1;
  }
  for (const note of newTopics(filled, place.before)) log.warn(cleanLine(note));
  const agreed = filled.yes ?? (await confirm({ message: `Write briefs/${filled.slug ?? ""}.md?` }));
  if (isCancel(agreed) || !agreed) return stopped();
  outro(write(filled, place, made.text));
  return 0;
}

/** The text of the brief, once there is a place for it. */
function make(options: NewBriefOptions, { root, language, briefs, before }: Place): NewBrief {
  const { title = "", question = "", slug = "", author = [], topics = [], summary, audience } = options;
  const refused = slugRefusal(root, briefs, slug);
  if (refused) {
    const free = refused.free === undefined ? "" : ` Write --slug ${refused.free}.`;
    return { kind: "refused", reasons: [refused.reason + free] };
  }
  const beginning = {
    title,
    question,
    authors: author.flatMap((typed) => readAuthor(typed, before.authors) ?? []),
    topics,
    date: options.date ?? circumstancesOf(process.env).today,
    ...(summary !== undefined && { summary }),
    ...(audience !== undefined && { audience }),
    ...(options.language !== undefined && { language: options.language }),
  };
  return writeBrief(slug, beginning, language);
}

/** Topics that are like one that is used already: two spellings would be two topics. */
function newTopics({ topics = [] }: NewBriefOptions, before: UsedBefore): string[] {
  return topics.flatMap((topic) => {
    const [near] = before.topics.includes(topic) ? [] : nearest(topic, before.topics);
    return near === undefined ? [] : [`"${topic}" is a new topic; other briefs have "${near}".`];
  });
}

function write(options: NewBriefOptions, place: Place, text: string): string {
  const path = writeBriefFile(place.root, options.slug ?? "", text);
  return `Wrote ${path}, a draft. Run npx pincite serve, and see it at ${addressOf(options.slug ?? "", place)} while you write.`;
}

/** Where the preview shows it, unless the port is taken. */
function addressOf(slug: string, { pathPrefix }: Place): string {
  return `http://localhost:8080${pathPrefix}briefs/${slug}/`;
}

function stopped(): number {
  outro("Stopped. Nothing was written.");
  return 1;
}

function refuse(lines: readonly string[]): number {
  const cleaned = lines.map((line) => (line.startsWith("  ") ? `  ${cleanLine(line)}` : cleanLine(line)));
  process.stderr.write(`${cleaned.join("\n")}\n`);
  return 1;
}
