import { hash } from "node:crypto";
import type { FingerprintedParagraph } from "../../../lib/core/anchoring/fingerprint.ts";
import type { SourceLock } from "../../../lib/core/anchoring/lock.ts";

export function sha256(text: string): string {
  return hash("sha256", text);
}

/** A lock of these paragraphs, those cited whose 0-based place is. */
export function lockOf(paragraphs: readonly FingerprintedParagraph[], isCited: (place: number) => boolean): SourceLock {
  const cited = paragraphs.filter((_, place) => isCited(place));
  return {
    version: 1,
    normaliser: 1,
    source: sha256("locked"),
    paragraphs: paragraphs.map(({ label, fingerprint }) => ({ label, fingerprint })),
    cited: new Map(
      cited.map(({ label, text }) => [
        label,
        { text, headings: [], quotations: [], accepted: "2026-03-05", published: true },
      ]),
    ),
    ranges: new Map(),
    citations: [],
    aliases: new Map(),
    gone: new Map(),
    history: [],
  };
}
