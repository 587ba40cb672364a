import type { ImportedMetadata } from "./imported-document.ts";
import { readJsonLd } from "./json-ld.ts";
import type { HtmlDocument } from "./html-node.ts";
import { definedOnly, readDate, readDoi, readPersonalName, readWebAddress } from "./metadata-values.ts";

/**
 * What a page says of itself: Highwire's citation_* first, which publishers write for
 * catalogues, then JSON-LD, OpenGraph and Dublin Core, then the page's own title.
 */
export function readHtmlMetadata(document: HtmlDocument): ImportedMetadata {
  const meta = new MetaTags(document);
  const linked = readJsonLd(document);
  const heading = onlyHeading(document);
  const social = meta.first("og:title", "twitter:title");
  const ownTitle = clean(document.querySelector("title")?.textContent);
  const cited = meta.all("citation_author");
  const [from, to] = [meta.first("citation_firstpage"), meta.first("citation_lastpage")];
  const authors = (cited.length > 0 ? cited : meta.all("DC.creator", "dcterms.creator")).map(readPersonalName);
  const byline = meta.first("author");
  return definedOnly<ImportedMetadata>({
    title:
      meta.first("citation_title", "DC.title", "dcterms.title") ??
      (heading !== undefined && (social ?? ownTitle ?? heading).includes(heading) ? heading : undefined) ??
      linked.title ??
      social ??
      heading ??
      ownTitle,
    author:
      authors.length > 0
        ? authors
        : (linked.author ?? (byline === undefined || /^https?:/i.test(byline) ? undefined : [{ literal: byline }])),
    issued:
      readDate(
        meta.first("citation_publication_date", "citation_date", "citation_online_date", "DC.date", "dcterms.issued"),
      ) ??
      linked.issued ??
      readDate(meta.first("article:published_time", "date", "pubdate")),
    publisher:
      meta.first("citation_publisher", "citation_technical_report_institution", "DC.publisher", "dcterms.publisher") ??
      linked.publisher,
    "container-title": meta.first("citation_journal_title", "citation_conference_title") ?? meta.first("og:site_name"),
    editor: linked.editor,
    DOI:
      readDoi(meta.first("citation_doi", "prism.doi")) ??
      meta
        .all("DC.identifier", "dcterms.identifier")
        .map(readDoi)
        .find((doi) => doi !== undefined) ??
      linked.DOI,
    ISBN: meta.first("citation_isbn") ?? linked.ISBN,
    volume: meta.first("citation_volume"),
    issue: meta.first("citation_issue"),
    number: meta.first("citation_technical_report_number") ?? linked.number,
    page: from !== undefined && to !== undefined && from !== to ? `${from}–${to}` : from,
    URL: readWebAddress(document.querySelector("link[rel=canonical]")?.getAttribute("href") ?? meta.first("og:url")),
    language: clean(document.documentElement.getAttribute("lang")) ?? meta.first("citation_language", "DC.language"),
    type: typeOf(meta) ?? linked.type ?? "webpage",
  });
}

/** The CSL type that tags for catalogues show. */
function typeOf(meta: MetaTags): string | undefined {
  if (meta.first("citation_technical_report_institution", "citation_technical_report_number") !== undefined)
    return "report";
  if (meta.first("citation_journal_title") !== undefined) return "article-journal";
  return meta.first("citation_conference_title") === undefined ? undefined : "paper-conference";
}

/** Names and properties of meta tags are matched without regard to case. */
class MetaTags {
  readonly #tags: readonly (readonly [string, string])[];

  constructor(document: HtmlDocument) {
    this.#tags = Array.from(document.querySelectorAll("meta")).flatMap((tag) => {
      const name = tag.getAttribute("name") ?? tag.getAttribute("property");
      const content = clean(tag.getAttribute("content"));
      return name === null || content === undefined ? [] : [[name.toLowerCase(), content] as const];
    });
  }

  all(...names: string[]): string[] {
    const wanted = names.map((name) => name.toLowerCase());
    return this.#tags.filter(([name]) => wanted.includes(name)).map(([, content]) => content);
  }

  first(...names: string[]): string | undefined {
    for (const name of names) {
      const [found] = this.all(name);
      if (found !== undefined) return found;
    }
    return undefined;
  }
}

/** The page's first-level heading, when it has exactly one. */
function onlyHeading(document: HtmlDocument): string | undefined {
  const headings = Array.from(document.querySelectorAll("h1"));
  return headings.length === 1 ? clean(headings[0]?.textContent) : undefined;
}

function clean(text: string | null | undefined): string | undefined {
  const words = (text ?? "").replace(/\s+/g, " ").trim();
  return words === "" ? undefined : words;
}
