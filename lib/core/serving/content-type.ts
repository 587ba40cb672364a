/** What web servers are to call a kind of file, by the ending of its name. Texts are UTF-8. */
export const mediaTypes: ReadonlyMap<string, string> = new Map([
  ["avif", "image/avif"],
  ["bib", "application/x-bibtex; charset=utf-8"],
  ["css", "text/css; charset=utf-8"],
  ["csv", "text/csv; charset=utf-8"],
  ["gif", "image/gif"],
  ["html", "text/html; charset=utf-8"],
  ["jpeg", "image/jpeg"],
  ["jpg", "image/jpeg"],
  ["js", "text/javascript; charset=utf-8"],
  ["json", "application/json"],
  ["md", "text/markdown; charset=utf-8"],
  ["pdf", "application/pdf"],
  ["png", "image/png"],
  ["ris", "application/x-research-info-systems; charset=utf-8"],
  ["svg", "image/svg+xml"],
  ["txt", "text/plain; charset=utf-8"],
  ["wasm", "application/wasm"],
  ["webp", "image/webp"],
  ["woff2", "font/woff2"],
  ["xml", "application/xml"],
]);

/** What is said of a text whose encoding its media type does not fix. */
const utf8 = "; charset=utf-8";

/** A media type of the table, and the endings that it is given to. */
export interface MediaType {
  /** Without parameters. */
  readonly type: string;
  readonly isUtf8: boolean;
  /** Whether its files become smaller when they are compressed. */
  readonly isCompressible: boolean;
  readonly endings: readonly string[];
}

/** The table by media type, for servers that are told so. */
export function mediaTypeList(): readonly MediaType[] {
  const list = new Map<string, MediaType>();
  for (const [ending, stated] of mediaTypes) {
    const type = stated.replace(utf8, "");
    const endings = [...(list.get(type)?.endings ?? []), ending];
    const isCompressible = /^text\/|[+/](?:json|xml|wasm)$|^application\/x-/.test(type);
    list.set(type, { type, isUtf8: stated.endsWith(utf8), isCompressible, endings });
  }
  return [...list.values()];
}

/** What is said of files of any other kind. */
export const unknownType = "application/octet-stream";

/** Endings of files of a site that are of no kind known elsewhere: the pieces of its search index. */
export const indexEndings: readonly string[] = ["pagefind", "pf_filter", "pf_fragment", "pf_index", "pf_meta"];

/** The media type of a file by its name; bytes of no stated kind for any other. */
export function contentType(path: string): string {
  const ending = /\.([^./]+)$/.exec(path)?.[1]?.toLowerCase() ?? "";
  return mediaTypes.get(ending) ?? unknownType;
}
