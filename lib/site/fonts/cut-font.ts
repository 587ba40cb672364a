import { createHash } from "node:crypto";
import { mkdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import subsetFont from "subset-font";

/** What is kept of a font. */
export interface Cut {
  /** Each once, in one order. */
  readonly characters: readonly string[];
  readonly weights: readonly [lightest: number, boldest: number];
}

/** Goes up when what is made of the same font and cut changes. */
const version = "1";

/**
 * A font with some of its characters and weights, and all rules by which they join and
 * stack. It takes up to seconds, so that what was made is kept and taken again.
 *
 * @param font WOFF2 with an axis of weights. @param cache absolute path of a folder; where
 * it cannot be written to, nothing is kept. @returns the same WOFF2 for the same font and cut.
 */
export async function cutFont(font: Buffer, { characters, weights }: Cut, cache: string): Promise<Buffer> {
  const key = createHash("sha256")
    .update(version)
    .update(font)
    .update(JSON.stringify([characters, weights]));
  const file = join(cache, `${key.digest("hex")}.woff2`);
  const kept = readKept(file);
  if (kept) return kept;
  const [min, max] = weights;
  const cut = await subsetFont(font, characters.join(""), {
    targetFormat: "woff2",
    variationAxes: { wght: { min, max } },
  });
  keep(file, cut, cache);
  return cut;
}

function readKept(file: string): Buffer | undefined {
  try {
    return readFileSync(file);
  } catch {
    return undefined;
  }
}

/** Whole or not at all, whoever else builds at the same time. */
function keep(file: string, font: Buffer, cache: string): void {
  try {
    mkdirSync(cache, { recursive: true });
    const half = `${file}.${process.pid}`;
    writeFileSync(half, font);
    renameSync(half, file);
  } catch {
    // The next build makes it again.
  }
}
