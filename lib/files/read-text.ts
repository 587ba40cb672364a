import { hash } from "node:crypto";
import { closeSync, constants, fstatSync, openSync, readFileSync } from "node:fs";
import { FileText } from "../core/text/file-text.ts";
import { codePointName } from "../core/text/invisible.ts";
import type { Problem } from "../core/problem.ts";

/** Larger than any brief or source should be; what is bigger was put there by mistake. */
const mostBytes = 16 * 1024 * 1024;

/** Not even stood in for: the file could not be read at all. */
export interface Unreadable {
  readonly problems: readonly Problem[];
}

export type TextReading =
  | {
      readonly file: FileText;
      /** SHA-256 of the bytes, 64 lower-case hex digits. */
      readonly hash: string;
    }
  | { readonly file?: undefined; readonly problem: Problem };

/**
 * Read one file as strict UTF-8.
 *
 * Links, devices and pipes are refused when the file is opened, so that what was
 * checked is what is read; bytes that are not UTF-8 are refused, never replaced.
 *
 * @param absolute where the file is; @param path how problems name it.
 */
export function readText(absolute: string, path: string): TextReading {
  const refuse = (message: string): TextReading => ({
    problem: { place: { path, line: 1, column: 1 }, rule: "file-readable", message },
  });
  let handle: number;
  try {
    handle = openSync(absolute, constants.O_RDONLY | constants.O_NOFOLLOW | constants.O_NONBLOCK);
  } catch (error) {
    return refuse(`The file cannot be opened (${errorCode(error)}). Make it a readable regular file, not a link.`);
  }
  try {
    const stats = fstatSync(handle);
    if (!stats.isFile()) return refuse("This is not a regular file. Put the text itself here.");
    if (stats.size > mostBytes)
      return refuse(`The file has ${stats.size} bytes; the most is ${mostBytes}. Split it, or take it out.`);
    return decode(readFileSync(handle), path);
  } catch (error) {
    return refuse(`The file cannot be read (${errorCode(error)}).`);
  } finally {
    closeSync(handle);
  }
}

const decoder = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });
const notText = /[\0\uFDD0-\uFDEF\uFFFE\uFFFF]/;

function decode(bytes: Buffer, path: string): TextReading {
  let text: string;
  try {
    text = decoder.decode(bytes);
  } catch {
    const wide = bytes[0] === 0xff || bytes[0] === 0xfe;
    const message = wide
      ? "The file is UTF-16, not UTF-8. Save it as UTF-8."
      : "From here on the bytes are not UTF-8. Save the file as UTF-8; the text may be in Windows-1252 or the like.";
    const place = new FileText(path, firstValidPart(bytes)).placeAt(Number.POSITIVE_INFINITY);
    return { problem: { place, rule: "encoding-utf8", message } };
  }
  const file = new FileText(path, text);
  const odd = notText.exec(file.text);
  if (!odd) return { file, hash: hash("sha256", bytes) };
  const message = `${codePointName(odd[0])} does not belong in a text. Take it out.`;
  return { problem: { place: file.placeAt(odd.index), rule: "encoding-utf8", message } };
}

/** The text before the first byte that is not UTF-8. */
function firstValidPart(bytes: Buffer): string {
  const lossy = bytes.toString("utf8");
  for (let at = lossy.indexOf("\uFFFD"); at >= 0; at = lossy.indexOf("\uFFFD", at + 1)) {
    const before = lossy.slice(0, at);
    const offset = Buffer.byteLength(before);
    const isReplacementItself = bytes[offset] === 0xef && bytes[offset + 1] === 0xbf && bytes[offset + 2] === 0xbd;
    if (!isReplacementItself) return before;
  }
  return lossy;
}

function errorCode(error: unknown): string {
  return error instanceof Error && "code" in error ? String(error.code) : "unknown error";
}
