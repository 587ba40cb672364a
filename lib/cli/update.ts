import { confirm, isCancel, log, outro } from "@clack/prompts";
import type { Command } from "commander";
import { hash } from "node:crypto";
import { join } from "node:path";
import { cleanLine } from "../core/problem.ts";
import { describeNote } from "../core/review/describe-question.ts";
import { questionsOf } from "../core/review/open-questions.ts";
import { sourceReview } from "../core/review/source-review.ts";
import { prepareDocument, type PreparedDocument } from "../importers/prepare-document.ts";
import { updateSource, type SourceUpdate } from "../importers/update-source.ts";
import { checkProject } from "../site/prepare-site.ts";
import { openProject, type Project } from "../site/project.ts";
import { asideLines } from "./add-review.ts";
import { circumstancesFor, describeProjectCommand, frozenOption, rootOf, whenCalled } from "./arguments.ts";
import { readDocument } from "./read-document.ts";
import { frozenRefusal, questionLines } from "./report-settling.ts";
import { reviewSource } from "./review.ts";
import { lostLock, notesIn, readSourceText, unrecorded, writeUpdate } from "./update-project.ts";
import { updateData, updateLines, type NotesOf } from "./update-text.ts";

interface Options {
  readonly root: string;
  readonly frozen?: boolean;
  readonly issued?: string;
  readonly url?: string;
  readonly title?: string;
  readonly yes?: true;
  readonly json?: true;
}

/** An update that was made and not yet agreed to. */
interface Proposal {
  readonly id: string;
  readonly project: Project;
  /** The source's file as it is. */
  readonly raw: string;
  readonly document: PreparedDocument;
  readonly update: SourceUpdate;
  readonly notesOf: NotesOf;
}

/** `pincite update`: put a newer text in place of a source's, and review what is cited of it. */
export function define(command: Command): void {
  describeProjectCommand(command, "Put a newer text in place of a source's, and review the notes that cite it.", [
    ["update survey survey-2026.pdf", "show what changes and which notes that touches, then ask"],
    ["update survey https://example.org/survey --issued 2026-03", "the same of an address, with its new date"],
    ["update survey survey-2026.pdf --yes", "without questions; what is open is for review or accept"],
  ])
    .argument("<source>", "the id of the source")
    .argument("<file>", "the newer text, in any form that add takes, or an http or https address")
    .option("--issued <date>", "when the newer text was issued: YYYY, YYYY-MM or YYYY-MM-DD")
    .option("--url <address>", "where it is on the web, if that has changed")
    .option("--title <text>", "its title, if that has changed")
    .option("--yes", "write it without asking")
    .option("--json", "print what changes for programs; writes with --yes only")
    .option(...frozenOption);
  whenCalled(command, () => {
    const [id = "", where = ""] = command.args;
    return main(id, where, command.opts<Options>());
  });
}

async function main(id: string, where: string, options: Options): Promise<number> {
  const root = rootOf(options);
  const project = await openProject(root, join(root, "dist"), circumstancesFor(options));
  const present = await readSourceText(project, id);
  if (present.kind === "refused") return refuse(present.reasons);
  const { raw, catalog } = present;
  const onTerminal = process.stdin.isTTY && process.stdout.isTTY && !options.json;
  const { today } = project.circumstances;
  const reading = await readDocument(where, { today, onTerminal });
  if (reading.kind === "refused") return refuse([reading.reason]);
  const document = prepareDocument(reading.document, catalog.library.sources.get(id)?.meta.numbering);
  const given = givenKeys(options, reading.accessed);
  const update = updateSource(id, raw, document, { original: reading.original, given }, (text) => hash("sha256", text));
  if (update.kind === "refused") return refuse([...update.reasons, "Nothing was written."]);
  const proposal = { id, project, raw, document, update, notesOf: notesIn(catalog, id) };
  const unheld = unrecorded(catalog, id, update);
  const refusals = [
    ...lostLock(catalog, id, project.dist),
    ...(unheld.length > 0 ? [noRecord(id), ...unheld.map((note) => `  ${describeNote(note)}`)] : []),
    ...(project.circumstances.frozen && update.text !== raw ? [frozenRefusal] : []),
  ];
  if (options.json) return updateForProgram(proposal, refusals, options.yes === true);
  const lines = [cleanLine(`${update.source.meta.title} (${id})`), ...describe(proposal)];
  if (onTerminal) log.message(lines.join("\n"));
  else console.log(lines.join("\n"));
  if (refusals.length > 0) return refuse([...refusals, "Nothing was written."]);
  if (update.text === raw) return goOn(proposal, onTerminal);
  if (!update.isSameText && !options.yes && !onTerminal)
    return refuse(["", "Nothing was written. Once you have looked at the above, add --yes."]);
  if (!update.isSameText && !options.yes) {
    const agreed = await confirm({ message: `Put this text in place of sources/${id}.md?` });
    if (isCancel(agreed) || !agreed) {
      outro("Stopped. Nothing was written.");
      return 1;
    }
  }
  const writing = await writeUpdate(project, id, raw, update);
  if (writing.kind === "changed") return refuse([hasChanged]);
  const said = writing.files.map((path) => `wrote ${path}`).join("\n");
  if (onTerminal) log.success(said);
  else console.log(`\n${said}`);
  return goOn(proposal, onTerminal);
}

