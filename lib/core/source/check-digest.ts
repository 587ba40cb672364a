import type { FingerprintedParagraph } from "../anchoring/fingerprint.ts";
import type { Problem } from "../problem.ts";
import type { Source } from "./source.ts";

/**
 * The paragraphs of a digest that have the very words of the original, of which only
 * the fingerprint is known.
 *
 * @param fingerprints of the source's paragraphs, in their order.
 */
export function checkDigest(source: Source, fingerprints: readonly FingerprintedParagraph[]): Problem[] {
  if (source.meta.rights !== "digest" || !source.meta.paragraphs) return [];
  const remarks = new Map(Object.entries(source.meta.paragraphs));
  return source.paragraphs.flatMap(({ label, place }, index): Problem[] => {
    const original = remarks.get(label)?.original;
    if (original === undefined || original !== fingerprints[index]?.fingerprint) return [];
    const message = `¶${label} has the original's own words. Say in your own words what it says, or change rights: if they may be shown.`;
    return [{ place, rule: "digest-written", message }];
  });
}
