import type { Name } from "../front-matter/name.ts";
import { remembered } from "../remembered.ts";
import type { CslDate, CslItem } from "./csl-item.ts";
import { padded } from "./iso-date.ts";

/** Types of RIS for the types of CSL; those that are not here are GEN. */
const types: ReadonlyMap<CslItem["type"], string> = new Map([
  ["article", "JOUR"], ["article-journal", "JOUR"], ["article-magazine", "MGZN"], ["article-newspaper", "NEWS"], ["bill", "BILL"],
  ["book", "BOOK"], ["broadcast", "MPCT"], ["chapter", "CHAP"], ["classic", "CLSWK"], ["dataset", "DATA"],
  ["entry", "ENCYC"], ["entry-dictionary", "DICT"], ["entry-encyclopedia", "ENCYC"], ["figure", "FIGURE"],
  ["graphic", "ART"], ["hearing", "HEAR"], ["legal_case", "CASE"], ["legislation", "STAT"], ["manuscript", "MANSCPT"],
  ["map", "MAP"], ["motion_picture", "VIDEO"], ["musical_score", "MUSIC"], ["pamphlet", "PAMP"],
  ["paper-conference", "CPAPER"], ["patent", "PAT"], ["periodical", "SER"], ["personal_communication", "PCOMM"],
  ["post", "BLOG"], ["post-weblog", "BLOG"], ["regulation", "LEGAL"], ["report", "RPRT"], ["review", "JOUR"],
  ["review-book", "JOUR"], ["software", "COMP"], ["song", "SOUND"], ["speech", "SLIDE"], ["standard", "STAND"],
  ["thesis", "THES"], ["treaty", "LEGAL"], ["webpage", "ELEC"],
]); // prettier-ignore

/** Types whose T2 is the series and not what they stand in. */
const inSeries = /^(?:BOOK|CLSWK|RPRT|THES|MAP|COMP|PAMP|SER|STAND|DATA|MUSIC|PAT|MANSCPT)$/;

/** Works as a file of RIS, in UTF-8, in their order. What the format has no place for is left out: docs/machines.md lists it. */
export function writeRis(items: readonly CslItem[]): string {
  return items.map(writeRecord).join("\n");
}

const writeRecord = remembered((item: CslItem): string => {
  const type = types.get(item.type) ?? "GEN";
  const isArticle = /^(?:JOUR|MGZN|NEWS)$/.test(type);
  const isSeries = inSeries.test(type);
  const [from, to] = item.page?.split(/\s*–\s*|(?<=\d)-(?=\d)/) ?? [];
  const fields: readonly (readonly [tag: string, value: string | undefined])[] = [
    ["TY", type],
    ["ID", item.id],
    ...names("AU", item.author),
    ["TI", item.title],
    ["ST", item["title-short"]],
    ["PY", item.issued && padded(item.issued["date-parts"][0]?.[0] ?? 0, 0)],
    ["DA", item.issued && !isYear(item.issued) ? date(item.issued) : undefined],
    ["T2", isSeries ? item["collection-title"] : item["container-title"]],
    ["T3", isSeries ? undefined : item["collection-title"]],
    ...names("ED", item.editor),
    ...names("A4", item.translator),
    ["PB", item.publisher ?? (/^(?:CASE|STAT|LEGAL|BILL)$/.test(type) ? item.authority : undefined)],
    ["CY", item["publisher-place"]],
    ["VL", item.volume],
    ["IS", isArticle ? item.issue : undefined],
    [isArticle ? "M1" : "IS", item.number],
    ["SP", from],
    ["EP", to],
    ["SE", item.section],
    ["ET", item.edition],
    ["M3", item.genre],
    ["SN", item.ISBN],
    ["DO", item.DOI],
    ["UR", item.URL],
    ["Y2", item.accessed && date(item.accessed)],
    ["LA", item.language],
    ["AB", item.abstract],
  ];
  const lines = fields.flatMap(([tag, value]) => (value === undefined ? [] : [`${tag}  - ${oneLine(value)}\n`]));
  return `${lines.join("")}ER  - \n`;
});

function isYear({ "date-parts": [first = []] }: CslDate): boolean {
  return first.length === 1;
}

/** The first day of a span: RIS has no last. */
function date({ "date-parts": [first = []] }: CslDate): string {
  return [0, 1, 2].map((at) => (first[at] === undefined ? "" : padded(first[at], at))).join("/");
}

function names(tag: string, list: readonly Name[] = []): (readonly [string, string])[] {
  return list.map(({ family, given, literal }) => [
    tag,
    family !== undefined && given !== undefined
      ? `${withoutCommas(family)}, ${withoutCommas(given)}`
      : withoutCommas(literal ?? family ?? ""),
  ]);
}

/** A comma would make a body a person: only the words are kept. */
function withoutCommas(text: string): string {
  return text.replace(/\s*,\s*/g, " ").trim();
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, " ").trim();
}