const hasChanged = "The files have changed in the meantime. Nothing was written; run this again.";

function noRecord(id: string): string {
  return `These notes cite what changes, and no lock of "${id}" holds yet what they cite, so nothing would tell. Correct what npx pincite check names, run npx pincite build, then this again:`;
}

function describe({ document, update, notesOf }: Proposal): string[] {
  if (update.isSameText)
    return [
      `The text is the same, in ${update.fates.length === 1 ? "its paragraph" : `all ${update.fates.length} paragraphs`}.`,
    ];
  return [...updateLines(update, notesOf), ...asideLines(document)];
}

/** What is still open once the text is written: the exit code. */
async function goOn({ id, project, update }: Proposal, onTerminal: boolean): Promise<number> {
  const { toWrite } = update;
  if (toWrite.length > 0)
    say(`Write ${toWrite.map((label) => `¶${label}`).join(", ")} in your own words; until then nothing is published.`);
  const review = sourceReview(await checkProject(project), id);
  const questions = review ? questionsOf(review) : [];
  if (!review || questions.length === 0) {
    say(update.isSameText ? "" : `All that is cited of "${id}" stands as it was cited.`);
    return 0;
  }
  // A source of which something cannot be read is not settled.
  if (onTerminal && toWrite.length === 0) {
    if ((await reviewSource(project, review)) === "cancelled") return 1;
    const left = sourceReview(await checkProject(project), id);
    if (left && questionsOf(left).length > 0) {
      outro(`"${id}" is left open; npx pincite review asks again.`);
      return 1;
    }
    outro("Nothing is open any more. Run npx pincite build, and commit what was written.");
    return 0;
  }
  const open = questions.flatMap((question) => questionLines(question, id));
  const next = `Open: npx pincite review asks for each; npx pincite accept ${id} takes what is suggested.`;
  process.stderr.write(`${["", ...open, "", next].join("\n")}\n`);
  return 1;
}

function say(line: string): void {
  if (line !== "") console.log(line);
}

async function updateForProgram(
  { id, project, raw, document, update, notesOf }: Proposal,
  refusals: readonly string[],
  agreed: boolean,
): Promise<number> {
  const data = { source: id, same: update.isSameText, ...updateData(update, notesOf), doubts: document.doubts };
  const isWriting = refusals.length === 0 && update.text !== raw && (agreed || update.isSameText);
  const writing = isWriting ? await writeUpdate(project, id, raw, update) : undefined;
  const problems = writing?.kind === "changed" ? [...refusals, hasChanged] : refusals;
  const review = writing?.kind === "written" ? sourceReview(await checkProject(project), id) : undefined;
  const open = review ? questionsOf(review).map((question) => questionLines(question, id)[0]) : [];
  const written = writing?.kind === "written" ? writing.files : [];
  console.log(JSON.stringify({ ...data, problems, written, open }, null, 2));
  const isDone = written.length > 0 || (refusals.length === 0 && update.text === raw);
  return isDone && open.length === 0 ? 0 : 1;
}

/** What replaces values of the front matter, by key. */
function givenKeys({ issued, url, title }: Options, accessed: string | undefined): ReadonlyMap<string, string> {
  const keys = { title, issued, URL: url, accessed };
  return new Map(Object.entries(keys).flatMap(([key, value]) => (value === undefined ? [] : [[key, value]])));
}

function refuse(lines: readonly string[]): number {
  process.stderr.write(
    `${lines.map((line) => (line.startsWith("  ") ? `  ${cleanLine(line)}` : cleanLine(line))).join("\n")}\n`,
  );
  return 1;
}
