import { hash } from "node:crypto";
import {
  fingerprintParagraphs,
  type FingerprintedParagraph,
  type Hash,
} from "../../../lib/core/anchoring/fingerprint.ts";
import type { CitedEntry, SourceLock } from "../../../lib/core/anchoring/lock.ts";
import { ordinalLabel, readLabel, type ParagraphLabel } from "../../../lib/core/label.ts";

export const sha256: Hash = (text) => hash("sha256", text);

export function label(text: string): ParagraphLabel {
  const read = readLabel(text);
  if (read === undefined) throw new Error(`"${text}" is not a label.`);
  return read;
}

/** Paragraphs of these texts, labelled 1, 2, 3 …; or each with its own label before a bar, as in "14.1|Everyone has". */
export function paragraphsOf(texts: readonly string[]): FingerprintedParagraph[] {
  const labelled = texts.map((text, index) => {
    const [own = "", ...rest] = text.split("|");
    return rest.length > 0 ? { label: label(own), text: rest.join("|") } : { label: ordinalLabel(index + 1), text };
  });
  return fingerprintParagraphs(labelled, sha256);
}

export const lockedFile = "a".repeat(64);
export const changedFile = "b".repeat(64);

/** A lock of these paragraphs with all of them cited, or those with the given labels. */
export function lockOf(paragraphs: readonly FingerprintedParagraph[], cited?: readonly string[]): SourceLock {
  const entries = paragraphs
    .filter((paragraph) => cited?.includes(paragraph.label) ?? true)
    .map(({ label, text }): [ParagraphLabel, CitedEntry] => [
      label,
      { text, headings: [], quotations: [], accepted: "2026-03-05", published: true },
    ]);
  return {
    version: 1,
    normaliser: 1,
    source: lockedFile,
    paragraphs: paragraphs.map(({ label, fingerprint }) => ({ label, fingerprint })),
    cited: new Map(entries),
    ranges: new Map(),
    citations: [],
    aliases: new Map(),
    gone: new Map(),
    history: [],
  };
}
