import { hash } from "node:crypto";
import { shareLibrary } from "../core/libraries/share-library.ts";
import type { SiteFileMaker } from "./site-files.ts";

/** The catalog by which other sites cite this one's sources; a preview publishes nothing. */
export const makeCatalogFiles: SiteFileMaker = ({ session, site }) =>
  session.preview ? [] : shareLibrary(session.catalog, site, (text) => hash("sha256", text));
