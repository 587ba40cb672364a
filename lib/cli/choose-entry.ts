import { autocomplete, isCancel } from "@clack/prompts";
import { cleanLine } from "../core/problem.ts";
import type { BibliographyEntry } from "../importers/bibliography/bibliography.ts";
import type { ImportedMetadata } from "../importers/imported-document.ts";
import type { PreparedDocument } from "../importers/prepare-document.ts";
import type { AddOptions } from "./add-missing.ts";
import { describeWork } from "./bibliography-report.ts";
import { plain, type ChosenEntry } from "./described-document.ts";
import { findKeys, openBibliography, type OpenBibliography } from "./open-bibliography.ts";

export type Choosing =
  | { readonly kind: "chosen"; readonly chosen: ChosenEntry | undefined }
  | { readonly kind: "refused"; readonly reasons: readonly string[] }
  | { readonly kind: "stopped" };

/** The entry of `--bib` that describes a document; none where there is no bibliography, or it does not hold it. */
export async function chooseEntry(document: PreparedDocument, options: AddOptions, canAsk: boolean): Promise<Choosing> {
  if (options.bib === undefined) return { kind: "chosen", chosen: undefined };
  const opening = await openBibliography(options.bib);
  if (opening.kind === "refused") return { kind: "refused", reasons: [opening.reason] };
  const { bibliography } = opening;
  if (options.key) {
    const { entries, faults } = findKeys(bibliography, options.key);
    return faults.length > 0 ? { kind: "refused", reasons: faults } : chosen(bibliography, entries[0]);
  }
  const likely = likelyEntry(bibliography.entries, document.metadata);
  if (canAsk) return ask(bibliography, likely);
  const hint = likely ? ` It seems to be --key ${likely.key}: ${describeWork(likely.metadata)}.` : "";
  const reason = `Which entry of ${bibliography.path} is it? Write --key <key>.${hint}`;
  return { kind: "refused", reasons: [reason, "Nothing was written."] };
}

/** The one entry that has the document's DOI, or else its title; undefined when none or several have. */
export function likelyEntry(
  entries: readonly BibliographyEntry[],
  { DOI, title }: ImportedMetadata,
): BibliographyEntry | undefined {
  const only = (matches: (metadata: ImportedMetadata) => boolean) => {
    const found = entries.filter(({ metadata }) => matches(metadata));
    return found.length === 1 ? found[0] : undefined;
  };
  const doi = DOI?.toLowerCase();
  const same = doi === undefined ? undefined : only((one) => one.DOI?.toLowerCase() === doi);
  const words = plain(title ?? "");
  return same ?? (words === "" ? undefined : only((one) => plain(one.title ?? "") === words));
}

async function ask(bibliography: OpenBibliography, likely: BibliographyEntry | undefined): Promise<Choosing> {
  const none = -1;
  const { entries } = bibliography;
  const answer = await autocomplete<number>({
    message: `Which entry of ${cleanLine(bibliography.name)} is it? Type to search.`,
    options: [
      ...entries.map(({ key, metadata }, value) => ({ value, label: cleanLine(`${key}  ${describeWork(metadata)}`) })),
      { value: none, label: "none of these" },
    ],
    initialValue: likely ? entries.indexOf(likely) : none,
    maxItems: 10,
  });
  if (isCancel(answer)) return { kind: "stopped" };
  return chosen(bibliography, entries[answer]);
}

function chosen({ name }: OpenBibliography, entry: BibliographyEntry | undefined): Choosing {
  return { kind: "chosen", chosen: entry && { name, entry } };
}
