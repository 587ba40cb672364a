import { printName, type Name } from "../front-matter/fields.ts";
import type { Source } from "../source/source.ts";
import { formatDate } from "../text/date.ts";

/** One line of a source's bibliographic record. */
export interface SourceDetail {
  /** Key of the interface strings. */
  readonly name: string;
  readonly text: string;
  /** Where it leads; empty when nowhere. */
  readonly href: string;
}

/** What is known of a source, in a fixed order. @param language of the page that shows it, for dates. */
export function sourceDetails({ meta }: Source, language: string): SourceDetail[] {
  const names = (list: readonly Name[] | undefined) => list?.map(printName).join(", ");
  const rows: [name: string, text: string | undefined, href?: string | undefined][] = [
    ["author", names(meta.author)],
    ["editor", names(meta.editor)],
    ["translator", names(meta.translator)],
    ["issued", meta.issued === undefined ? undefined : formatDate(meta.issued, language)],
    ["authority", meta.authority],
    ["jurisdiction", meta.jurisdiction],
    ["publisher", [meta.publisher, meta["publisher-place"]].filter((one) => one !== undefined).join(", ")],
    ["container", meta["container-title"]],
    ["collection", meta["collection-title"]],
    ["event", meta["event-title"]],
    ["edition", meta.edition],
    ["version", meta.version],
    ["volume", meta.volume],
    ["issue", meta.issue],
    ["number", meta.number],
    ["section", meta.section],
    ["page", meta.page],
    ["genre", meta.genre],
    ["medium", meta.medium],
    ["archive", meta.archive],
    ["original", meta.URL, meta.URL],
    ["doi", meta.DOI, doiAddress(meta.DOI)],
    ["isbn", meta.ISBN],
    ["accessed", meta.accessed === undefined ? undefined : formatDate(meta.accessed, language)],
    ["license", meta.license],
    ["permission", meta.permission],
  ];
  return rows.flatMap(([name, text = "", href = ""]) => (text === "" ? [] : [{ name, text, href }]));
}

/** Where a DOI leads; undefined for what does not look like one. */
function doiAddress(doi: string | undefined): string | undefined {
  return doi !== undefined && /^10\.\d{3,9}\/\S+$/.test(doi) ? `https://doi.org/${encodeURI(doi)}` : undefined;
}
