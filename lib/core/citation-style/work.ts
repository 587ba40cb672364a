import type { CslItem } from "../export/csl-item.ts";
import { fullName } from "./names.ts";
import type { WordRun } from "./run.ts";
import type { Wording } from "./wording.ts";

/** What kinds of work the styles tell apart; every type of CSL is one of them. */
export type WorkKind =
  "article" | "book" | "case" | "chapter" | "law" | "newspaper" | "paper" | "report" | "thesis" | "treaty" | "web";

const kinds = new Map<CslItem["type"], WorkKind>([
  ["article-journal", "article"],
  ["review", "article"],
  ["review-book", "article"],
  ["article-newspaper", "newspaper"],
  ["article-magazine", "newspaper"],
  ["book", "book"],
  ["classic", "book"],
  ["collection", "book"],
  ["motion_picture", "book"],
  ["musical_score", "book"],
  ["pamphlet", "book"],
  ["periodical", "book"],
  ["chapter", "chapter"],
  ["entry", "chapter"],
  ["entry-dictionary", "chapter"],
  ["entry-encyclopedia", "chapter"],
  ["paper-conference", "chapter"],
  ["legal_case", "case"],
  ["bill", "law"],
  ["legislation", "law"],
  ["regulation", "law"],
  ["report", "report"],
  ["standard", "report"],
  ["thesis", "thesis"],
  ["treaty", "treaty"],
  ["post", "web"],
  ["post-weblog", "web"],
  ["webpage", "web"],
]);

/** The kind of a work; what is no other is a paper: a speech, a press release, a dataset. */
export function kindOf({ type }: CslItem): WorkKind {
  return kinds.get(type) ?? "paper";
}

/** Laws, treaties and judgments are cited by what they are called, not by who wrote them. */
export function isLegal(item: CslItem): boolean {
  return ["case", "law", "treaty"].includes(kindOf(item));
}

/** The title as the source has it, leading to the source. */
export function titleRun(text: string, italic: boolean): WordRun {
  return { text, part: "title", link: { to: "source" }, ...(italic && { look: "italic" as const }) };
}

/** The title between quotation marks: marks within it are of the other kind. */
export function quotedTitle(text: string, [open, close]: readonly ["“" | "‘", "”" | "’"]): readonly WordRun[] {
  const within =
    open === "“" ? text.replace(/“([^“”]*)”/gu, "‘$1’") : text.replace(/‘([^‘“”]*?)’(?![\p{L}\p{N}])/gu, "“$1”");
  return [{ text: open }, titleRun(within, false), { text: close }];
}

/** What a work appeared in: a journal, a newspaper, a book. */
export function containerRun({ "container-title": text }: CslItem): WordRun | undefined {
  return text === undefined ? undefined : { text, part: "name", look: "italic" };
}

/** In italics what an article is in; where only its publisher is known, that. */
export function whereFrom(item: CslItem): WordRun | string | undefined {
  return containerRun(item) ?? publisherUnlessAuthor(item);
}

/** A publisher that is the author is not named twice. */
export function publisherUnlessAuthor({ author = [], publisher }: CslItem): string | undefined {
  return author.some((name) => fullName(name) === publisher) ? undefined : publisher;
}

/** A report's number, with what it is a number of where it is nothing but digits: "situation update no. 44". */
export function reportNumber({ genre, number }: CslItem, sign: string): string | undefined {
  if (number === undefined || !/^\d+$/.test(number)) return number;
  return [genre, sign, number].filter((part) => part !== undefined).join(" ");
}

/** "3rd ed.", "2015 ed."; other editions as the source has them. */
export function editionOf({ edition }: CslItem, words: Wording): string | undefined {
  if (edition === undefined || !/^\d{1,4}$/.test(edition)) return edition;
  return `${edition.length === 4 ? edition : words.ordinal(Number(edition))} ${words.edition}`;
}

export function shortTitle(item: CslItem): string {
  return item["title-short"] ?? item.title;
}

/** The page on which a work begins in what it appeared in. */
export function firstPage({ page = "" }: CslItem): string {
  return /^[^\s,;–-]*/u.exec(page)?.[0] ?? "";
}

/** A DOI as an address, or else the address; undefined where there is neither. */
export function addressOf({ DOI: doi, URL: url }: CslItem): string | undefined {
  return doi !== undefined && /^10\.\d{3,9}\/\S+$/.test(doi) ? `https://doi.org/${encodeURI(doi)}` : url;
}

export function webRun(url: string | undefined): WordRun | undefined {
  return url === undefined ? undefined : { text: url, link: { to: "web", url } };
}

/** "1998" at the end of an act's title says its year already. */
export function yearInTitle(item: CslItem, year: string): string {
  return new RegExp(`\\b${year}$`).test(item.title) ? "" : year;
}

/** A judgment's neutral citation, "[2021] UKSC 7", or else its reporter, "(1932) AC 562"; empty for neither. */
export function caseReference(item: CslItem, year: string): string {
  const { authority, number, volume, "container-title": reporter } = item;
  if (authority !== undefined && number !== undefined) return `[${year}] ${authority} ${number}`;
  const dated = volume === undefined ? `[${year}]` : `(${year}) ${volume}`;
  return reporter === undefined ? "" : [dated, reporter, firstPage(item)].filter((part) => part !== "").join(" ");
}

/** A treaty's series, "189 United Nations Treaty Series 137"; empty for none. */
export function treatySeries(item: CslItem): string {
  const { volume = "", "container-title": series = "" } = item;
  return series === "" ? "" : [volume, series, firstPage(item)].filter((part) => part !== "").join(" ");
}
