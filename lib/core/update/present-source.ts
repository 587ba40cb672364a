import { readFrontMatter } from "../front-matter/read.ts";
import { splitFrontMatter } from "../front-matter/split.ts";
import type { Problem } from "../problem.ts";
import { offsetInRaw } from "../review/raw-place.ts";
import { parseSource } from "../source/parse-source.ts";
import { readSourceMarkdown } from "../source/source-markdown.ts";
import { sourceSchema } from "../source/source-schema.ts";
import type { Source } from "../source/source.ts";
import { FileText } from "../text/file-text.ts";
import { applySplices, type Splice } from "../front-matter/edit.ts";

/** A source as it stands in its file, ready to be changed in places. */
export interface PresentSource {
  readonly source: Source;
  /** The file's own text: byte order mark and line ends as they are. */
  readonly raw: string;
  readonly file: FileText;
  readonly yaml: string;
  /** By position: whether the paragraph's label is written in the file. */
  readonly isLabelWritten: readonly boolean[];
}

/** @returns with problems, what has to be corrected before anything of it can be kept. */
export function readPresentSource(id: string, raw: string): { present: PresentSource; problems: readonly Problem[] } {
  const file = new FileText(`sources/${id}.md`, raw);
  const { source, problems } = parseSource(id, file);
  const { body, bodyOffset } = readFrontMatter(file, sourceSchema);
  const { content } = readSourceMarkdown(file, body, file.placeAt(bodyOffset).line - 1);
  const isLabelWritten = content.flatMap((item) => ("block" in item ? [item.block.written !== undefined] : []));
  const { yaml } = splitFrontMatter(file);
  const present = { source, raw, file, yaml, isLabelWritten };
  return { present, problems: problems.filter(({ rule }) => rule !== "digest-written") };
}

/**
 * The file with its front matter changed in places and, if one is given, another body;
 * everything else is byte for byte as it was.
 *
 * @param splices in the front matter's YAML. @param body with \n for line ends.
 */
export function changeFile({ raw, file }: PresentSource, splices: readonly Splice[], body: string | undefined): string {
  const { yamlOffset, bodyOffset } = splitFrontMatter(file);
  const lineEnd = raw.includes("\r\n") ? "\r\n" : "\n";
  const inRaw = (offset: number) => offsetInRaw(raw, file.placeAt(offset)) ?? raw.length;
  const bodyAt = inRaw(bodyOffset);
  const placed = splices.map(({ from, to, text }) => ({
    from: inRaw(yamlOffset + from),
    to: inRaw(yamlOffset + to),
    text: text.replace(/\n/g, lineEnd),
  }));
  const head = applySplices(raw.slice(0, bodyAt), placed);
  return head + (body === undefined ? raw.slice(bodyAt) : `\n${body}`.replace(/\n/g, lineEnd));
}

/** Whether two texts have the same words in the same structure under the same labels. */
export function readTheSame(one: Source, other: Source): boolean {
  return JSON.stringify(shapeOf(one)) === JSON.stringify(shapeOf(other));
}

/** What tells nothing of a text's structure. */
const beside = new Set(["html", "place", "notice", "uses", "headings"]);

function shapeOf({ blocks }: Source): unknown[] {
  return blocks.map((block) =>
    "heading" in block ? block.heading : Object.entries(block.paragraph).filter(([key]) => !beside.has(key)),
  );
}
