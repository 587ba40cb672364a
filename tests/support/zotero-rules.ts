import type { PageElement, PageText } from "../../lib/site/page-text.ts";

/** What Zotero would save. */
export interface SavedItem {
  readonly itemType: string | undefined;
  readonly fields: ReadonlyMap<string, string>;
  readonly creators: readonly { readonly role: string; readonly last: string; readonly first: string }[];
  readonly pdf: string | undefined;
}

/** Rule "namespaces": a tag whose first or second part is one of these is a statement about the page. */
const namespaces = new Set([
  "bib", "bibo", "dc", "dcterms", "prism", "foaf", "vcard", "link", "z", "eprint", "eprints", "og", "article", "book",
  "music", "video", "so", "codemeta", "rdf",
]); // prettier-ignore

/** Rule "Highwire decides": these tags name the type, the last of them in the page. */
const typeTags: ReadonlyMap<string, string> = new Map([
  ["citation_journal_title", "journalArticle"],
  ["citation_technical_report_institution", "report"],
  ["citation_conference_title", "conferencePaper"],
  ["citation_conference", "conferencePaper"],
  ["citation_book_title", "bookSection"],
  ["citation_inbook_title", "bookSection"],
  ["citation_dissertation_institution", "thesis"],
]);

/** Rule "Highwire fields": the first tag of a name, white space joined. */
const highwireFields: readonly (readonly [tag: string, field: string])[] = [
  ["citation_title", "title"], ["citation_publication_date", "date"], ["citation_cover_date", "date"],
  ["citation_date", "date"], ["citation_journal_title", "publicationTitle"], ["citation_inbook_title", "publicationTitle"],
  ["citation_book_title", "bookTitle"], ["citation_volume", "volume"], ["citation_issue", "issue"],
  ["citation_series_title", "series"], ["citation_conference_title", "conferenceName"],
  ["citation_dissertation_institution", "university"], ["citation_technical_report_institution", "institution"],
  ["citation_technical_report_number", "number"], ["citation_publisher", "publisher"], ["citation_isbn", "ISBN"],
  ["citation_abstract", "abstractNote"], ["citation_doi", "DOI"], ["citation_public_url", "url"],
  ["citation_language", "language"],
]; // prettier-ignore

/** Rule "Dublin Core fields": what a statement gives where Highwire says nothing. */
const statementFields: readonly (readonly [property: string, field: string])[] = [
  ["dc:title", "title"], ["dc:source", "publicationTitle"], ["dc:rights", "rights"], ["dc:publisher", "publisher"],
  ["dc:date", "date"], ["dc:language", "language"], ["dcterms:abstract", "abstractNote"], ["dc:type", "reportType"],
]; // prettier-ignore

/** The types that Zotero 7 has. */
export const zoteroTypes = new Set([
  "artwork", "audioRecording", "bill", "blogPost", "book", "bookSection", "case", "computerProgram", "conferencePaper",
  "dataset", "dictionaryEntry", "document", "email", "encyclopediaArticle", "film", "forumPost", "hearing",
  "instantMessage", "interview", "journalArticle", "letter", "magazineArticle", "manuscript", "map",
  "newspaperArticle", "patent", "podcast", "preprint", "presentation", "radioBroadcast", "report", "standard",
  "statute", "thesis", "tvBroadcast", "videoRecording", "webpage",
]); // prettier-ignore

/**
 * What Zotero's translator "Embedded Metadata" makes of a page, by its rules of June 2024,
 * one after the other. Nothing else on the page may outbid it: COinS and unAPI would.
 *
 * @param address of the page.
 */
export function saveToZotero(page: PageText, address: string): SavedItem {
  const tags = page.elements.filter(({ name }) => name === "meta").flatMap(namedTag);
  const all = (wanted: string) => tags.filter(({ name }) => name.endsWith(wanted)).map(({ content }) => content);

  // 1. Each tag is a statement of a namespace, a hint of the type, or neither.
  const statements = new Map<string, string>();
  let highwireType: string | undefined;
  let guess: string | undefined;
  for (const { name, content } of tags) {
    const [first = "", second = "", ...rest] = name.split(/[.:_]/);
    const space = [rest.length > 0 ? second : "", first].map((one) => one.toLowerCase()).find((one) => namespaces.has(one)); // prettier-ignore
    if (space !== undefined) {
      const property = name.slice(name.toLowerCase().indexOf(space) + space.length + 1);
      const key = `${space}:${property.charAt(0).toLowerCase()}${property.slice(1)}`;
      if (!statements.has(key)) statements.set(key, content);
    } else {
      highwireType = typeTags.get(name) ?? highwireType;
      if (name === "citation_title" || name === "citation_series_title") guess ??= "journalArticle";
      if (name === "citation_isbn") guess = "book";
    }
  }

  // 2. The type: Highwire's; else Zotero's own vocabulary; else a guess; else a web page, where there are statements.
  const own = statements.get("z:itemType") ?? statements.get("z:type");
  const known = own !== undefined && zoteroTypes.has(own) ? own : undefined;
  const itemType = highwireType ?? known ?? guess ?? (statements.size > 0 ? "webpage" : undefined);

  // 3. Fields: statements first, then Highwire over them; the address of the page where none is given.
  const fields = new Map<string, string>();
  for (const [property, field] of statementFields) {
    const value = statements.get(property);
    if (value !== undefined) fields.set(field, value);
  }
  const publisher = fields.get("publisher");
  if (itemType === "report" && publisher !== undefined) fields.set("institution", publisher);
  for (const [tag, field] of highwireFields) {
    const [value] = all(tag);
    if (value?.trim()) fields.set(field, value.replace(/\s+/g, " ").trim());
  }
  const canonical = page.elements.find(({ name, attributes }) => name === "link" && attributes.rel === "canonical");
  if (!fields.has("url")) fields.set("url", canonical?.attributes.href ?? address);
  const [pages, last] = [all("citation_firstpage")[0], all("citation_lastpage")[0]];
  if (pages !== undefined) fields.set("pages", last === undefined ? pages : `${pages}-${last}`);

  // 4. Names, parted and cleaned.
  const creators = ["author", "editor"].flatMap((role) => creatorsOf(all(`citation_${role}`), role));
  return { itemType, fields, creators, pdf: all("citation_pdf_url")[0] };
}

function namedTag({ attributes }: PageElement) {
  const { name = "", property = "", content = "" } = attributes;
  return (name || property)
    .split(/\s+/)
    .flatMap((one) => (one === "" || content === "" ? [] : [{ name: one, content }]));
}

function creatorsOf(values: readonly string[], role: string) {
  const names = values.flatMap((value) => {
    const bySemicolon = value.split(/\s*;\s*/);
    const byComma = value.split(/\s*,\s*/);
    // An only author with spaces on both sides of a comma is taken for two.
    const isTwo = values.length === 1 && bySemicolon.length === 1 && byComma.length > 1;
    return isTwo && byComma[0]?.includes(" ") && byComma[1]?.includes(" ") ? byComma : bySemicolon;
  });
  return names
    .map((name) => name.trim())
    .filter((name) => /[^\s,-.;]/.test(name))
    .map((name) => {
      const bare = name.replace(/^[\s.,/[\]:]+|[\s.,/[\]:]+$/g, "");
      const [last = "", first = ""] = name.includes(",") ? bare.split(/, ?/) : spoken(bare);
      return { role, last, first };
    });
}

function spoken(name: string): [last: string, first: string] {
  const at = name.lastIndexOf(" ");
  return [name.slice(at + 1), name.slice(0, Math.max(at, 0))];
}
