import { imageSize } from "image-size";
import { hash } from "node:crypto";
import type { Attachment } from "../core/brief/attachment.ts";
import type { Problem } from "../core/problem.ts";
import type { NamedFile } from "./list-files.ts";
import { readBytes } from "./read-bytes.ts";
import { readText } from "./read-text.ts";

/** What may stand in a brief's folder: tables, and images that hold nothing but an image. */
export const attachmentEndings = [".csv", ".png", ".jpg", ".jpeg", ".webp"] as const;

export type AttachmentReading =
  /** With the SHA-256 of the bytes. */
  | { readonly attachment: Attachment; readonly hash: string; readonly problem?: undefined }
  | { readonly attachment?: undefined; readonly hash?: undefined; readonly problem: Problem };

/** Larger tables are no charts of a brief, in characters. */
const longestTable = 500_000;

/** In bytes and in pixels: larger than any camera makes them. */
export const mostImageBytes = 20_000_000;
export const mostPixels = 60_000_000;

/** Formats by the ending that files of them have, as their first bytes tell. */
const formats: ReadonlyMap<string, string> = new Map([
  [".png", "png"],
  [".jpg", "jpg"],
  [".jpeg", "jpg"],
  [".webp", "webp"],
]);

export function readAttachment(file: NamedFile): AttachmentReading {
  return file.ending === ".csv" ? readTable(file) : readImage(file);
}

function readTable(file: NamedFile): AttachmentReading {
  const text = readText(file.absolute, file.path);
  if (!text.file) return { problem: text.problem };
  if (text.file.text.length <= longestTable) return { attachment: { kind: "table", file: text.file }, hash: text.hash };
  const message = `The table has ${text.file.text.length} characters; the most is ${longestTable}. Keep what the chart shows.`;
  return { problem: { place: text.file.placeAt(0), rule: "file-readable", message } };
}

function readImage(file: NamedFile): AttachmentReading {
  const refuse = (message: string): AttachmentReading => ({
    problem: { place: { path: file.path, line: 1, column: 1 }, rule: "image-readable", message },
  });
  const reading = readBytes(file.absolute, mostImageBytes);
  if (reading.kind === "refused") return refuse(`The image ${reading.reason}`);
  const wanted = formats.get(file.ending);
  const { type, width = 0, height = 0 } = measure(reading.bytes);
  if (type !== wanted || width === 0 || height === 0) {
    const what = type === undefined || type === wanted ? "no image that can be read" : `of the format ${type}`;
    return refuse(`The file is ${what}. Save the image as .png, .jpg or .webp, and name it so.`);
  }
  if (width * height > mostPixels)
    return refuse(
      `The image has ${width} × ${height} pixels; the most is ${mostPixels / 1_000_000} million. Save it smaller.`,
    );
  return { attachment: { kind: "image", width, height }, hash: hash("sha256", reading.bytes) };
}

/** What the head of a file says of the image in it; nothing where it is none. */
function measure(bytes: Uint8Array): { readonly type?: string; readonly width?: number; readonly height?: number } {
  try {
    const { type, width, height } = imageSize(bytes);
    return {
      ...(type !== undefined && { type }),
      ...(width !== undefined && { width }),
      ...(height !== undefined && { height }),
    };
  } catch {
    return {};
  }
}
