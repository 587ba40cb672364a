import type { CslItem } from "../export/csl-item.ts";
import type { Name } from "../front-matter/name.ts";
import type { CitedAmong } from "./forms.ts";
import { monthFirst, yearAndLetter, yearFirst, yearOf } from "./item-date.ts";
import { contributorsOf, initialledName, invertedName, listNames } from "./names.ts";
import { around, ended, joined, type Piece, type Runs } from "./run.ts";
import type { Wording } from "./wording.ts";
import {
  addressOf,
  caseReference,
  containerRun,
  editionOf,
  isLegal,
  kindOf,
  publisherUnlessAuthor,
  reportNumber,
  titleRun,
  treatySeries,
  webRun,
  whereFrom,
  yearInTitle,
} from "./work.ts";

/** A work as it stands in a list of references after the APA's manual: who, when, what, where. */
export function apaReference(item: CslItem, among: CitedAmong): Runs {
  const { words } = among;
  if (isLegal(item)) return legal(item, words);
  const issued = whenIssued(item, among);
  const named = who(item, words);
  // Without an author the title comes first (9.12).
  const sentences = named ? [named, issued, what(item, words)] : [what(item, words), issued];
  const written = [...sentences, where(item, words)].map((part) => ended(joined("", part), words.stop));
  return joined(" ", ...written, webRun(addressOf(item)));
}

function legal(item: CslItem, words: Wording): Runs {
  const year = yearOf(item.issued);
  const kind = kindOf(item);
  const rest =
    kind === "case"
      ? [caseReference(item, year) || year]
      : kind === "treaty"
        ? [monthFirst(item.issued, words.language), treatySeries(item)]
        : [item.number, yearInTitle(item, year)];
  const named = ended(joined(words.comma, titleRun(item.title, false), ...rest), words.stop);
  return joined(" ", named, webRun(addressOf(item)));
}

/** Family names first, up to twenty of them (9.8); editors as such (9.10). */
function who(item: CslItem, words: Wording): Piece {
  const found = contributorsOf(item);
  if (!found) return undefined;
  const names = found.names.length > 20 ? shortened(found.names, words) : inverted(found.names, words);
  if (found.as === "author") return names;
  const [one, several] = found.as === "editor" ? ["Ed.", "Eds."] : ["Trans.", "Trans."];
  const role =
    words.language === "en" ? (found.names.length > 1 ? several : one) : words.editors[found.names.length > 1 ? 1 : 0];
  return joined(" ", names, `(${role})`);
}

function inverted(names: readonly Name[], { comma }: Wording): Runs {
  const write = (name: Name) => invertedName(name, comma);
  return listNames(names, { write, comma, and: [`${comma}& `, `${comma}& `], most: 20, others: "" });
}

function shortened(names: readonly Name[], words: Wording): Runs {
  const first = listNames(names.slice(0, 19), {
    write: (name) => invertedName(name, words.comma),
    comma: words.comma,
    and: [words.comma, words.comma],
    most: 20,
    others: "",
  });
  return joined(`${words.comma}. . . `, first, inverted(names.slice(-1), words));
}

/** The year, or where days count the day (9.14). */
function whenIssued(item: CslItem, { words, letter }: CitedAmong): Piece {
  const year = yearOf(item.issued);
  if (year === "") return `(${yearAndLetter(year, letter, words.noDate)})`;
  const isDated = ["newspaper", "web"].includes(kindOf(item)) || ["speech", "interview"].includes(item.type);
  const date = isDated ? yearFirst(item.issued, words.language) : year;
  return `(${date.replace(year, year + letter)})`;
}

/** The title: in italics where the work stands alone (9.19), with what tells it apart. */
function what(item: CslItem, words: Wording): Piece {
  const isPart = ["article", "chapter", "newspaper"].includes(kindOf(item));
  const details =
    kindOf(item) === "chapter"
      ? []
      : [
          editionOf(item, words),
          volume(item, words),
          number(item, words),
          version(item, words),
          translators(item, words),
        ];
  return joined(
    " ",
    titleRun(item.title, !isPart),
    around("(", joined(words.comma, ...details), ")"),
    around("[", form(item, words), "]"),
  );
}

function volume(item: CslItem, words: Wording): Piece {
  if (item.volume === undefined || kindOf(item) !== "book") return undefined;
  return `${words.language === "en" ? "Vol." : words.volume} ${item.volume}`;
}

function number(item: CslItem, words: Wording): Piece {
  return kindOf(item) === "report" ? reportNumber(item, words.language === "en" ? "No." : words.number) : undefined;
}

function version({ version: given }: CslItem, words: Wording): Piece {
  return around(`${words.version} `, given);
}

function translators({ author, translator }: CslItem, words: Wording): Piece {
  if (!author || !translator) return undefined;
  const as = words.language === "en" ? "Trans." : words.translators[0];
  return joined(
    words.comma,
    listNames(translator, {
      write: initialledName,
      comma: words.comma,
      and: [" & ", `${words.comma}& `],
      most: 20,
      others: "",
    }),
    as,
  );
}

/** What it is, where that goes without saying for no reader (9.21). */
function form(item: CslItem, words: Wording): Piece {
  if (item.type === "dataset") return words.language === "en" ? "Data set" : item.genre;
  const kind = kindOf(item);
  const { genre } = item;
  if (genre === undefined || (kind !== "thesis" && kind !== "paper")) return undefined;
  return kind === "thesis" ? genre : genre.charAt(0).toUpperCase() + genre.slice(1);
}

function where(item: CslItem, words: Wording): Piece {
  const { comma } = words;
  const italic = containerRun(item);
  switch (kindOf(item)) {
    case "article": {
      const volumeAndIssue = joined(
        "",
        item.volume && { text: item.volume, look: "italic" },
        around("(", item.issue, ")"),
      );
      return joined(comma, italic, volumeAndIssue, item.page?.replace(/\s*-\s*/g, "–"));
    }
    case "newspaper":
      return whereFrom(item);
    case "chapter": {
      const editors = item.author && item.editor;
      const names =
        editors &&
        listNames(editors, { write: initialledName, comma, and: [" & ", `${comma}& `], most: 20, others: "" });
      const role = words.language === "en" ? (editors && editors.length > 1 ? "Eds." : "Ed.") : words.editors[0];
      const pages = item.page && `${words.language === "en" ? "pp. " : ""}${item.page.replace(/\s*-\s*/g, "–")}`;
      const parenthesis = joined(comma, editionOf(item, words), pages);
      const book = joined(" ", joined(comma, around("", names, ` (${role})`), italic), around("(", parenthesis, ")"));
      const lead = words.language === "en" ? "In " : `${words.in} `;
      return joined(`${words.stop} `, around(lead, book), item.publisher);
    }
    case "web":
      return item["container-title"] ?? publisherUnlessAuthor(item);
    default:
      return item.type === "speech"
        ? joined(comma, item["event-title"] ?? publisherUnlessAuthor(item), item["publisher-place"])
        : publisherUnlessAuthor(item);
  }
}
