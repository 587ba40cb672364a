import { hash } from "node:crypto";
import { makeSource } from "../importers/make-source.ts";
import type { AddOptions } from "./add-missing.ts";
import type { PlannedEntry } from "./bibliography-plan.ts";
import { decisionsOf } from "./decisions.ts";
import { placeForSource, standingOf, type NewSource } from "./new-source-file.ts";

/** A work that is wanted, and what is decided of it. */
export interface WantedRecord {
  readonly planned: PlannedEntry;
  readonly options: AddOptions;
}

/** Options with what the entry itself gives, for every entry that can be written. */
export function recordsOf(plan: readonly PlannedEntry[], options: AddOptions): WantedRecord[] {
  return plan
    .filter((planned) => planned.state === "new")
    .map((planned) => {
      const { title, language } = planned.entry.metadata;
      const its = { ...(title !== undefined && { title }), ...(language !== undefined && { language }) };
      // A language given on the command line is for those that name none.
      const given = its.language === undefined || options.key?.length === 1 ? {} : { language: its.language };
      return { planned, options: { ...its, ...options, ...given, id: planned.id } };
    });
}

/** The texts of the sources, and one line for each that cannot be one. */
export function makeAll(records: readonly WantedRecord[]): {
  readonly sources: NewSource[];
  readonly faults: string[];
} {
  const sources: NewSource[] = [];
  const faults: string[] = [];
  for (const { planned, options } of records) {
    const made = makeSource(
      { id: planned.id, metadata: planned.entry.metadata, numbering: "ours", blocks: [] },
      decisionsOf(planned.entry.metadata, options),
      (text) => hash("sha256", text),
    );
    if (made.kind === "source") sources.push({ id: planned.id, text: made.text });
    else faults.push(...made.reasons.map((reason) => `"${planned.entry.key}" cannot be written: ${reason}`));
  }
  return { sources, faults };
}

/** Where a record would go; a source that has text is never replaced by one that has none. */
export function placeForRecord(root: string, id: string, force: boolean) {
  const standing = standingOf(root, id);
  const there = (reason: string) => ({ state: "there" as const, reason });
  if (standing === "text" && force) return there(`"${id}" has text, which a record would replace; it stays.`);
  if (standing !== "none" && !force) return there(`There is a source "${id}" already.`);
  const reason = placeForSource(root, id, force);
  return reason === undefined ? undefined : { state: "unfit" as const, reason };
}
