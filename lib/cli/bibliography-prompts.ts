import { autocompleteMultiselect, confirm, isCancel, select } from "@clack/prompts";
import { cleanLine } from "../core/problem.ts";
import type { AddOptions } from "./add-missing.ts";
import { missingFrom } from "./add-missing.ts";
import type { WantedRecord } from "./new-records.ts";
import { askForMissing } from "./add-prompts.ts";
import { describeWork } from "./bibliography-report.ts";
import { count } from "./report.ts";

/** Ask which works are wanted and what is to be decided of them; undefined when somebody gave up. */
export async function askForRecords(
  records: readonly WantedRecord[],
  options: AddOptions,
): Promise<WantedRecord[] | undefined> {
  const chosen = records.length === 1 || options.key !== undefined ? records : await askWhich(records);
  if (!chosen) return undefined;
  const decided = await decide(chosen);
  if (!decided || options.yes) return decided;
  const agreed = await confirm({ message: `Write ${count(decided.length, "source")}?` });
  return isCancel(agreed) || !agreed ? undefined : decided;
}

async function askWhich(records: readonly WantedRecord[]): Promise<readonly WantedRecord[] | undefined> {
  const keys = records.map(({ planned }) => planned.id);
  const answer = await autocompleteMultiselect({
    message: "Which of them shall be sources? Type to search, Tab to choose.",
    options: records.map(({ planned }) => ({
      value: planned.id,
      label: cleanLine(`${planned.id}  ${describeWork(planned.entry.metadata)}`),
    })),
    initialValues: keys,
    required: true,
    maxItems: 12,
  });
  if (isCancel(answer)) return undefined;
  const wanted = new Set(answer);
  return records.filter(({ planned }) => wanted.has(planned.id));
}

/** Rights, grade and language: once for all of them, or for each. */
async function decide(records: readonly WantedRecord[]): Promise<WantedRecord[] | undefined> {
  const open = records.filter((record) => missingFrom(record.options).length > 0);
  const mode = open.length > 1 ? await askMode(open.length) : "all";
  if (isCancel(mode)) return undefined;
  const decided: WantedRecord[] = [];
  let common: Partial<AddOptions> = {};
  for (const { planned, options } of records) {
    const known: AddOptions = { ...common, ...options };
    const isAsked = missingFrom(known).length > 0;
    const filled = isAsked ? await askForMissing(known, mode === "each" ? `${planned.id}: ` : "") : known;
    if (!filled) return undefined;
    decided.push({ planned, options: filled });
    if (mode === "all") common = shared(filled, options, common);
  }
  return decided;
}

/** What was answered for one and holds for all. */
function shared(filled: AddOptions, own: AddOptions, common: Partial<AddOptions>): Partial<AddOptions> {
  const names = ["rights", "grade", "license", "language"] as const;
  const answered = names.filter((name) => own[name] === undefined && filled[name] !== undefined);
  return { ...common, ...Object.fromEntries(answered.map((name) => [name, filled[name]])) };
}

function askMode(number: number): Promise<"all" | "each" | symbol> {
  return select({
    message: `Rights, grade and what else is missing of ${number} works:`,
    options: [
      { value: "all" as const, label: "the same for all of them" },
      { value: "each" as const, label: "asked for each" },
    ],
    initialValue: "all" as const,
  });
}
