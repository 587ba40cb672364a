import { closeSync, constants, fstatSync, openSync, readFileSync } from "node:fs";

export type BytesReading =
  | { readonly kind: "bytes"; readonly bytes: Uint8Array }
  /** One sentence that follows the file's name, such as "is a folder." */
  | { readonly kind: "refused"; readonly reason: string };

/**
 * Read one file whole. Links, folders, devices and pipes are refused when the file is
 * opened, so that what was checked is what is read.
 *
 * @param most bytes that are read at most.
 */
export function readBytes(absolute: string, most: number): BytesReading {
  const refuse = (reason: string): BytesReading => ({ kind: "refused", reason });
  let handle: number;
  try {
    handle = openSync(absolute, constants.O_RDONLY | constants.O_NOFOLLOW | constants.O_NONBLOCK);
  } catch (error) {
    const code = codeOf(error);
    if (code === "ENOENT") return refuse("is not there.");
    if (code === "ELOOP") return refuse("is a link. Name the file itself.");
    return refuse(`cannot be opened (${code}).`);
  }
  try {
    const stats = fstatSync(handle);
    if (stats.isDirectory()) return refuse("is a folder. Name one file.");
    if (!stats.isFile()) return refuse("is not a regular file.");
    if (stats.size > most) return refuse(`is larger than ${most / 1_000_000} MB, the most that is taken in.`);
    if (stats.size === 0) return refuse("is empty.");
    return { kind: "bytes", bytes: readFileSync(handle) };
  } catch (error) {
    return refuse(`cannot be read (${codeOf(error)}).`);
  } finally {
    closeSync(handle);
  }
}

function codeOf(error: unknown): string {
  return error instanceof Error && "code" in error ? String(error.code) : "unknown error";
}
