import { styleText } from "node:util";
import { printName } from "../core/front-matter/fields.ts";
import { cleanLine } from "../core/problem.ts";
import { shorten } from "../core/text/shorten.ts";
import type { ImportedMetadata } from "../importers/imported-document.ts";
import type { PlannedEntry } from "./bibliography-plan.ts";
import type { OpenBibliography } from "./open-bibliography.ts";
import { count } from "./report.ts";

/** What a person looks at before works become sources: every line fit for a terminal. */
export function bibliographyLines(bibliography: OpenBibliography, plan: readonly PlannedEntry[]): string[] {
  const { format, encoding, entries, problems } = bibliography;
  const size = entries.length === 1 ? "1 entry" : `${entries.length} entries`;
  const lines = [
    styleText("bold", cleanLine(bibliography.path)),
    `${format}, ${encoding.name}${encoding.certain ? "" : " (a guess: look at the letters below)"}: ${size}, ${count(problems.length, "problem")}`,
    "",
  ];
  for (const one of plan) {
    const { id, entry, missing } = one;
    lines.push(cleanLine(`${id === "" ? entry.key : id}  ${describeWork(entry.metadata)}`));
    const notes = [
      ...(id === entry.key || id === "" ? [] : [`key: ${entry.key}`]),
      ...(one.state === "new" ? [] : [one.reason]),
      ...(missing.length === 0 ? [] : [`not told: ${missing.join(", ")}`]),
      ...entry.doubts,
      ...(entry.dropped.length === 0 ? [] : [`left out: ${shorten(entry.dropped.join(", "))}`]),
    ];
    lines.push(...notes.map((note) => `  ${cleanLine(note)}`));
  }
  return lines;
}

/** A work on one line: its type, who made it, when, and its title. */
export function describeWork(metadata: ImportedMetadata): string {
  const { type, title } = metadata;
  return [type ?? "document", ...describeOrigin(metadata), shorten(title ?? "(no title)")].join(" · ");
}

/** Who made a work, and when; empty where neither is known. */
export function describeOrigin({ author, editor, publisher, issued }: ImportedMetadata): string[] {
  const [first, ...others] = author ?? editor ?? [];
  const by = first === undefined ? publisher : `${printName(asName(first))}${others.length > 0 ? " et al." : ""}`;
  return [by === undefined ? undefined : shorten(by, 40), issued].filter((part) => part !== undefined);
}

function asName(name: NonNullable<ImportedMetadata["author"]>[number]) {
  return "literal" in name ? { literal: name.literal } : { family: name.family, given: name.given };
}

/** The same for programs. */
export function bibliographyData(
  bibliography: OpenBibliography,
  plan: readonly PlannedEntry[],
): Readonly<Record<string, unknown>> {
  const { format, encoding, problems } = bibliography;
  return {
    format,
    encoding,
    entries: plan.map(({ entry, id, missing, ...rest }) => ({
      key: entry.key,
      line: entry.line,
      id: id === "" ? null : id,
      type: entry.metadata.type ?? null,
      title: entry.metadata.title ?? null,
      state: rest.state,
      reason: rest.state === "new" ? null : rest.reason,
      missing,
      metadata: entry.metadata,
      doubts: entry.doubts,
      dropped: entry.dropped,
    })),
    problems: problems.map(({ line, column, key, message }) => ({ line, column, key: key ?? null, message })),
  };
}
