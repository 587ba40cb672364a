import type { CslItem } from "../export/csl-item.ts";
import type { CitationStyle } from "./forms.ts";
import { dayFirst, yearOf } from "./item-date.ts";
import { contributorsOf, fullName, listNames, shortName, type NameList } from "./names.ts";
import { around, ended, firstNoteSlot, joined, pinpointSlot, type Piece, type Runs } from "./run.ts";
import type { Wording } from "./wording.ts";
import {
  caseReference,
  containerRun,
  editionOf,
  firstPage,
  isLegal,
  kindOf,
  quotedTitle,
  shortTitle,
  titleRun,
  treatySeries,
  webRun,
  whereFrom,
  yearInTitle,
} from "./work.ts";

/**
 * Notes after OSCOLA, 4th edition: the full citation first, later the author's family name and
 * the number of that note, "(n 3)", with the title where an author has several works; statutes
 * by their names alone (1.2.1). "ibid" right behind a note that cites the same work (1.2.3). No
 * full stops in names and abbreviations, a full stop at the end (1.4). More than three authors:
 * the first "and others" (1.4, 3.1.1). Cases, acts and treaties after 2.1, 2.4 and the part on
 * international law; secondary sources after 3. Titles stay as the source has them.
 */
export const oscola: CitationStyle = (item, { words: given, isOneOfSeveral }) => {
  const words = oscolaWords(given);
  const source = { to: "source" } as const;
  return {
    first: ended(fullNote(item, words, pinpointSlot), words.stop),
    again: ended(joined(" ", shortNote(item, words, isOneOfSeveral), pinpointSlot), words.stop),
    next: ended(joined(" ", { text: words.ibid, link: source }, pinpointSlot), words.stop),
    whole: ended(fullNote(item, words, undefined), words.stop),
  };
};

/** English words as OSCOLA has them. */
function oscolaWords(words: Wording): Wording {
  if (words.language !== "en") return words;
  return {
    ...words,
    ibid: "ibid",
    andOthers: "and others",
    editors: ["ed", "eds"],
    translators: ["tr", "trs"],
    edition: "edn",
    volume: "vol",
  };
}

function fullNote(item: CslItem, words: Wording, pinpoint: Piece): Runs {
  if (isLegal(item)) return legal(item, words, pinpoint);
  const kind = kindOf(item);
  const volumes = ["book", "chapter", "report"].includes(kind) ? around(`${words.volume} `, item.volume) : undefined;
  const head = joined(words.comma, contributors(item, words), joined(" ", title(item), inWork(item, words)), volumes);
  const number = kind === "report" ? joined(" ", item.genre, item.number) : undefined;
  const body = joined(" ", head, appeared(item), publication(item, words), number);
  const place = kind === "article" && firstPage(item) !== "" ? words.comma : " ";
  return joined(" ", joined(place, body, pinpoint), webAddress(item, words));
}

function shortNote(item: CslItem, words: Wording, withTitle: boolean): Runs {
  const number = kindOf(item) === "law" ? undefined : [{ text: `(${words.note} ` }, firstNoteSlot, { text: ")" }];
  const who = contributorsOf(item);
  if (isLegal(item)) return joined(" ", [titleRun(shortTitle(item), kindOf(item) === "case")], number);
  if (!who) return joined(" ", title(item, shortTitle(item)), number);
  const names = listNames(who.names, list(words, shortName)).map((run) => ({
    ...run,
    link: { to: "source" } as const,
  }));
  return joined(" ", joined(words.comma, names, withTitle ? title(item, shortTitle(item)) : undefined), number);
}

function legal(item: CslItem, words: Wording, pinpoint: Piece): Runs {
  const year = yearOf(item.issued);
  const kind = kindOf(item);
  const title = titleRun(item.title, kind === "case");
  if (kind === "case") {
    const reference = caseReference(item, year);
    const court = item.number === undefined ? around("(", item.authority, ")") : undefined;
    return joined(" ", title, reference, court, pinpoint);
  }
  if (kind === "treaty")
    return joined(" ", title, around("(", dayFirst(item.issued, words.language), ")"), treatySeries(item), pinpoint);
  return joined(" ", title, yearInTitle(item, year), item.number, pinpoint);
}

