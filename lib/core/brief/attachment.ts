import type { FileText } from "../text/file-text.ts";

/** A file in a brief's own folder, `briefs/<slug>/`, for its charts. */
export interface Attachment {
  readonly kind: "table";
  readonly file: FileText;
}

/** By name, with its ending. */
export type Attachments = ReadonlyMap<string, Attachment>;
