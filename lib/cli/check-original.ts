import { hash } from "node:crypto";
import { usualBudget } from "../core/anchoring/compare.ts";
import { fingerprintParagraphs, type FingerprintedParagraph } from "../core/anchoring/fingerprint.ts";
import type { Catalog } from "../core/catalog/catalog.ts";
import type { ParagraphLabel } from "../core/label.ts";
import { cleanLine } from "../core/problem.ts";
import type { SourceMeta } from "../core/source/source-schema.ts";
import type { Source } from "../core/source/source.ts";
import { nearest } from "../core/text/nearest.ts";
import { checkOriginal, shareInOriginal } from "../core/update/check-original.ts";
import type { ImportedDocument } from "../importers/imported-document.ts";
import { expectedText } from "../importers/make-source.ts";
import { prepareDocument } from "../importers/prepare-document.ts";
import { jsonReport } from "./machine-reports.ts";
import { readDocument } from "./read-document.ts";
import { count, reportProblems } from "./report.ts";

interface Request {
  /** A file or an address. */
  readonly where: string;
  /** The id of the source; when absent it is looked for. */
  readonly id?: string;
  readonly json: boolean;
  /** YYYY-MM-DD. */
  readonly today: string;
}

/** `pincite check --original`: hold a source against the document that it was made from. */
export async function runOriginalCheck(catalog: Catalog, { where, id, json, today }: Request): Promise<number> {
  const { sources } = catalog.library;
  if (id !== undefined && !sources.has(id)) {
    const [near] = nearest(id, sources.keys());
    return refuse(`There is no source "${id}".${near === undefined ? "" : ` Nearest: "${near}".`}`);
  }
  const onTerminal = process.stdin.isTTY && process.stdout.isTTY && !json;
  const reading = await readDocument(where, { today, onTerminal });
  if (reading.kind === "refused") return refuse(reading.reason);
  const { document, original } = reading;
  const found = id === undefined ? findSource(catalog, document, original.sha256) : sources.get(id);
  if (!found)
    return refuse(
      `${where} is not the original of any source here: no source names it, and none has its paragraphs. Name one with --source.`,
    );
  const { aligned, problems } = checkOriginal(
    found,
    ownOf(catalog, found),
    labelled(document, found.meta),
    usualBudget,
  );
  if (json) console.log(jsonReport({ problems, warnings: [] }));
  else {
    const isNamed = found.meta.original?.sha256 === original.sha256;
    const note = isNamed ? "the file it was made from" : "not the very file that it names as its original";
    console.log(cleanLine(`"${found.id}" (${found.path}) against ${where}, ${note}`));
    if (problems.length > 0) reportProblems(problems);
    console.log(`${count(aligned, "paragraph")} aligned`);
  }
  return problems.length > 0 ? 1 : 0;
}

/** The source that names a file as its original, or else the one most of whose paragraphs are in it. */
function findSource(catalog: Catalog, document: ImportedDocument, sha256: string): Source | undefined {
  const sources = [...catalog.library.sources.values()].filter(({ elsewhere }) => !elsewhere);
  const named = sources.find(({ meta }) => meta.original?.sha256 === sha256);
  if (named) return named;
  const original = {
    official: labelled(document, { numbering: "official" }),
    ours: labelled(document, { numbering: "ours" }),
  };
  const shares = sources.map((source) => ({
    source,
    share: shareInOriginal(source, ownOf(catalog, source), original[source.meta.numbering]),
  }));
  const [best] = shares.sort((a, b) => b.share - a.share);
  return best && best.share > 0 ? best.source : undefined;
}

function ownOf(catalog: Catalog, { id }: Source): readonly FingerprintedParagraph[] {
  return catalog.library.records.get(id)?.paragraphs ?? [];
}

/** A document's paragraphs as a source numbers them. */
function labelled(document: ImportedDocument, { numbering }: Pick<SourceMeta, "numbering">): FingerprintedParagraph[] {
  const blocks = prepareDocument(document, numbering).blocks.filter((block) => block.kind !== "heading");
  const paragraphs = blocks.map((block, place) => ({
    label: (block.label ?? String(place + 1)) as ParagraphLabel,
    text: expectedText(block),
  }));
  return fingerprintParagraphs(paragraphs, (text) => hash("sha256", text));
}

function refuse(message: string): number {
  process.stderr.write(`${cleanLine(message)}\n`);
  return 1;
}
