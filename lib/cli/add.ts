import { confirm, isCancel, log, outro } from "@clack/prompts";
import type { Command } from "commander";
import { hash } from "node:crypto";
import { cleanLine } from "../core/problem.ts";
import { makeSource, type MadeSource } from "../importers/make-source.ts";
import { prepareDocument } from "../importers/prepare-document.ts";
import { fillIn, idForKey, missingFrom, optionHelp, type AddOptions } from "./add-missing.ts";
import { describeAdd, readAddOptions } from "./add-options.ts";
import { askForMissing } from "./add-prompts.ts";
import { reviewData, reviewLines } from "./add-review.ts";
import { circumstancesFor, rootOf, whenCalled } from "./arguments.ts";
import { chooseEntry } from "./choose-entry.ts";
import { decisionsOf } from "./decisions.ts";
import { describedBy, type DescribedDocument } from "./described-document.ts";
import { placeForSource, writeSourceFiles } from "./new-source-file.ts";
import { readDocument, type ReadDocument } from "./read-document.ts";

/** What was read, before anything is decided. */
type Prepared = ReadDocument & { readonly document: DescribedDocument };

/** `pincite add`: bring a document in as `sources/<id>.md`, or works of a bibliography without their text. */
export function define(command: Command): void {
  describeAdd(command);
  whenCalled(command, async () => {
    const options = readAddOptions(command);
    const [file] = command.args;
    if (file !== undefined) return main(file, options);
    return (await import("./add-bibliography.ts")).addBibliography(options.bib ?? "", options);
  });
}

async function main(file: string, given: AddOptions): Promise<number> {
  const isTerminal = process.stdin.isTTY && process.stdout.isTTY;
  const { today } = circumstancesFor({});
  const onTerminal = isTerminal && !given.json;
  const { encoding } = given;
  const reading = await readDocument(file, { today, onTerminal, ...(encoding !== undefined && { encoding }) });
  if (reading.kind === "refused") return refuse([reading.reason]);
  const prepared = prepareDocument(reading.document, given.numbering);
  const choosing = await chooseEntry(prepared, given, onTerminal);
  if (choosing.kind === "stopped") return stopped();
  if (choosing.kind === "refused") return refuse(choosing.reasons);
  const { chosen } = choosing;
  const document = describedBy(prepared, chosen, given);
  const read = { ...reading, document };
  const id = given.id ?? (chosen && idForKey(chosen.entry.key, chosen.entry.metadata.title));
  const options = fillIn({ ...given, ...(id !== undefined && { id }) }, document, reading.original.name);
  if (options.json) return addForProgram(read, options);
  return isTerminal ? addWithQuestions(read, options) : addWithoutQuestions(read, options);
}

function addForProgram(read: Prepared, options: AddOptions): number {
  const missing = missingFrom(options);
  const problems: string[] = missing.map((name) => optionHelp.get(name) ?? name);
  let written: string | null = null;
  if (missing.length === 0) {
    const outcome = make(read, options);
    if (outcome.kind === "refused") problems.push(...outcome.reasons);
    else if (options.yes) written = write(options, outcome.text);
  }
  console.log(
    JSON.stringify({ id: options.id ?? null, ...reviewData(read.document), problems, written }, undefined, 2),
  );
  return written === null ? 1 : 0;
}

function addWithoutQuestions(read: Prepared, options: AddOptions): number {
  console.log(reviewLines(read.document).join("\n"));
  const missing = [...missingFrom(options), ...(options.yes ? [] : (["yes"] as const))];
  if (missing.length > 0)
    return refuse([
      "",
      "Still to be given:",
      ...missing.map((one) => `  ${optionHelp.get(one) ?? one}`),
      "Nothing was written.",
    ]);
  const outcome = make(read, options);
  if (outcome.kind === "refused") return refuse([...outcome.reasons, "Nothing was written."]);
  console.log(`\n${saved(options, write(options, outcome.text))}`);
  return 0;
}

async function addWithQuestions(read: Prepared, options: AddOptions): Promise<number> {
  log.message(reviewLines(read.document).join("\n"));
  const filled = await askForMissing(options);
  if (!filled) return stopped();
  const outcome = make(read, filled);
  if (outcome.kind === "refused") {
    log.error([...outcome.reasons.map(cleanLine), "Nothing was written."].join("\n"));
    return 1;
  }
  const agreed = filled.yes ?? (await confirm({ message: `Write sources/${filled.id ?? ""}.md?` }));
  if (isCancel(agreed) || !agreed) return stopped();
  outro(saved(filled, write(filled, outcome.text)));
  return 0;
}

/** The text of the source, once there is a place for it. */
function make({ document, original, accessed }: Prepared, options: AddOptions): MadeSource {
  const { id = "" } = options;
  const taken = placeForSource(rootOf(options), id, options.force === true);
  if (taken !== undefined) return { kind: "refused", reasons: [taken] };
  const { metadata, numbering, blocks } = document;
  const decisions = { ...decisionsOf(metadata, options), ...(accessed !== undefined && { accessed }) };
  return makeSource({ id, metadata, numbering, blocks, original }, decisions, (text) => hash("sha256", text));
}

function write(options: AddOptions, text: string): string {
  const [path = ""] = writeSourceFiles(rootOf(options), [{ id: options.id ?? "", text }]);
  return path;
}

function saved({ id = "", rights }: AddOptions, path: string): string {
  const next =
    rights === "digest"
      ? "Write each paragraph in your own words; until then nothing is published."
      : `Cite it with {% cite "${id}", … %}.`;
  return `Wrote ${path}. ${next}`;
}

function stopped(): number {
  outro("Stopped. Nothing was written.");
  return 1;
}

function refuse(lines: readonly string[]): number {
  process.stderr.write(
    `${lines.map((line) => (line.startsWith("  ") ? `  ${cleanLine(line)}` : cleanLine(line))).join("\n")}\n`,
  );
  return 1;
}