function list(words: Wording, write: NameList["write"]): NameList {
  const and = ` ${words.and} `;
  return { write, comma: words.comma, and: [and, and], most: 3, others: words.andOthers };
}

/** "Guy S Goodwin-Gill": no full stops behind initials. */
function spoken(name: Parameters<NameList["write"]>[0]): string {
  return name.literal ?? fullName(name).replace(/(?<=\p{Lu})\.(?=\s|$|\p{Lu})/gu, "");
}

function contributors(item: CslItem, words: Wording): Piece {
  const who = contributorsOf(item);
  if (!who) return undefined;
  const [one, several] = who.as === "editor" ? words.editors : words.translators;
  const names = listNames(who.names, list(words, spoken));
  return who.as === "author" ? names : joined(" ", names, `(${who.names.length > 1 ? several : one})`);
}

function title(item: CslItem, words = item.title): Runs {
  return kindOf(item) === "book" ? [titleRun(words, true)] : quotedTitle(words, ["‘", "’"]);
}

/** What a chapter is in, with its editors before it (3.2.5). */
function inWork(item: CslItem, words: Wording): Piece {
  if (kindOf(item) !== "chapter") return undefined;
  const editors = item.author && item.editor;
  const [one, several] = words.editors;
  const who =
    editors && joined(" ", listNames(editors, list(words, spoken)), `(${editors.length > 1 ? several : one})`);
  return around(`${words.in} `, joined(words.comma, who, containerRun(item)));
}

/** What an article is in: a journal with year and volume (3.3.1), a newspaper (3.4.9). */
function appeared(item: CslItem): Piece {
  if (kindOf(item) === "newspaper") return containerRun(item);
  if (kindOf(item) !== "article") return undefined;
  const year = yearOf(item.issued);
  const dated = item.volume === undefined ? around("[", year, "]") : around("(", year, ")");
  const volume = joined("", item.volume, item.volume === undefined ? item.issue : undefined);
  return joined(" ", dated, volume, item["container-title"], firstPage(item));
}

function publication(item: CslItem, words: Wording): Piece {
  const { genre, publisher } = item;
  const year = yearOf(item.issued);
  const day = dayFirst(item.issued, words.language);
  const published = (date: string) => joined(" ", publisher, date);
  const inner = (): Piece => {
    switch (kindOf(item)) {
      case "article":
        return undefined;
      case "newspaper":
        return joined(words.comma, containerRun(item) ? undefined : item.publisher, item["publisher-place"], day);
      case "web":
        return joined(words.comma, whereFrom(item), day);
      case "thesis":
        return joined(words.comma, genre, published(year));
      case "paper":
        return item.type === "speech"
          ? joined(words.comma, item["event-title"] ?? item.publisher, item["publisher-place"], day)
          : joined(words.comma, item.type === "document" ? genre : undefined, publisher, day);
      default:
        return joined(words.comma, helpers(item, words), editionOf(item, words), published(year));
    }
  };
  return around("(", inner(), ")");
}

/** Who edited or translated what somebody else wrote (3.2.3). */
function helpers(item: CslItem, words: Wording): Piece {
  const all = [
    { names: item.author && kindOf(item) !== "chapter" ? item.editor : undefined, as: words.editors },
    { names: (item.author ?? item.editor) ? item.translator : undefined, as: words.translators },
  ];
  const written = all.map(
    ({ names, as: [one, several] }) =>
      names && joined(" ", listNames(names, list(words, spoken)), names.length > 1 ? several : one),
  );
  return joined(words.comma, ...written);
}

/** What is read online, and when it was last seen there (3.1.4). */
function webAddress({ URL: url, accessed }: CslItem, words: Wording): Piece {
  if (url === undefined) return undefined;
  const day = around(`${words.accessed} `, dayFirst(accessed, words.language));
  return joined(
    " ",
    ["<", webRun(url), ">"].flatMap((one) => (typeof one === "string" ? { text: one } : (one ?? []))),
    day,
  );
}
