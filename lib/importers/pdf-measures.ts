import type { Line } from "./pdf-lines.ts";

/** How a document is set: what its paragraphs are told apart by. Lengths are points. */
export interface Measures {
  /** Size of type of most characters. */
  readonly bodySize: number;
  /** Whether none of a line is in a font that much of the body is in, as of a heading in bold type. */
  isInOtherFont(line: Line): boolean;
  /** From one baseline to the next, for a size of type. */
  leading(size: number): number;
  /** Where the lines of a column start and end at the most. */
  column(line: Line): { readonly start: number; readonly end: number };
}

/** A column with fewer lines says too little of how wide it is. */
const tellingLines = 8;

export function measure(lines: readonly Line[]): Measures {
  const bodySize = mostOf(lines.map(({ size, text }) => [round(size), text.length] as const)) ?? 10;
  const leadings = new Map<number, number>();
  for (const size of new Set(lines.map((line) => round(line.size)))) {
    const steps = lines.flatMap((line, at) => {
      const next = lines[at + 1];
      if (next?.column !== line.column || round(line.size) !== size || round(next.size) !== size) return [];
      const step = line.baseline - next.baseline;
      return step > 0.9 * size && step < 2.6 * size ? [[round(step), 1] as const] : [];
    });
    const most = mostOf(steps);
    // One paragraph of a line or two after the other tells their distance, not that of their lines.
    if (most !== undefined && steps.length >= tellingLines) leadings.set(size, Math.min(most, 2.2 * size));
  }
  const share = (leadings.get(bodySize) ?? 1.25 * bodySize) / bodySize;
  const columns = columnsOf(lines);
  const bodyFonts = fontsOfBody(lines.filter((line) => round(line.size) === bodySize));
  return {
    bodySize,
    isInOtherFont: ({ fonts }) => ![...fonts].some((font) => bodyFonts.has(font)),
    leading: (size) => leadings.get(round(size)) ?? share * size,
    column: ({ column }) => columns.get(column) ?? { start: 0, end: 0 },
  };
}

/** Fonts of a twentieth of the lines or more. */
function fontsOfBody(lines: readonly Line[]): ReadonlySet<string> {
  const counts = new Map<string, number>();
  // A line in one font alone may be a heading; one in the font of what follows it is not.
  const long = lines.filter(({ text }) => text.length > 40 || /[.,;:!?。，؛۔،]$/u.test(text));
  for (const { fonts } of long) for (const font of fonts) counts.set(font, (counts.get(font) ?? 0) + 1);
  return new Set([...counts].filter(([, count]) => count >= long.length / 20).map(([font]) => font));
}

function columnsOf(lines: readonly Line[]): Map<number, { start: number; end: number }> {
  const byColumn = new Map<number, Line[]>();
  for (const line of lines) byColumn.set(line.column, [...(byColumn.get(line.column) ?? []), line]);
  const bounds = new Map<number, { start: number; end: number; count: number }>();
  for (const [column, own] of byColumn) {
    const start = Math.min(...own.map((line) => line.start));
    const end = Math.max(...own.map((line) => line.end));
    bounds.set(column, { start, end, count: own.length });
  }
  const telling = [...bounds.values()].filter(({ count }) => count >= tellingLines);
  return new Map(
    [...bounds].map(([column, bound]) => {
      if (bound.count >= tellingLines) return [column, bound];
      const alike = telling.filter(({ start, end }) => start <= bound.start + 12 && end >= bound.end - 2);
      const closest = alike.toSorted((first, second) => second.start - first.start)[0];
      return [column, { start: closest?.start ?? bound.start, end: closest?.end ?? bound.end }];
    }),
  );
}

/** To a quarter of a point: sizes are written with errors of arithmetic. */
export function round(length: number): number {
  return Math.round(length * 4) / 4;
}

/** The key with the greatest weight. */
function mostOf(weighed: readonly (readonly [key: number, weight: number])[]): number | undefined {
  const weights = new Map<number, number>();
  for (const [key, weight] of weighed) weights.set(key, (weights.get(key) ?? 0) + weight);
  return [...weights].toSorted((first, second) => second[1] - first[1])[0]?.[0];
}
