import type { Name } from "../front-matter/name.ts";
import { remembered } from "../remembered.ts";
import { bibtexName, bibtexText, bibtexTitle, bibtexVerbatim } from "./bibtex-text.ts";
import type { CslDate, CslItem } from "./csl-item.ts";
import { isoDate } from "./iso-date.ts";

/** Entry types of BibLaTeX for the types of CSL; those that are not here are @misc. */
const entryTypes: ReadonlyMap<CslItem["type"], string> = new Map([
  ["article", "article"], ["article-journal", "article"], ["article-magazine", "article"], ["article-newspaper", "article"],
  ["bill", "legislation"], ["book", "book"], ["broadcast", "video"], ["chapter", "incollection"], ["classic", "book"],
  ["collection", "collection"], ["dataset", "dataset"], ["entry", "inreference"], ["entry-dictionary", "inreference"],
  ["entry-encyclopedia", "inreference"], ["figure", "image"], ["graphic", "artwork"], ["legal_case", "jurisdiction"],
  ["legislation", "legislation"], ["manuscript", "unpublished"], ["motion_picture", "movie"],
  ["musical_score", "music"], ["pamphlet", "booklet"], ["paper-conference", "inproceedings"], ["patent", "patent"],
  ["performance", "performance"], ["periodical", "periodical"], ["personal_communication", "letter"],
  ["post", "online"], ["post-weblog", "online"], ["regulation", "legislation"], ["report", "report"],
  ["review", "review"], ["review-book", "review"], ["software", "software"], ["song", "audio"],
  ["standard", "standard"], ["thesis", "thesis"], ["treaty", "legal"], ["webpage", "online"],
]); // prettier-ignore

/** What an @article appeared in, where that is no journal. */
const subtypes: ReadonlyMap<string, string> = new Map([
  ["article-magazine", "magazine"],
  ["article-newspaper", "newspaper"],
]);

/**
 * Works as a file of BibTeX, in the fields of BibLaTeX and in UTF-8, in their order. What
 * the format has no place for is left out: docs/machines.md lists it.
 */
export function writeBibtex(items: readonly CslItem[]): string {
  return items.map(writeEntry).join("\n");
}

const writeEntry = remembered((item: CslItem): string => {
  const entryType = entryTypes.get(item.type) ?? "misc";
  const isArticle = entryType === "article";
  const isLaw = entryType === "legislation" || entryType === "jurisdiction";
  const fields: readonly (readonly [name: string, value: string | undefined])[] = [
    ["entrysubtype", subtypes.get(item.type)],
    ["author", names(item.author)],
    ["title", bibtexTitle(item.title)],
    ["shorttitle", item["title-short"] === undefined ? undefined : bibtexTitle(item["title-short"])],
    ["date", date(item.issued)],
    [isArticle ? "journaltitle" : "booktitle", text(item["container-title"])],
    ["series", text(item["collection-title"])],
    ["eventtitle", text(item["event-title"])],
    ["editor", names(item.editor)],
    ["translator", names(item.translator)],
    ["type", text(item.genre)],
    ...(isLaw ? [["institution", text(item.authority)] as const] : []),
    [publisherField(entryType), text(item.publisher)],
    ["location", text(item["publisher-place"])],
    ["jurisdiction", text(item.jurisdiction)],
    ["howpublished", text(item.medium)],
    ["edition", text(item.edition)],
    ["version", text(item.version)],
    ["volume", text(item.volume)],
    [isArticle ? "number" : "issue", text(item.issue)],
    [isArticle ? "eid" : "number", text(item.number)],
    ["chapter", text(item.section)],
    ["pages", text(item.page)?.replace(/\s*–\s*|(?<=\d)-(?=\d)/g, "--")],
    ["library", text(item.archive)],
    ["isbn", text(item.ISBN)],
    ["doi", item.DOI === undefined ? undefined : bibtexVerbatim(item.DOI)],
    ["url", item.URL === undefined ? undefined : bibtexVerbatim(item.URL)],
    ["urldate", date(item.accessed)],
    ["language", text(item.language)],
    ["pubstate", text(item.status)],
    ["abstract", text(item.abstract)],
  ];
  const lines = fields.flatMap(([name, value]) => (value === undefined ? [] : [`  ${name} = {${value}},\n`]));
  return `@${entryType}{${item.id},\n${lines.join("")}}\n`;
});

function publisherField(entryType: string): string {
  if (entryType === "report" || entryType === "thesis") return "institution";
  return entryType === "online" ? "organization" : "publisher";
}

function text(value: string | undefined): string | undefined {
  return value === undefined ? undefined : bibtexText(value);
}

function names(list: readonly Name[] | undefined): string | undefined {
  return list?.map(bibtexName).join(" and ");
}

function date(value: CslDate | undefined): string | undefined {
  return value && isoDate(value);
}
