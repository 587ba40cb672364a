import { usualBudget } from "../core/anchoring/compare.ts";
import { fingerprintParagraphs, type Hash } from "../core/anchoring/fingerprint.ts";
import { FrontMatterEditor } from "../core/front-matter/edit.ts";
import type { ParagraphLabel } from "../core/label.ts";
import { formatProblem } from "../core/problem.ts";
import type { Source } from "../core/source/source.ts";
import { alignTexts, type Alignment } from "../core/update/align-texts.ts";
import { carryLabels } from "../core/update/carry-labels.ts";
import { carryRemarks, type CarriedRemarks } from "../core/update/carry-remarks.ts";
import { fatesOf, type Fate } from "../core/update/fates.ts";
import { changeFile, readPresentSource, readTheSame, type PresentSource } from "../core/update/present-source.ts";
import type { ImportedBlock } from "./imported-document.ts";
import { expectedText } from "./make-source.ts";
import type { PreparedDocument } from "./prepare-document.ts";
import { newDigest, originalsOf } from "./update-digest.ts";
import { writeBlocks } from "./write-blocks.ts";

/** What a newer text brings along beside its words. */
export interface Renewal {
  readonly original: { readonly name: string; readonly sha256: string };
  /** Keys of the front matter that somebody gives, such as issued, by name. */
  readonly given: ReadonlyMap<string, string>;
}

/** A source with a newer text, and what that makes of the present one. */
export interface SourceUpdate {
  readonly kind: "update";
  /** The whole file. The same as it is when there is nothing to write. */
  readonly text: string;
  /** As the file will be read. */
  readonly source: Source;
  /** Whether words, structure and labels stay as they are, and with them every character of the body. */
  readonly isSameText: boolean;
  /** Of every paragraph of both texts. */
  readonly fates: readonly Fate[];
  /** Paragraphs that were not compared, for too much has changed. */
  readonly skipped: number;
  readonly remarks: CarriedRemarks;
  /** The remarks that go with their paragraphs, in words. */
  readonly lost: readonly { readonly label: string; readonly words: string }[];
  /** Labels of today of paragraphs with the same words whose emphasis or links were put in by hand and go. */
  readonly plainer: readonly ParagraphLabel[];
  /** Of a digest: what is to be written in our own words. */
  readonly toWrite: readonly ParagraphLabel[];
  readonly isDigest: boolean;
}

export type MadeUpdate = SourceUpdate | { readonly kind: "refused"; readonly reasons: readonly string[] };

/** What a body is made of. */
export interface NewBody {
  readonly body: string;
  /** The words that reading it must give, by place. */
  readonly expected: readonly string[];
  readonly alignment: Alignment;
  readonly labels: readonly ParagraphLabel[];
}

/**
 * Put a newer text in place of a source's: every paragraph exactly as it was imported, under
 * the labels that the document or somebody gave it; of the front matter only what changes.
 * The result is read back and compared before it is given away.
 */
