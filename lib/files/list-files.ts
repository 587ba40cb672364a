import { readdirSync, type Dirent } from "node:fs";
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
 * not a regular file with a slug for a name and one of the `endings` is a problem.
 * Names that begin with a dot or an underscore are passed over; a missing folder is empty.
 */
export function listFiles(
  root: string,
  folder: string,
  endings: readonly string[],
): { files: NamedFile[]; problems: Problem[] } {
  const files: NamedFile[] = [];
  const problems: Problem[] = [];
  for (const entry of readFolder(join(root, folder))) {
    if (/^[._]/.test(entry.name)) continue;
    const path = `${folder}/${entry.name}`;
    const refuse = (rule: "file-name" | "file-readable", message: string) =>
      problems.push({ place: { path, line: 1, column: 1 }, rule, message });
    const ending = endings.find((one) => entry.name.endsWith(one));
    const name = ending === undefined ? "" : entry.name.slice(0, -ending.length);
    if (entry.isDirectory())
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
  return { files, problems };
}

function readFolder(folder: string): Dirent[] {
  try {
    return readdirSync(folder, { withFileTypes: true }).sort((a, b) => compareText(a.name, b.name));
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "ENOENT") return [];
    throw error;
  }
}
