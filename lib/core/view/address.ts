import type { CitingDocument } from "../brief/citation.ts";
import { paragraphAnchor } from "../label.ts";
import { sourceFolder } from "../libraries/foreign-id.ts";
import { noteId, noterefId } from "../markdown/render-rules.ts";
import type { Paragraph, Source } from "../source/source.ts";

/** Addresses are root-relative and without the site's path prefix, which templates add. */

export function sourcePath({ id }: Pick<Source, "id">): string {
  return `/${sourceFolder(id)}/`;
}

export function topicPath(topic: string): string {
  return `/topics/${topic}/`;
}

/**
 * Id of the arrival notice in a paragraph for readers who come from one note: it says
 * so and leads back to that very note, without a script. Labels hold no hyphen and
 * slugs begin with none, so no two notes share an id.
 */
export function arrivalId(paragraph: Paragraph, document: CitingDocument, note: number): string {
  const from = document.kind === "brief" ? document.name : `-${document.name}`;
  return `${paragraphAnchor(paragraph.label)}-${from}-${note}`;
}

/** The ids that an arrival notice had when the document had other names. */
export function formerArrivalIds(paragraph: Paragraph, document: CitingDocument, note: number): string[] {
  return document.formerNames.map((name) => arrivalId(paragraph, { ...document, name }, note));
}

/** Where a note's link leads: the arrival notice inside the cited paragraph. */
export function arrivalPath(source: Source, paragraph: Paragraph, document: CitingDocument, note: number): string {
  return withFragment(sourcePath(source), arrivalId(paragraph, document, note));
}

export function notePath(document: CitingDocument, note: number): string {
  return withFragment(document.url, noteId(note));
}

export function noterefPath(document: CitingDocument, note: number, mention: number): string {
  return withFragment(document.url, noterefId(note, mention));
}

/** The address of the element with an id on a page. */
export function withFragment(path: string, id: string): string {
  return `${path}#${encodeURIComponent(id)}`;
}
