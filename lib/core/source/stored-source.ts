import { without } from "../without.ts";
import { paragraphsByLabel, paragraphsIn } from "./number-blocks.ts";
import type { Source } from "./source.ts";

/** A source in values that JSON has: without what follows from its blocks. */
export type StoredSource = Omit<Source, "paragraphs" | "byLabel">;

export function storeSource(source: Source): StoredSource {
  return without(source, "paragraphs", "byLabel");
}

export function restoreSource(stored: StoredSource): Source {
  const paragraphs = paragraphsIn(stored.blocks);
  return { ...stored, paragraphs, byLabel: paragraphsByLabel(paragraphs) };
}
