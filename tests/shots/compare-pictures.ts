import pixelmatch from "pixelmatch";
import { pictureOf, pixelsOf } from "./picture-file.ts";

export type Comparison =
  | { readonly kind: "same" }
  | { readonly kind: "sizes-differ"; readonly approved: string; readonly taken: string }
  /** `picture` is a PNG in which red marks what differs. */
  | { readonly kind: "pixels-differ"; readonly count: number; readonly percent: number; readonly picture: Buffer };

/**
 * Pixels of a picture that may differ: two runs on one machine differ in none, but another
 * processor may round a shade along a letter to its next level. The smallest thing that has
 * a colour of its own, a badge, has ten times as many.
 */
const tolerance = 12;

/** As a share of the greatest distance between two colours (YIQ): less than one level of one channel. */
const threshold = 0.02;

/** Compare a picture with the approved one. Both are files as they are kept. */
export async function comparePictures(approved: Buffer, taken: Buffer): Promise<Comparison> {
  if (approved.equals(taken)) return { kind: "same" };
  const [before, now] = [await pixelsOf(approved), await pixelsOf(taken)];
  if (before.width !== now.width || before.height !== now.height) {
    return { kind: "sizes-differ", approved: sizeOf(before), taken: sizeOf(now) };
  }
  const { width, height } = now;
  const data = new Uint8Array(width * height * 4);
  const count = pixelmatch(before.data, now.data, data, width, height, { threshold, includeAA: true });
  if (count <= tolerance) return { kind: "same" };
  const percent = (100 * count) / (width * height);
  return { kind: "pixels-differ", count, percent, picture: await pictureOf({ data, width, height }) };
}

function sizeOf({ width, height }: { readonly width: number; readonly height: number }): string {
  return `${width} × ${height}`;
}
