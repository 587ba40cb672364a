import type { Name } from "../front-matter/name.ts";
import type { CslItem } from "./csl-item.ts";
import { isoDate } from "./iso-date.ts";

/** A `<meta>` element. */
export interface MetaTag {
  readonly name: string;
  readonly content: string;
}

/**
 * The `citation_*` tags that Google Scholar and Zotero's translator "Embedded Metadata"
 * read. What a tag is called decides what Zotero takes the page for: an institution of a
 * technical report makes it a Report, a journal's title a journal article. A newspaper's or
 * a magazine's name is therefore left to Dublin Core.
 *
 * @param pdf absolute address of the work as a PDF; absent where there is none.
 */
export function highwireTags(item: CslItem, pdf?: string): MetaTag[] {
  const { author = [], editor = [] } = item;
  const [firstPage, lastPage] = item.page?.split(/\s*–\s*|(?<=\d)-(?=\d)/) ?? [];
  const tags: readonly (readonly [name: string, content: string | undefined])[] = [
    ["citation_title", item.title],
    ...author.map((name) => ["citation_author", highwireName(name, author.length === 1)] as const),
    ...editor.map((name) => ["citation_editor", highwireName(name, editor.length === 1)] as const),
    ["citation_publication_date", item.issued && isoDate(item.issued).split("/")[0]?.replaceAll("-", "/")],
    ...containerTags(item),
    ["citation_volume", item.volume],
    ["citation_issue", item.issue],
    ["citation_firstpage", firstPage],
    ["citation_lastpage", lastPage],
    ["citation_series_title", item["collection-title"]],
    ["citation_doi", item.DOI],
    ["citation_isbn", item.ISBN],
    ["citation_language", item.language],
    ["citation_abstract", item.abstract],
    ["citation_public_url", item.URL],
    ["citation_pdf_url", pdf],
  ];
  return tags.flatMap(([name, content]) => (content === undefined ? [] : [{ name, content }]));
}

function containerTags(item: CslItem): readonly (readonly [string, string | undefined])[] {
  const { publisher } = item;
  const container = item["container-title"];
  switch (item.type) {
    case "report":
      return [
        // Without one, it would be taken for an article.
        ["citation_technical_report_institution", publisher ?? item.authority],
        ["citation_technical_report_number", item.number],
      ];
    case "thesis":
      return [["citation_dissertation_institution", publisher]];
    case "article-journal":
      return [
        ["citation_journal_title", container],
        ["citation_publisher", publisher],
      ];
    case "paper-conference":
      return [
        ["citation_conference_title", item["event-title"] ?? container],
        ["citation_publisher", publisher],
      ];
    case "chapter":
      // Zotero takes the prefix of citation_book_title for OpenGraph's and does not heed it.
      return [
        ["citation_inbook_title", container],
        ["citation_publisher", publisher],
      ];
    default:
      return [["citation_publisher", publisher]];
  }
}

/**
 * A name such that Zotero does not take it apart wrongly: family name first; behind a body
 * of several words a comma, else its last word would be a family name; and behind an only
 * author whose names both have spaces a semicolon, else the comma would part two authors.
 */
export function highwireName({ family, given, literal }: Name, isOnly: boolean): string {
  if (family === undefined || given === undefined) {
    const body = literal ?? family ?? "";
    return /\s/.test(body) && !body.includes(",") ? `${body},` : body;
  }
  const isMistakable = isOnly && family.includes(" ") && given.includes(" ");
  return `${family}, ${given}${isMistakable ? ";" : ""}`;
}
