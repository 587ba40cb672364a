import { readLabel, type ParagraphLabel } from "../label.ts";

/** One label, or the range from one to another in the source's reading order. */
export interface PinpointPart {
  readonly from: ParagraphLabel;
  readonly to?: ParagraphLabel;
}

/** The paragraph, range or list of them that a citation names (CSL: locator). Never empty. */
export type Pinpoint = readonly PinpointPart[];

/**
 * Read a pinpoint: labels joined by commas, a range by a hyphen or en dash, such as
 * `7`, `14.1`, `7-9` or `7, 12-14`.
 *
 * @returns undefined when a part is not a label or a range of two.
 */
export function readPinpoint(text: string): Pinpoint | undefined {
  const parts: PinpointPart[] = [];
  for (const piece of text.split(",")) {
    const [fromText = "", toText, ...more] = piece.trim().split(/\s*[-\u2013]\s*/);
    const from = readLabel(fromText);
    if (from === undefined || more.length > 0) return undefined;
    if (toText === undefined) {
      parts.push({ from });
      continue;
    }
    const to = readLabel(toText);
    if (to === undefined) return undefined;
    parts.push({ from, to });
  }
  return parts;
}

/** The pinpoint as authors write it: `7-9, 12`. */
export function writePinpoint(pinpoint: Pinpoint): string {
  return pinpoint.map(({ from, to }) => (to === undefined ? from : `${from}-${to}`)).join(", ");
}
