import { lstatSync, mkdirSync } from "node:fs";
import { join } from "node:path";
import { isSlug, slugAdvice } from "../core/slug.ts";
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

/**
 * Write `sources/<id>.md` whole, or not at all.
 *
 * @returns its path, relative to the project. @throws when it is larger than sources may be.
 */
export function writeSourceFile(root: string, id: string, text: string): string {
  const size = Buffer.byteLength(text);
  if (size > mostBytes)
    throw new Error(`The source would have ${size} bytes; the most is ${mostBytes}. Split the document.`);
  const path = `sources/${id}.md`;
  mkdirSync(join(root, "sources"), { recursive: true });
  writeFiles([{ absolute: join(root, path), content: text }]);
  return path;
}
