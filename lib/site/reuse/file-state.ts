import { lstatSync } from "node:fs";

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
