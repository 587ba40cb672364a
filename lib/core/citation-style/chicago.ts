import type { CslItem } from "../export/csl-item.ts";
import type { CitationStyle } from "./forms.ts";
import { monthFirst, yearOf } from "./item-date.ts";
import { contributorsOf, fullName, listNames, shortName, type NameList } from "./names.ts";
import { around, ended, isSlot, joined, pinpointSlot, type Piece, type Run, type Runs } from "./run.ts";
import type { Wording } from "./wording.ts";
import {
  addressOf,
  caseReference,
  containerRun,
  editionOf,
  isLegal,
  kindOf,
  quotedTitle,
  reportNumber,
  shortTitle,
  titleRun,
  treatySeries,
  webRun,
  whereFrom,
  yearInTitle,
} from "./work.ts";

/**
 * Notes after The Chicago Manual of Style, 17th edition: full note (14.19, 14.23), shortened
 * note with the authors' family names and the short title (14.30-14.33), "Ibid." right behind a
 * note that cites the same work (14.34). Four authors or more: the first and "et al." (14.76).
 * Laws, treaties and judgments by their names (14.269-14.305). Titles stay as the source has them.
 */
export const chicago: CitationStyle = (item, { words }) => {
  const { comma, stop } = words;
  return {
    first: inQuotes(ended(fullNote(item, words, pinpointSlot), stop)),
    again: inQuotes(ended(joined(comma, shortNote(item, words), pinpointSlot), stop)),
    next: ended(joined(comma, { text: words.ibid, link: { to: "source" } }, pinpointSlot), stop),
    whole: inQuotes(ended(fullNote(item, words, undefined), stop)),
  };
};

function fullNote(item: CslItem, words: Wording, pinpoint: Piece): Runs {
  const { comma } = words;
  if (isLegal(item)) return joined(comma, ...legal(item, words), pinpoint, webRun(addressOf(item)));
  const volumes = kindOf(item) === "article" ? undefined : around(`${words.volume} `, item.volume);
  const head = joined(
    comma,
    contributors(item, words),
    title(item),
    inWork(item, words),
    translation(item, words),
    editionOf(item, words),
    volumes,
    numbered(item, words),
  );
  const facts = publication(item, words);
  const body = joined(["article", "newspaper", "web"].includes(kindOf(item)) ? comma : " ", head, facts);
  const within = pinpoint ?? (item.page === undefined ? undefined : shortRange(item.page));
  const before = kindOf(item) === "article" && pagesFollow(item) ? ": " : comma;
  return joined(comma, joined(before, body, within), accessed(item, words), webRun(addressOf(item)));
}

function shortNote(item: CslItem, words: Wording): Runs {
  if (isLegal(item)) return [titleRun(shortTitle(item), kindOf(item) === "case")];
  const who = contributorsOf(item);
  return joined(words.comma, who && listNames(who.names, list(words, shortName)), title(item, shortTitle(item)));
}

function legal(item: CslItem, words: Wording): Piece[] {
  const year = yearInTitle(item, yearOf(item.issued));
  if (kindOf(item) === "case") return [titleRun(item.title, false), caseReference(item, yearOf(item.issued)) || year];
  if (kindOf(item) === "treaty")
    return [titleRun(item.title, false), monthFirst(item.issued, words.language), treatySeries(item)];
  return [titleRun(item.title, false), item.number, item.section, year];
}

function list(words: Wording, write: NameList["write"]): NameList {
  const { comma, and, andOthers } = words;
  // A comma stands before the last of three (6.19), in English.
  const last = words.language === "en" ? `, ${and} ` : ` ${and} `;
  return { write, comma, and: [` ${and} `, last], most: 3, others: andOthers };
}

function contributors(item: CslItem, words: Wording): Piece {
  const who = contributorsOf(item);
  if (!who) return undefined;
  const names = listNames(who.names, list(words, fullName));
  const [one, several] = who.as === "editor" ? words.editors : words.translators;
  return who.as === "author" ? names : joined(words.comma, names, who.names.length > 1 ? several : one);
}

function title(item: CslItem, words = item.title): Runs {
  return kindOf(item) === "book" ? [titleRun(words, true)] : quotedTitle(words, ["“", "”"]);
}

