import type { FileText } from "../text/file-text.ts";

/** A file in a brief's own folder, `briefs/<slug>/`: figures for its charts, or an image. */
export type Attachment =
  | { readonly kind: "table"; readonly file: FileText }
  /** Width and height in pixels. */
  | { readonly kind: "image"; readonly width: number; readonly height: number };

/** By name, with its ending. */
export type Attachments = ReadonlyMap<string, Attachment>;
