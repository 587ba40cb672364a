import { readForeignId, writeForeignId } from "../libraries/foreign-id.ts";
import { isSlug } from "../slug.ts";
import { sourcePath } from "../view/address.ts";

/** The page of a brief or a source. */
export interface DocumentPage {
  readonly kind: "brief" | "source";
  /** A slug, or the id of another site's source. */
  readonly name: string;
  /** Root-relative, without the site's path prefix. */
  readonly url: string;
}

const file =
  /^(?:briefs\/([^/]+)\.md|sources\/([^/]+?)\.(?:lock\.json|md|ts)|libraries\/([^/]+)\/([^/]+?)\.(?:lock\.)?json)$/;

/** The page made of a file, by the file's name alone; a lock belongs to its source. */
export function pageOfFile(path: string): DocumentPage | undefined {
  const [, brief, source, library = "", kept] = file.exec(path) ?? [];
  if (kept !== undefined) {
    const id = writeForeignId({ library, source: kept });
    return readForeignId(id) && { kind: "source", name: id, url: sourcePath({ id }) };
  }
  const name = brief ?? source;
  if (name === undefined || !isSlug(name)) return undefined;
  return brief === undefined
    ? { kind: "source", name, url: `/sources/${name}/` }
    : { kind: "brief", name, url: `/briefs/${name}/` };
}

/** The page at an address that is that of a brief's or source's page. */
export function pageAt(url: string): DocumentPage | undefined {
  const path = url.replace(/^\/|\/$/g, "");
  return pageOfFile(`${path}.md`) ?? pageOfFile(`${path}.json`);
}
