import { firstChange } from "../anchoring/describe-change.ts";
import { readFingerprint, type Fingerprint, type FingerprintedParagraph } from "../anchoring/fingerprint.ts";
import type { Place, Problem } from "../problem.ts";
import type { Paragraph, Source } from "../source/source.ts";
import { alignTexts, type FormerParagraph } from "./align-texts.ts";

/** How a source stands to its original. */
export interface OriginalCheck {
  /** Paragraphs that stand for, or say, what has their label in the original. */
  readonly aligned: number;
  /** Sorted as the source is read. */
  readonly problems: readonly Problem[];
}

/**
 * Hold a source against its original, paragraph by paragraph: a digest by the fingerprints
 * that it holds, any other source by its words. An excerpt may leave paragraphs out, and
 * then counts in its own way. Of a digest's original no word is repeated.
 *
 * @param own fingerprints of the source's paragraphs. @param original all of the original's, with its labels.
 * @param budget how many comparisons of two paragraphs it may cost in all.
 */
export function checkOriginal(
  source: Source,
  own: readonly FingerprintedParagraph[],
  original: readonly FingerprintedParagraph[],
  budget: number,
): OriginalCheck {
  const isDigest = source.meta.rights === "digest";
  const isPart = source.meta.rights === "excerpt" && source.meta.numbering === "ours";
  const standing = isDigest ? digestStanding(source) : own;
  const alignment = alignTexts(standing, original, budget);
  const problems: Problem[] = [];
  const say = (place: Place, message: string) => problems.push({ place, rule: "original-aligned", message });
  const placeOf = (paragraph: Paragraph | undefined): Place =>
    paragraph?.place ?? { path: source.path, line: 1, column: 1 };
  const labels = new Map(original.map(({ label }, place) => [label as string, place]));
  const matched = new Map(alignment.pairs.map((pair) => [pair.after, pair.before]));
  let aligned = 0;

  for (const pair of alignment.pairs) {
    const paragraph = source.paragraphs[pair.before];
    const there = original[pair.after];
    if (!paragraph || !there) continue;
    const isMoved = paragraph.label !== there.label && !isPart;
    const moved = isMoved ? ` It is ¶${there.label} there: label it {#${there.label}}.` : "";
    if (pair.kind === "edited") {
      const { was, is } = firstChange(own[pair.before]?.text ?? "", there.text);
      say(
        paragraph.place,
        `¶${paragraph.label} has other words than the original: here "${was}", there "${is}".${moved}`,
      );
    } else if (isMoved)
      say(
        paragraph.place,
        `¶${paragraph.label} ${isDigest ? "stands for" : "is"} ¶${there.label} of the original. Label it {#${there.label}}.`,
      );
    else aligned += 1;
  }
  const added = new Set(alignment.added);
  const afterOf = new Map(alignment.pairs.map((pair) => [pair.before, pair.after]));
  for (const place of alignment.gone) {
    const paragraph = source.paragraphs[place];
    if (!paragraph) continue;
    const { label } = paragraph;
    if (standing[place]?.fingerprint === noRecord) {
      say(paragraph.place, `¶${label} has no fingerprint of what it stands for under paragraphs: in the front matter.`);
      continue;
    }
    // Of a digest only its place shows which paragraph of the original it stands for.
    const follower = place === 0 ? 0 : (afterOf.get(place - 1) ?? -2) + 1;
    const there = isDigest ? [follower, labels.get(label) ?? -1].find((one) => added.has(one)) : undefined;
    if (there === undefined) {
      say(paragraph.place, `¶${label} is not in the original. Take it out, or look whether this is the right file.`);
      continue;
    }
    added.delete(there);
    const now = original[there]?.label ?? label;
    say(
      paragraph.place,
      `¶${label} was written for other words than ¶${now} of the original has. Read that again, and change what has to be changed.`,
    );
  }
  for (const place of isPart ? [] : added) {
    const above = source.paragraphs[matched.get(place - 1) ?? -1];
    const where = above ? `after ¶${above.label}` : place === 0 ? "at the beginning" : "here";
    say(placeOf(above), `¶${original[place]?.label ?? ""} of the original is missing ${where}.`);
  }
  problems.sort((a, b) => a.place.line - b.place.line || a.place.column - b.place.column);
  return { aligned, problems };
}

/** The share of a source's paragraphs, 0 to 1, that an original has under any label. */
export function shareInOriginal(
  source: Source,
  own: readonly FingerprintedParagraph[],
  original: readonly FingerprintedParagraph[],
): number {
  const there = new Set(original.map(({ fingerprint }) => fingerprint));
  const standing = source.meta.rights === "digest" ? digestStanding(source) : own;
  const found = standing.filter(({ fingerprint }) => there.has(fingerprint)).length;
  return standing.length === 0 ? 0 : found / standing.length;
}

/** Of a paragraph whose original nobody recorded: the same as no other. */
const noRecord = "" as Fingerprint;

/** What a digest's paragraphs stand for, as far as is recorded. */
export function digestStanding({ meta, paragraphs }: Source): FormerParagraph[] {
  const remarks = new Map(Object.entries(meta.paragraphs ?? {}));
  return paragraphs.map(({ label }) => ({
    label,
    fingerprint: readFingerprint(remarks.get(label)?.original ?? "") ?? noRecord,
  }));
}
