import type { Paragraph, Source } from "../source/source.ts";
import { nearest } from "../text/nearest.ts";
import type { Pinpoint } from "../tags/pinpoint.ts";
import { formerlyCalled } from "./former-names.ts";

/** One part of a pinpoint, found: a paragraph, or the first and last of a range. */
export interface FoundPart {
  readonly from: Paragraph;
  readonly to?: Paragraph;
}

export type Resolution =
  | {
      readonly kind: "resolved";
      readonly source: Source;
      readonly parts: readonly FoundPart[];
      readonly paragraphs: readonly Paragraph[];
    }
  | { readonly kind: "unknown-source"; readonly id: string; readonly nearest: readonly string[] }
  /** `id` is what `source` was called before. */
  | { readonly kind: "renamed-source"; readonly id: string; readonly source: Source }
  | {
      readonly kind: "unknown-label";
      readonly source: Source;
      readonly label: string;
      readonly nearest: readonly string[];
    }
  | { readonly kind: "reversed-range"; readonly source: Source; readonly from: string; readonly to: string };

/** Find the paragraphs that a citation names, in reading order of each part. */
export function resolvePinpoint(
  sourceId: string,
  pinpoint: Pinpoint,
  sources: ReadonlyMap<string, Source>,
): Resolution {
  const source = sources.get(sourceId);
  if (!source) {
    const renamed = formerlyCalled(sourceId, sources.values());
    if (renamed) return { kind: "renamed-source", id: sourceId, source: renamed };
    return { kind: "unknown-source", id: sourceId, nearest: nearestIds(sourceId, sources) };
  }
  const parts: FoundPart[] = [];
  const paragraphs = new Set<Paragraph>();
  for (const { from, to } of pinpoint) {
    const first = source.byLabel.get(from);
    if (!first) return unknownLabel(source, from);
    if (to === undefined) {
      parts.push({ from: first });
      paragraphs.add(first);
      continue;
    }
    const last = source.byLabel.get(to);
    if (!last) return unknownLabel(source, to);
    if (last.position < first.position) return { kind: "reversed-range", source, from, to };
    parts.push(first === last ? { from: first } : { from: first, to: last });
    for (const paragraph of source.paragraphs.slice(first.position - 1, last.position)) paragraphs.add(paragraph);
  }
  // What grew is copied, which takes no more room than it needs: there is one for each citation of a library.
  return { kind: "resolved", source, parts: [...parts], paragraphs: [...paragraphs] };
}

/** A source is named by its file's name alone: `udhr`, not `udhr.ts`. */
export function withoutEnding(id: string): string | undefined {
  return /^(.+)\.(?:md|ts)$/.exec(id)?.[1];
}

function nearestIds(id: string, sources: ReadonlyMap<string, Source>): string[] {
  const bare = withoutEnding(id) ?? id;
  return sources.has(bare) ? [bare] : nearest(bare, sources.keys());
}

function unknownLabel(source: Source, label: string): Resolution {
  return { kind: "unknown-label", source, label, nearest: nearestLabels(label, source) };
}

/** The number without its leading zeros, the last one for numbers past the end, or labels that look alike. */
function nearestLabels(label: string, source: Source): string[] {
  const bare = label.replace(/^0+/, "");
  if (bare !== label && source.byLabel.has(bare)) return [bare];
  const last = source.paragraphs.at(-1);
  if (/^\d+$/.test(label) && last !== undefined && /^\d+$/.test(last.label) && Number(label) > Number(last.label))
    return [last.label];
  return nearest(label, source.byLabel.keys());
}

/** Which labels a source has, briefly: `1–6`, or the first few of an irregular list. */
export function labelsOf(source: Source): string {
  const labels = source.paragraphs.map((paragraph) => paragraph.label as string);
  if (labels.length === 0) return "no paragraphs";
  const plain = labels.every((label, index) => label === String(index + 1));
  if (plain) return labels.length === 1 ? "only 1" : `1–${labels.length}`;
  return labels.length <= 8 ? labels.join(", ") : `${labels.slice(0, 6).join(", ")} … ${labels.at(-1) ?? ""}`;
}
