import type { CslItem } from "../export/csl-item.ts";
import { exportFiles, type ExportFile } from "../export/export-files.ts";
import type { Naming } from "../citation-style/naming.ts";
import { directionOf, type Direction } from "../text/language.ts";
import { citationParts, type NamingPart } from "./naming-view.ts";

/** A work in one format, to be copied or taken along. */
export interface CiteFormat {
  readonly name: string;
  readonly type: string;
  readonly url: string;
  readonly text: string;
}

/** How a page offers its work to those who cite it. */
export interface CiteView {
  /** The whole citation in the site's style. */
  readonly citation: readonly NamingPart[];
  /** Of the work's title. */
  readonly language: string;
  readonly direction: Direction;
  readonly formats: readonly CiteFormat[];
  /** Files with all works that it cites; empty for a source, and where it cites none. */
  readonly sources: readonly Omit<CiteFormat, "text">[];
}

/** Where a work is shown that readers may cite. */
interface CitedPage {
  /** Root-relative address. */
  readonly page: string;
  readonly stem: "brief" | "source";
  /** In which the style speaks. */
  readonly language: string;
}

export function citeView(item: CslItem, naming: Naming, { page, stem, language }: CitedPage): CiteView {
  const own = item.language ?? language;
  const direction = directionOf(own);
  return {
    citation: citationParts(naming.aloneOf(item, language).whole, direction),
    language: own,
    direction,
    formats: exportFiles(page, stem).map((file) => ({ ...listed(file), text: file.format.write([item]).trimEnd() })),
    sources: stem === "brief" ? exportFiles(page, "sources").map(listed) : [],
  };
}

function listed({ format: { name, type }, path }: ExportFile) {
  return { name, type, url: path };
}
