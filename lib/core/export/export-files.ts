import type { CslItem } from "./csl-item.ts";
import { writeBibtex } from "./write-bibtex.ts";
import { writeCslJson } from "./write-csl-json.ts";
import { writeRis } from "./write-ris.ts";

/** A form in which works can be taken along. */
export interface ExportFormat {
  readonly name: "BibTeX" | "RIS" | "CSL-JSON";
  /** Of file names, without a point. */
  readonly ending: string;
  /** Its media type. */
  readonly type: string;
  readonly write: (items: readonly CslItem[]) => string;
}

export const exportFormats: readonly ExportFormat[] = [
  { name: "BibTeX", ending: "bib", type: "application/x-bibtex", write: writeBibtex },
  { name: "RIS", ending: "ris", type: "application/x-research-info-systems", write: writeRis },
  { name: "CSL-JSON", ending: "json", type: "application/vnd.citationstyles.csl+json", write: writeCslJson },
];

/** A file in one of the formats. */
export interface ExportFile {
  readonly format: ExportFormat;
  /** Root-relative, without the site's path prefix. */
  readonly path: string;
}

/**
 * The files that stand beside a page.
 *
 * @param page its root-relative address, with a slash at the end. @param stem what they
 * hold: the brief itself, the sources that it cites, or the source.
 */
export function exportFiles(page: string, stem: "brief" | "sources" | "source"): ExportFile[] {
  return exportFormats.map((format) => ({ format, path: `${page}${stem}.${format.ending}` }));
}
