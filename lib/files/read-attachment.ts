import type { Attachment } from "../core/brief/attachment.ts";
import type { Problem } from "../core/problem.ts";
import type { NamedFile } from "./list-files.ts";
import { readText } from "./read-text.ts";

/** What may stand in a brief's folder. */
export const attachmentEndings = [".csv"] as const;

export type AttachmentReading =
  | { readonly attachment: Attachment; readonly problem?: undefined }
  | { readonly attachment?: undefined; readonly problem: Problem };

/** Larger tables are no charts of a brief, in characters. */
const longestTable = 500_000;

export function readAttachment(file: NamedFile): AttachmentReading {
  const text = readText(file.absolute, file.path);
  if (!text.file) return { problem: text.problem };
  if (text.file.text.length <= longestTable) return { attachment: { kind: "table", file: text.file } };
  const message = `The table has ${text.file.text.length} characters; the most is ${longestTable}. Keep what the chart shows.`;
  return { problem: { place: text.file.placeAt(0), rule: "file-readable", message } };
}
