import { lstatSync, mkdirSync } from "node:fs";
import { join } from "node:path";
import { parseSource } from "../core/source/parse-source.ts";
import { FileText } from "../core/text/file-text.ts";
import { isSlug, slugAdvice } from "../core/slug.ts";
import { readBytes } from "../files/read-bytes.ts";
import { writeFiles } from "../files/write-files.ts";

/** The most bytes that a source is read with. */
const mostBytes = 16 * 1024 * 1024;

/** Why a source of this id cannot be written; undefined when it can. */
export function placeForSource(root: string, id: string, force: boolean): string | undefined {
  if (!isSlug(id)) return `"${id}" cannot be an address. Write --id with ${slugAdvice}.`;
  const folder = join(root, "sources");
  const there = lstatSync(folder, { throwIfNoEntry: false });
  if (!there && !lstatSync(root, { throwIfNoEntry: false })?.isDirectory()) return `There is no folder ${root}.`;
  if (there && !there.isDirectory()) return "sources is a link or a file, not a folder. Put a folder in its place.";
  if (lstatSync(join(folder, `${id}.ts`), { throwIfNoEntry: false }))
    return `The source "${id}" is given by sources/${id}.ts already. Write another --id.`;
  const file = lstatSync(join(folder, `${id}.md`), { throwIfNoEntry: false });
  if (file && !file.isFile()) return `sources/${id}.md is a link or a folder. Take it away, or write another --id.`;
  if (file && !force) return `There is a source "${id}" already. Write another --id, or --force to replace it.`;
  return undefined;
}

/** Whether there is a source of this id, and whether it has paragraphs or is a record alone. */
export function standingOf(root: string, id: string): "none" | "record" | "text" {
  const path = join(root, "sources", id);
  if (lstatSync(`${path}.ts`, { throwIfNoEntry: false })) return "text";
  if (!lstatSync(`${path}.md`, { throwIfNoEntry: false })) return "none";
  const reading = readBytes(`${path}.md`, mostBytes);
  // What cannot be read is taken for a text: nobody knows what would be lost with it.
  if (reading.kind === "refused") return "text";
  const file = new FileText(`sources/${id}.md`, new TextDecoder().decode(reading.bytes));
  return parseSource(id, file).source.paragraphs.length > 0 ? "text" : "record";
}

/** A source that is ready to be written. */
export interface NewSource {
  readonly id: string;
  readonly text: string;
}

/**
 * Write each as `sources/<id>.md` whole, or none of them.
 *
 * @returns their paths, relative to the project. @throws when one is larger than sources may be.
 */
export function writeSourceFiles(root: string, sources: readonly NewSource[]): string[] {
  for (const { text } of sources) {
    const size = Buffer.byteLength(text);
    if (size > mostBytes)
      throw new Error(`The source would have ${size} bytes; the most is ${mostBytes}. Split the document.`);
  }
  const paths = sources.map(({ id }) => `sources/${id}.md`);
  mkdirSync(join(root, "sources"), { recursive: true });
  writeFiles(sources.map(({ text }, index) => ({ absolute: join(root, paths[index] ?? ""), content: text })));
  return paths;
}
