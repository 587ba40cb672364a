import { lstatSync, readdirSync, type Dirent } from "node:fs";
import { join } from "node:path";
import { compareText } from "../core/text/compare.ts";
import type { Problem } from "../core/problem.ts";
import { isSlug, slugAdvice } from "../core/slug.ts";

export interface NamedFile {
  /** The file's name without its ending: a slug. */
  readonly name: string;
  /** With the dot. */
  readonly ending: string;
  readonly absolute: string;
  /** Relative to the project, with forward slashes. */
  readonly path: string;
}

/**
 * The files of one content folder, in order of name. Deny by default: anything that is
 * not a regular file with a slug for a name and one of the `endings` is a problem, and so
 * is a folder, save one that a file of its name may keep beside it. Names that begin with a dot or an underscore are passed over; a missing folder is empty.
 */
export function listFiles(
  root: string,
  folder: string,
  endings: readonly string[],
  withFolders = false,
): { files: NamedFile[]; folders: string[]; problems: Problem[] } {
  const files: NamedFile[] = [];
  const folders: string[] = [];
  const problems: Problem[] = [];
  const reading = readFolder(root, folder);
  if (!reading.entries) return { files, folders, problems: [reading.problem] };
  for (const entry of reading.entries) {
    if (/^[._]/.test(entry.name)) continue;
    const path = `${folder}/${entry.name}`;
    const refuse = (rule: "file-name" | "file-readable", message: string) =>
      problems.push({ place: { path, line: 1, column: 1 }, rule, message });
    const ending = endings.find((one) => entry.name.endsWith(one));
    const name = ending === undefined ? "" : entry.name.slice(0, -ending.length);
    if (entry.isDirectory() && withFolders) folders.push(entry.name);
    else if (entry.isDirectory())
      refuse(
        "file-name",
        `A folder is not read here. Move its files into ${folder}/, or begin its name with an underscore.`,
      );
    else if (!entry.isFile())
      refuse("file-readable", "This is a link or a device, not a regular file. Put the text itself here.");
    else if (ending === undefined)
      refuse(
        "file-name",
        `Files in ${folder}/ end in ${endings.join(" or ")}. Rename it, move it, or begin its name with an underscore.`,
      );
    else if (!isSlug(name)) refuse("file-name", `"${name}" cannot be an address. Name the file with ${slugAdvice}.`);
    else files.push({ name, ending, absolute: join(root, folder, entry.name), path });
  }
  for (const name of folders) {
    if (files.some((file) => file.name === name)) continue;
    const message = `There is no ${folder}/${name}${endings[0] ?? ""} that this folder could belong to. Name it after the file that uses it, or begin its name with an underscore.`;
    problems.push({ place: { path: `${folder}/${name}`, line: 1, column: 1 }, rule: "file-name", message });
  }
  return { files, folders, problems };
}

type FolderReading = { readonly entries: Dirent[] } | { readonly entries?: undefined; readonly problem: Problem };

/** What is in a folder, in order of name; nothing when there is no such folder. */
function readFolder(root: string, folder: string): FolderReading {
  const absolute = join(root, folder);
  const there = lstatSync(absolute, { throwIfNoEntry: false });
  if (!there) return { entries: [] };
  if (!there.isDirectory()) {
    const message = `${folder} is a link or a file, not a folder. Put a folder in its place.`;
    return { problem: { place: { path: folder, line: 1, column: 1 }, rule: "file-readable", message } };
  }
  const entries = readdirSync(absolute, { withFileTypes: true });
  return { entries: entries.sort((a, b) => compareText(a.name, b.name)) };
}
