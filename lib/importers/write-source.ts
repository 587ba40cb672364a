import { stringify } from "yaml";
import type { z } from "zod";
import { oneLine } from "../core/text/one-line.ts";
import type { sourceSchema } from "../core/source/source-schema.ts";
import type { ImportedBlock } from "./imported-document.ts";
import { writeBlocks } from "./write-blocks.ts";

/** Front matter before it is checked: the keys of a source, in CSL variable names. */
export type SourceFrontMatter = z.input<typeof sourceSchema>;

/**
 * The text of `sources/<id>.md`. Reading it gives the same metadata, headings, paragraphs
 * and labels again.
 *
 * @param blocks as `makeWritable` gives them. Keys of `meta` that are undefined are left out.
 */
export function writeSource(meta: SourceFrontMatter, blocks: readonly ImportedBlock[]): string {
  const yaml = stringify(clean(meta), { lineWidth: 0, defaultKeyType: "PLAIN", aliasDuplicateObjects: false });
  return `---\n${yaml}---\n\n${writeBlocks(blocks)}`;
}

/** Text of one line, such as front matter can hold; keys with nothing in them are left out. */
function clean(value: unknown): unknown {
  if (typeof value === "string") return oneLine(value);
  if (Array.isArray(value)) return value.map(clean);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).flatMap(([key, one]) => (one === undefined || one === "" ? [] : [[key, clean(one)]])),
  );
}
