import type { CslItem } from "../export/csl-item.ts";
import { exportFiles, type ExportFile } from "../export/export-files.ts";
import { plainCitation } from "../export/plain-citation.ts";

/** A work in one format, to be copied or taken along. */
export interface CiteFormat {
  readonly name: string;
  readonly type: string;
  readonly url: string;
  readonly text: string;
}

/** How a page offers its work to those who cite it. */
export interface CiteView {
  /** Parts of the citation, in order. */
  readonly citation: readonly string[];
  readonly language: string;
  readonly formats: readonly CiteFormat[];
  /** Files with all works that it cites; empty for a source, and where it cites none. */
  readonly sources: readonly Omit<CiteFormat, "text">[];
}

/** @param page root-relative address of the page; @param language of the page, for dates. */
export function citeView(page: string, stem: "brief" | "source", item: CslItem, language: string): CiteView {
  return {
    citation: plainCitation(item, language),
    language: item.language ?? language,
    formats: exportFiles(page, stem).map((file) => ({ ...listed(file), text: file.format.write([item]).trimEnd() })),
    sources: stem === "brief" ? exportFiles(page, "sources").map(listed) : [],
  };
}

function listed({ format: { name, type }, path }: ExportFile) {
  return { name, type, url: path };
}
