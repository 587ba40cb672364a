import { basename, resolve } from "node:path";
import { formatProblem, type Problem } from "../core/problem.ts";
import { nearest } from "../core/text/nearest.ts";
import { readBytes } from "../files/read-bytes.ts";
import type { Bibliography, BibliographyEntry, BibliographyProblem } from "../importers/bibliography/bibliography.ts";
import { readBibliography } from "../importers/bibliography/read-bibliography.ts";
import { largestFile } from "../importers/imported-document.ts";

export interface OpenBibliography extends Bibliography {
  /** As it was named on the command line. */
  readonly path: string;
  /** Without folders. */
  readonly name: string;
}

export type OpeningBibliography =
  | { readonly kind: "open"; readonly bibliography: OpenBibliography }
  | { readonly kind: "refused"; readonly reason: string };

/** Read the bibliography that `--bib` names. */
export async function openBibliography(path: string): Promise<OpeningBibliography> {
  const reading = readBytes(resolve(path), largestFile);
  if (reading.kind === "refused") return { kind: "refused", reason: `${path} ${reading.reason}` };
  const name = basename(path);
  const outcome = await readBibliography(reading.bytes, name);
  if (outcome.kind === "refused") return { kind: "refused", reason: `${path} ${outcome.reason}` };
  return { kind: "open", bibliography: { ...outcome.bibliography, path, name } };
}

/** The entries of some keys, or one line for each key that is not there: what is wrong with it, or which are like it. */
export function findKeys(
  bibliography: OpenBibliography,
  keys: readonly string[],
): { readonly entries: readonly BibliographyEntry[]; readonly faults: readonly string[] } {
  const byKey = new Map(bibliography.entries.map((entry) => [entry.key, entry]));
  const entries: BibliographyEntry[] = [];
  const faults: string[] = [];
  for (const key of new Set(keys)) {
    const entry = byKey.get(key);
    const broken = bibliography.problems.filter((problem) => problem.key === key);
    if (entry) entries.push(entry);
    else if (broken.length > 0) faults.push(...broken.map((one) => formatProblem(asProblem(bibliography.path, one))));
    else faults.push(`There is no entry "${key}" in ${bibliography.path}. ${advice(key, [...byKey.keys()])}`);
  }
  return { entries, faults };
}

/** A problem of a bibliography as problems are reported. */
export function asProblem(path: string, { line, column, message }: BibliographyProblem): Problem {
  return { place: { path, line, column }, rule: "bibliography-readable", message };
}

function advice(key: string, keys: readonly string[]): string {
  const begins = keys.filter((one) => one.toLowerCase().startsWith(key.toLowerCase()));
  const near = [...new Set([...begins, ...nearest(key, keys, 3)])].slice(0, 3);
  if (near.length > 0) return `Nearest: ${near.join(", ")}.`;
  return `It has ${keys.slice(0, 5).join(", ")}${keys.length > 5 ? ` and ${keys.length - 5} more` : ""}.`;
}
