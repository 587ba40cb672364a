import { lstatSync, readdirSync } from "node:fs";
import { join } from "node:path";

/**
 * What tells, without reading it, that a file is the one it was: its inode, size and time
 * of change of content, as version control systems have it. Empty where there is no regular file.
 *
 * A hard link has the state of its file, which is why the time at which the inode itself
 * changed is no part of it.
 *
 * @param absolute path of the file.
 */
export function fileState(absolute: string): string {
  const stats = lstatSync(absolute, { bigint: true, throwIfNoEntry: false });
  return stats?.isFile() === true ? `${stats.ino}-${stats.size}-${stats.mtimeNs}` : "";
}

/**
 * What tells, without listing it, that a folder has the entries that it had: its inode and when
 * it last changed. Empty where there is no folder, or where the file system counts whole seconds,
 * in one of which more may happen.
 *
 * @param absolute path of the folder.
 */
export function folderState(absolute: string): string {
  const stats = lstatSync(absolute, { bigint: true, throwIfNoEntry: false });
  if (stats?.isDirectory() !== true || stats.ctimeNs % 1_000_000_000n === 0n) return "";
  return `${stats.ino}-${stats.ctimeNs}`;
}

/** Files of a folder and those below it, with slashes; none where there is no such folder. */
export function listFiles(folder: string): string[] {
  try {
    const entries = readdirSync(folder, { withFileTypes: true });
    return entries.flatMap((entry) =>
      entry.isDirectory() ? listFiles(join(folder, entry.name)).map((path) => `${entry.name}/${path}`) : [entry.name],
    );
  } catch {
    return [];
  }
}
