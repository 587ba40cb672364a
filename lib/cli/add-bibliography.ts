import { log, outro } from "@clack/prompts";
import { cleanLine, formatProblem } from "../core/problem.ts";
import { missingFrom, optionHelp, type AddOptions, type Wanted } from "./add-missing.ts";
import { rootOf } from "./arguments.ts";
import { askForRecords } from "./bibliography-prompts.ts";
import { planEntries, type PlannedEntry } from "./bibliography-plan.ts";
import { bibliographyData, bibliographyLines } from "./bibliography-report.ts";
import { makeAll, placeForRecord, recordsOf, type WantedRecord } from "./new-records.ts";
import { writeSourceFiles, type NewSource } from "./new-source-file.ts";
import { asProblem, findKeys, openBibliography, type OpenBibliography } from "./open-bibliography.ts";
import { count } from "./report.ts";

/** `pincite add --bib`: the works of a bibliography as sources without text. What is good is written, whatever is wrong beside it. */
export async function addBibliography(path: string, options: AddOptions): Promise<number> {
  const opening = await openBibliography(path);
  if (opening.kind === "refused") return say([opening.reason]);
  const { bibliography } = opening;
  const found = options.key
    ? findKeys(bibliography, options.key)
    : { entries: bibliography.entries, faults: [] as readonly string[] };
  if (found.faults.length > 0) return say([...found.faults, "Nothing was written."]);
  // Where keys are named, what is wrong elsewhere in the file is none of their business.
  const shown = options.key ? { ...bibliography, problems: [] } : bibliography;
  const plan = planEntries(found.entries, options, (id) => placeForRecord(rootOf(options), id, options.force === true));
  if (options.json) return addForProgram(shown, plan, options);
  if (process.stdin.isTTY && process.stdout.isTTY) return addWithQuestions(shown, plan, options);
  return addWithoutQuestions(shown, plan, options);
}

function addForProgram(bibliography: OpenBibliography, plan: readonly PlannedEntry[], options: AddOptions): number {
  const records = recordsOf(plan, options);
  const missing = records.length === 0 ? [] : missingFor(records, options);
  const made = missing.length === 0 ? makeAll(records) : { sources: [], faults: [] };
  const written = options.yes && missing.length === 0 ? write(options, made.sources) : [];
  const needed = missing.map((name) => optionHelp.get(name) ?? name);
  console.log(
    JSON.stringify({ ...bibliographyData(bibliography, plan), needed, faults: made.faults, written }, undefined, 2),
  );
  const isDone = written.length === records.length;
  return isDone && isWhole(bibliography, plan) ? 0 : 1;
}

function addWithoutQuestions(
  bibliography: OpenBibliography,
  plan: readonly PlannedEntry[],
  options: AddOptions,
): number {
  console.log(bibliographyLines(bibliography, plan).join("\n"));
  sayProblems(bibliography);
  const records = recordsOf(plan, options);
  if (records.length === 0) return say(["", "There is nothing new to write."], isWhole(bibliography, plan) ? 0 : 1);
  const missing = [...missingFor(records, options), ...(options.yes ? [] : (["yes"] as const))];
  if (missing.length > 0)
    return say([
      "",
      "Still to be given:",
      ...missing.map((one) => `  ${optionHelp.get(one) ?? one}`),
      "Nothing was written.",
    ]);
  const { sources, faults } = makeAll(records);
  if (faults.length > 0) say(["", ...faults]);
  console.log(`\n${summary(bibliography, plan, write(options, sources), faults)}`);
  return faults.length === 0 && isWhole(bibliography, plan) ? 0 : 1;
}

async function addWithQuestions(
  bibliography: OpenBibliography,
  plan: readonly PlannedEntry[],
  options: AddOptions,
): Promise<number> {
  log.message(bibliographyLines(bibliography, plan).join("\n"));
  if (bibliography.problems.length > 0) log.error(problemLines(bibliography).join("\n"));
  const records = recordsOf(plan, options);
  if (records.length === 0) {
    outro("There is nothing new to write.");
    return isWhole(bibliography, plan) ? 0 : 1;
  }
  const asked = await askForRecords(records, options);
  if (!asked) {
    outro("Stopped. Nothing was written.");
    return 1;
  }
  const { sources, faults } = makeAll(asked);
  if (faults.length > 0) log.error(faults.map(cleanLine).join("\n"));
  outro(summary(bibliography, plan, write(options, sources), faults));
  return faults.length === 0 && isWhole(bibliography, plan) ? 0 : 1;
}

function missingFor(records: readonly WantedRecord[], options: AddOptions): Wanted[] {
  const missing = new Set(records.flatMap((record) => missingFrom({ ...record.options, ...rightsOf(options) })));
  return [...missing];
}

function rightsOf({ rights, license, permission }: Partial<AddOptions>) {
  return {
    ...(rights !== undefined && { rights }),
    ...(license !== undefined && { license }),
    ...(permission !== undefined && { permission }),
  };
}

function write(options: AddOptions, sources: readonly NewSource[]): string[] {
  return sources.length === 0 ? [] : writeSourceFiles(rootOf(options), sources);
}

function isWhole(bibliography: OpenBibliography, plan: readonly PlannedEntry[]): boolean {
  return bibliography.problems.length === 0 && plan.every((one) => one.state !== "unfit");
}

function summary(
  bibliography: OpenBibliography,
  plan: readonly PlannedEntry[],
  written: readonly string[],
  faults: readonly string[],
): string {
  const there = plan.filter((one) => one.state === "there").length;
  const lost = bibliography.problems.length + plan.filter((one) => one.state === "unfit").length + faults.length;
  return [
    written.length === 1 ? `Wrote ${written[0] ?? ""}.` : `Wrote ${count(written.length, "source")}.`,
    ...(there > 0 ? [`${there} ${there === 1 ? "was" : "were"} there already.`] : []),
    ...(lost > 0 ? [`${lost === 1 ? "1 entry was" : `${lost} entries were`} not brought in: see above.`] : []),
    "They have no text yet: npx pincite add <file> --id <id> --force adds it.",
  ].join(" ");
}

function problemLines({ path, problems }: OpenBibliography): string[] {
  return problems.map((problem) => formatProblem(asProblem(path, problem)));
}

function sayProblems(bibliography: OpenBibliography): void {
  if (bibliography.problems.length > 0) say(problemLines(bibliography));
}

function say(lines: readonly string[], code = 1): number {
  process.stderr.write(
    `${lines.map((line) => (line.startsWith("  ") ? `  ${cleanLine(line)}` : cleanLine(line))).join("\n")}\n`,
  );
  return code;
}
