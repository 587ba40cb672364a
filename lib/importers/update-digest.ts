import { fingerprint, fingerprintParagraphs, type Hash } from "../core/anchoring/fingerprint.ts";
import type { ParagraphLabel } from "../core/label.ts";
import { digestPlaceholder } from "../core/source/digest-placeholder.ts";
import { alignTexts } from "../core/update/align-texts.ts";
import { digestStanding } from "../core/update/check-original.ts";
import { carryLabels } from "../core/update/carry-labels.ts";
import type { PresentSource } from "../core/update/present-source.ts";
import { writtenParagraphs } from "../core/update/written-paragraphs.ts";
import { mostDigested } from "./digest-skeleton.ts";
import { escapeLine } from "./escape-markdown.ts";
import { expectedText } from "./make-source.ts";
import type { PreparedDocument } from "./prepare-document.ts";
import type { NewBody } from "./update-source.ts";
import { writeBlocks } from "./write-blocks.ts";

/**
 * A digest after its original was changed: our words stay with every paragraph of which the
 * original says the very same, and the others get a place to be written. Nothing of the
 * original's words is in it.
 */
export function newDigest(
  present: PresentSource,
  document: PreparedDocument,
  hash: Hash,
): NewBody | { readonly reason: string } {
  const { source } = present;
  const paragraphs = document.blocks.filter((block) => block.kind !== "heading");
  if (paragraphs.length > mostDigested)
    return { reason: `It has ${paragraphs.length} paragraphs; a digest has ${mostDigested} at most.` };
  const before = digestStanding(source);
  if (before.every(({ fingerprint }) => fingerprint === ""))
    return {
      reason: `${source.path} is a digest without the fingerprints of its original's paragraphs, so nothing tells which of them a newer text leaves as they were. Change it by hand.`,
    };
  const now = paragraphs.map((block, place) => ({
    label: String(place + 1) as ParagraphLabel,
    text: expectedText(block),
  }));
  const alignment = alignTexts(before, fingerprintParagraphs(now, hash), 0);
  const former = source.paragraphs.map(({ label, position }, place) => ({
    label,
    // A digest's labels are the positions of the original's paragraphs, unless somebody wrote others.
    isWritten: (present.isLabelWritten[place] ?? false) && label !== String(position),
  }));
  const own = paragraphs.map(({ label }) => label);
  const { labels } = carryLabels(former, own, alignment, source.meta.numbering);

  const written = writtenParagraphs(present);
  const kept = new Map(alignment.pairs.map((pair) => [pair.after, pair.before]));
  const parts = paragraphs.map(({ page, sheet }, place) => {
    const label = labels[place] ?? "";
    const empty = writeBlocks([
      {
        kind: "paragraph",
        text: digestPlaceholder,
        label,
        ...(page !== undefined && { page }),
        ...(sheet !== undefined && { sheet }),
      },
    ]);
    const ours = written[kept.get(place) ?? -1];
    // In a function the words are put in as they are.
    const text = ours ? empty.replace(escapeLine(digestPlaceholder), () => ours.markdown) : empty;
    return [...(ours?.headings ?? []).map((line) => `${line}\n`), text].join("\n");
  });
  const expected = paragraphs.map((_, place) => {
    const old = source.paragraphs[kept.get(place) ?? -1];
    return old ? old.text : digestPlaceholder;
  });
  return { body: parts.join("\n"), expected, alignment, labels };
}

/** The key `paragraphs` of the digest: each fingerprint, and remarks with the paragraphs they belong to. */
export function originalsOf(
  { source }: PresentSource,
  { blocks }: PreparedDocument,
  { alignment, labels }: NewBody,
  hash: Hash,
): Readonly<Record<string, object>> {
  const kept = new Map(alignment.pairs.map((pair) => [pair.after, pair.before]));
  const remarks = new Map(Object.entries(source.meta.paragraphs ?? {}));
  const paragraphs = blocks.filter((block) => block.kind !== "heading");
  return Object.fromEntries(
    paragraphs.map((block, place) => {
      const remark = remarks.get(source.paragraphs[kept.get(place) ?? -1]?.label ?? "");
      return [labels[place] ?? "", { ...remark, original: fingerprint(expectedText(block), hash) }];
    }),
  );
}
