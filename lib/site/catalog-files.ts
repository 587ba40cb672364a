import { hash } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { shareLibrary } from "../core/libraries/share-library.ts";
import type { Source } from "../core/source/source.ts";
import { isChosen } from "./session.ts";
import type { SiteFileMaker } from "./site-files.ts";

/** The catalog by which other sites cite this one's sources; a preview publishes nothing. */
export const makeCatalogFiles: SiteFileMaker = ({ session, site, keptIn }) => {
  if (session.preview) return [];
  const standing = {
    isMade: ({ id }: Source) => isChosen(session, "sources", id),
    textOf: (path: string) => readIfThere(keptIn, path),
  };
  return shareLibrary(session.catalog, site, (text) => hash("sha256", text), standing);
};

function readIfThere(folder: string | undefined, path: string): string | undefined {
  try {
    return folder === undefined ? undefined : readFileSync(join(folder, path), "utf8");
  } catch {
    return undefined;
  }
}