export function updateSource(
  id: string,
  raw: string,
  document: PreparedDocument,
  { original, given }: Renewal,
  hash: Hash,
): MadeUpdate {
  const { present, problems } = readPresentSource(id, raw);
  const refuse = (...reasons: string[]): MadeUpdate => ({ kind: "refused", reasons });
  if (problems.length > 0) return refuse(...problems.map(formatProblem));
  const editor = new FrontMatterEditor(present.yaml);
  if (!editor.isEditable)
    return refuse(`The front matter of ${present.source.path} stands in braces. Write each key on a line of its own.`);
  const isDigest = present.source.meta.rights === "digest";
  const made = isDigest ? newDigest(present, document, hash) : newText(present, document, hash);
  if ("reason" in made) return refuse(made.reason);

  const before = present.source.paragraphs;
  const carried = carryRemarks(
    remarkedIn(present, isDigest),
    before.map(({ label }) => label),
    made.labels,
    made.alignment,
  );
  editor.setAll("original", original);
  for (const [key, value] of given) editor.set(key, value, key === "accessed" ? "URL" : "title");
  if (isDigest) editor.set("paragraphs", originalsOf(present, document, made, hash));
  else editor.rename("paragraphs", (label) => carried.labels.get(label));

  const whole = readPresentSource(id, changeFile(present, editor.splices, made.body));
  const faults = [...whole.problems.map(formatProblem), ...misread(whole.present.source, made)];
  if (faults.length > 0) return refuse(...faults);
  const isSameText = readTheSame(present.source, whole.present.source);
  const text = isSameText ? changeFile(present, editor.splices, undefined) : whole.present.raw;
  return {
    kind: "update",
    text,
    source: isSameText ? readPresentSource(id, text).present.source : whole.present.source,
    isSameText,
    fates: fatesOf(before, whole.present.source.paragraphs, made.alignment),
    skipped: made.alignment.skipped,
    remarks: carried,
    lost: carried.lost.map((label) => ({ label, words: describeRemark(present.source, label) })),
    plainer: isSameText || isDigest ? [] : plainerIn(present.source, whole.present.source, made.alignment),
    toWrite: isDigest ? made.alignment.added.flatMap((place) => made.labels[place] ?? []) : [],
    isDigest,
  };
}

function newText(present: PresentSource, document: PreparedDocument, hash: Hash): NewBody {
  const blocks = document.blocks;
  const paragraphs = blocks.filter((block) => block.kind !== "heading");
  const alignment = alignTexts(
    fingerprintParagraphs(present.source.paragraphs, hash),
    fingerprintParagraphs(
      paragraphs.map((block, place) => ({ label: String(place + 1) as ParagraphLabel, text: expectedText(block) })),
      hash,
    ),
    usualBudget,
  );
  const former = present.source.paragraphs.map(({ label }, place) => ({
    label,
    isWritten: present.isLabelWritten[place] ?? false,
  }));
  const own = paragraphs.map(({ label }) => label);
  const { written, labels } = carryLabels(former, own, alignment, present.source.meta.numbering);
  let place = 0;
  const labelled = blocks.map((block): ImportedBlock => {
    if (block.kind === "heading") return block;
    const label = written[place++];
    return label === undefined ? block : { ...block, label };
  });
  return { body: writeBlocks(labelled), expected: paragraphs.map(expectedText), alignment, labels };
}

/** Labels that have a remark of somebody's; a digest's fingerprints are none. */
function remarkedIn({ source }: PresentSource, isDigest: boolean): string[] {
  return Object.entries(source.meta.paragraphs ?? {})
    .filter(([, { notice, uses }]) => !isDigest || notice !== undefined || uses !== undefined)
    .map(([label]) => label);
}

function describeRemark({ meta }: Source, label: string): string {
  const { notice, uses } = new Map(Object.entries(meta.paragraphs ?? {})).get(label) ?? {};
  return [...(notice === undefined ? [] : [notice]), ...(uses ? [`uses: ${uses.join(", ")}`] : [])].join("; ");
}

/** Where reading the file gives something else than was imported. */
function misread({ paragraphs }: Source, { expected, labels }: NewBody): string[] {
  const at = expected.findIndex((text, place) => {
    const read = paragraphs[place];
    return read?.text !== text || read.label !== labels[place];
  });
  if (at < 0 && paragraphs.length === expected.length) return [];
  return [`Paragraph ${at < 0 ? expected.length : at + 1} cannot be written so that it reads the same again.`];
}

function plainerIn(before: Source, after: Source, { pairs }: Alignment): ParagraphLabel[] {
  return pairs.flatMap((pair) => {
    const [was, is] = [before.paragraphs[pair.before], after.paragraphs[pair.after]];
    if (pair.kind !== "same" || !was || !is) return [];
    return was.kind === is.kind && was.html !== is.html ? [is.label] : [];
  });
}
