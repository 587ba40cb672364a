import type { CitingDocument } from "../brief/citation.ts";
import type { Library } from "../catalog/catalog.ts";
import type { TextEdit } from "./replace-at.ts";

export type RenamedKind = "brief" | "source";

/** A brief or a source, and what it is to be called. Both names are slugs. */
export interface Renaming {
  readonly kind: RenamedKind;
  readonly from: string;
  readonly to: string;
}

/**
 * What has to be written otherwise in documents when something is renamed: the ids in
 * citations, and the addresses in links.
 */
export function renameEdits({ briefs, pages }: Pick<Library, "briefs" | "pages">, renaming: Renaming): TextEdit[] {
  return [...briefs, ...pages].flatMap((document) => [
    ...(renaming.kind === "source" ? citationEdits(document, renaming) : []),
    ...linkEdits(document, renaming),
  ]);
}

function citationEdits({ citations }: CitingDocument, { from, to }: Renaming): TextEdit[] {
  return citations
    .filter(({ request }) => request.sourceId === from)
    .map(({ sourcePlace }) => ({ place: sourcePlace, from, to }));
}

function linkEdits({ links }: CitingDocument, { kind, from, to }: Renaming): TextEdit[] {
  const folder = kind === "brief" ? "/briefs/" : "/sources/";
  const address = folder + from;
  return links
    .filter(({ href }) => href.startsWith(address) && /^(?:[/#?]|$)/.test(href.slice(address.length)))
    .map(({ place }) => ({ place, from: address, to: folder + to }));
}