/** What a chapter is in, and who edited it (14.106). */
function inWork(item: CslItem, words: Wording): Piece {
  if (kindOf(item) !== "chapter") return undefined;
  const container = around(`${words.in} `, containerRun(item));
  const editors = item.author && item.editor && listNames(item.editor, list(words, fullName));
  return joined(words.comma, container, around(`${words.editedBy} `, editors));
}

/** Who translated or edited what somebody else wrote (14.104). */
function translation(item: CslItem, words: Wording): Piece {
  const editors = item.author && kindOf(item) !== "chapter" ? item.editor : undefined;
  const translators = (item.author ?? item.editor) && item.translator;
  return joined(
    words.comma,
    around(`${words.editedBy} `, editors && listNames(editors, list(words, fullName))),
    around(`${words.translatedBy} `, translators && listNames(translators, list(words, fullName))),
  );
}

/** A report is known by its number, a paper by what it is. */
function numbered(item: CslItem, words: Wording): Piece {
  if (kindOf(item) === "report") return reportNumber(item, words.number);
  return kindOf(item) === "paper" && item.type === "document" ? item.genre : undefined;
}

/** Where and when it was published: in parentheses, but for what appears in a newspaper or on a site. */
function publication(item: CslItem, words: Wording): Piece {
  const { comma } = words;
  const date = monthFirst(item.issued, words.language);
  switch (kindOf(item)) {
    case "article": {
      const dated = item.issued && around("(", date, ")");
      const issue = around(`${words.number} `, item.issue);
      const numbers = joined(comma, item.volume, issue);
      return joined(" ", joined(item.volume === undefined ? comma : " ", containerRun(item), numbers), dated);
    }
    case "newspaper":
      return joined(comma, whereFrom(item), date || words.noDate);
    case "web":
      return joined(comma, item["container-title"] ?? item.publisher, date);
    case "book":
    case "chapter":
      return published(item, words, yearOf(item.issued));
    default:
      return published(item, words, date);
  }
}

function published(item: CslItem, words: Wording, date: string): Piece {
  const { publisher, genre, type } = item;
  const kind = kindOf(item) === "thesis" || type === "speech" ? genre : undefined;
  const event = type === "speech" ? item["event-title"] : undefined;
  const place = kindOf(item) === "thesis" ? undefined : item["publisher-place"];
  const where = joined(": ", type === "speech" ? undefined : place, publisher);
  const inner = joined(words.comma, kind, event, type === "speech" ? place : undefined, where, date || words.noDate);
  return around("(", inner, ")");
}

/** When it was seen, for what bears no date of its own (14.12). */
function accessed({ issued, accessed: day, URL: url }: CslItem, words: Wording): Piece {
  return issued || url === undefined ? undefined : around(`${words.accessed} `, monthFirst(day, words.language));
}

function pagesFollow({ volume, issued }: CslItem): boolean {
  return volume !== undefined || issued !== undefined;
}

/** 211-230 as 211–30 (9.61): of the last number what changes, two digits at the least, all of it below 100. */
export function shortRange(pages: string): string {
  return pages.replace(/(\d+)\s*[-–]\s*(\d+)/gu, (_, from: string, to: string) => {
    if (from.length !== to.length || from.length < 3 || from.endsWith("00")) return `${from}–${to}`;
    let same = 0;
    while (from[same] === to[same] && same < from.length - 1) same += 1;
    const shown = from.at(-2) === "0" && same === from.length - 1 ? 1 : 2;
    return `${from}–${to.slice(Math.min(same, to.length - shown))}`;
  });
}

/** A comma or full stop stands before a closing quotation mark (6.9), and not behind a title that ends itself. */
function inQuotes(runs: Runs): Runs {
  const moved: Run[] = [];
  for (const run of runs) {
    const last = moved.at(-1);
    const sign = isSlot(run) ? undefined : /^[,.،۔]/u.exec(run.text)?.[0];
    if (sign === undefined || isSlot(run) || !last || isSlot(last) || last.text !== "”") {
      moved.push(run);
      continue;
    }
    const title = moved.at(-2);
    const endsItself = title && !isSlot(title) && /[.!?؟۔,]$/u.test(title.text);
    moved[moved.length - 1] = { text: endsItself ? "”" : `${sign}”` };
    moved.push({ ...run, text: run.text.slice(sign.length) });
  }
  return moved.filter((run) => isSlot(run) || run.text !== "");
}
