import type { Attachments } from "../core/brief/attachment.ts";
import { listFiles, type NamedFile } from "./list-files.ts";
import { attachmentEndings, readAttachment, type AttachmentReading } from "./read-attachment.ts";
import type { Unreadable } from "./read-text.ts";
import { stampOf } from "./stamp.ts";

/** What a brief's folder holds. */
export interface AttachmentsReading extends Unreadable {
  readonly files: readonly NamedFile[];
  readonly attachments: Attachments;
  /** Of the files' bytes. */
  readonly stamp: string;
}

/** Of a brief that has no folder. */
export const noAttachments: AttachmentsReading = { files: [], attachments: new Map(), stamp: "", problems: [] };

/**
 * The files of a brief's folder.
 *
 * @param root absolute path of the project. @param slug the brief's.
 * @param once reads a file, unless it is as it was read before.
 */
export function readAttachments(
  root: string,
  slug: string,
  once: (file: NamedFile, read: () => AttachmentReading) => AttachmentReading,
): AttachmentsReading {
  const { files, problems } = listFiles(root, `briefs/${slug}`, attachmentEndings);
  const read = files.map((file) => ({ file, reading: once(file, () => readAttachment(file)) }));
  return {
    files,
    attachments: new Map(
      read.flatMap(({ file, reading }) =>
        reading.attachment ? [[`${file.name}${file.ending}`, reading.attachment]] : [],
      ),
    ),
    stamp: stampOf(...read.map(({ file, reading }) => `${file.path} ${reading.hash ?? ""}`)),
    problems: [...problems, ...read.flatMap(({ reading }) => (reading.problem ? [reading.problem] : []))],
  };
}
