import { readPersonalName } from "../metadata-values.ts";
import type { ImportedName } from "../imported-document.ts";
import type { BibliographyEntry } from "./bibliography.ts";
import { makeName } from "./make-name.ts";
import { MetadataBuilder, withoutTags } from "./metadata-builder.ts";
import { readWrittenDate } from "./written-date.ts";

/** Types of RIS and the CSL types that they are. */
const types: ReadonlyMap<string, string> = new Map([
  ["ABST", "article-journal"], ["ADVS", "motion_picture"], ["AGGR", "dataset"], ["ANCIENT", "classic"],
  ["ART", "graphic"], ["BILL", "bill"], ["BLOG", "post-weblog"], ["BOOK", "book"], ["CASE", "legal_case"],
  ["CHAP", "chapter"], ["CHART", "figure"], ["CLSWK", "classic"], ["COMP", "software"], ["CONF", "book"],
  ["CPAPER", "paper-conference"], ["CTLG", "book"], ["DATA", "dataset"], ["DBASE", "dataset"],
  ["DICT", "entry-dictionary"], ["EBOOK", "book"], ["ECHAP", "chapter"], ["EDBOOK", "book"], ["EJOUR", "article-journal"],
  ["ELEC", "webpage"], ["ENCYC", "entry-encyclopedia"], ["FIGURE", "figure"], ["GEN", "document"], ["GOVDOC", "report"],
  ["GRANT", "document"], ["HEAR", "hearing"], ["ICOMM", "personal_communication"], ["INPR", "article-journal"],
  ["JFULL", "periodical"], ["JOUR", "article-journal"], ["LEGAL", "legislation"], ["MANSCPT", "manuscript"],
  ["MAP", "map"], ["MGZN", "article-magazine"], ["MPCT", "motion_picture"], ["MUSIC", "musical_score"],
  ["NEWS", "article-newspaper"], ["PAMP", "pamphlet"], ["PAT", "patent"], ["PCOMM", "personal_communication"],
  ["RPRT", "report"], ["SER", "periodical"], ["SLIDE", "speech"], ["SOUND", "song"], ["STAND", "standard"],
  ["STAT", "legislation"], ["THES", "thesis"], ["UNBILL", "bill"], ["UNPB", "manuscript"], ["VIDEO", "motion_picture"],
  ["WEB", "webpage"],
]); // prettier-ignore

/** Types that stand in something: T2 is what holds them, and otherwise the series. */
const parts =
  /^(?:article|chapter|paper|entry|post|webpage|figure|graphic|legislation|legal|bill|hearing|motion|song|speech|personal|document)/;

const quiet = new Set(["TY", "ID", "KW", "Y1", "PY", "DA", "SP", "EP", "JA", "J2", "JF", "JO", "BT", "DB", "DP"]);

/** The work that a record of RIS describes. @param fields values in order, by tag. */
export function describeRis(
  fields: ReadonlyMap<string, readonly string[]>,
): Pick<BibliographyEntry, "metadata" | "doubts" | "dropped"> {
  const made = new MetadataBuilder();
  const used = new Set<string>();
  const all = (...tags: string[]) => {
    for (const tag of tags) used.add(tag);
    return tags.flatMap((tag) => fields.get(tag) ?? []).filter((value) => value !== "");
  };
  const one = (...tags: string[]) => all(...tags).map(withoutTags)[0];
  const [code = ""] = all("TY");
  const type = types.get(code.toUpperCase());
  made.text("type", type ?? "document");
  if (type === undefined)
    made.doubt(`"${code.slice(0, 20)}" is not a type that is known here; it is called a document.`);
  made.text("title", type === "book" ? one("TI", "T1", "BT", "CT") : one("TI", "T1", "CT"));
  made.text("title-short", one("ST"));
  made.names("author", all("AU", "A1").flatMap(readName));
  made.names("editor", all("ED", "A2").flatMap(readName));
  made.names("translator", all("A4").flatMap(readName));
  made.issued(mostExact(all("DA", "PY", "Y1")));
  made.accessed(one("Y2"));
  const container = parts.test(type ?? "");
  made.text(
    container ? "container-title" : "collection-title",
    container ? one("T2", "JF", "JO", "BT", "J2", "JA") : one("T2"),
  );
  made.text("collection-title", one("T3"));
  const isLaw = type === "legal_case" || type === "legislation" || type === "bill";
  made.text(isLaw ? "authority" : "publisher", one("PB"));
  made.text("publisher-place", one("CY", "PP"));
  made.text("volume", one("VL"));
  made.text(type?.startsWith("article") === true ? "issue" : "number", one("IS"));
  made.text("number", one("M1"));
  const [from, to] = [one("SP"), one("EP")];
  made.pages(from !== undefined && to !== undefined && from !== to ? `${from}–${to}` : from);
  made.text("section", one("SE"));
  made.text("edition", one("ET"));
  made.text("genre", one("M3"));
  const serial = one("SN");
  if (/^(?:book|chapter|paper|entry)/.test(type ?? "")) made.text("ISBN", serial);
  else if (type === "report" || type === "standard" || type === "patent") made.text("number", serial);
  made.doi(one("DO"));
  for (const address of all("UR").flatMap((line) => line.split(/;\s*(?=https?:)/))) made.address(address);
  made.language(one("LA"));
  made.text("abstract", one("AB", "N2"));
  const dropped = [...fields.keys()].filter((tag) => !used.has(tag) && !quiet.has(tag));
  return { metadata: made.metadata, doubts: made.doubts, dropped };
}

/** "Shah, Amina, Jr." in its parts, with the particles that stand where they were written. */
function readName(text: string): ImportedName[] {
  const [family = "", given = "", suffix = "", ...more] = text.split(",").map((part) => part.trim());
  if (given === "" || more.length > 0) return makeName({ literal: text.replace(/[,\s]+$/, "") });
  const name = readPersonalName(`${family}, ${given}`);
  return "literal" in name ? makeName(name) : makeName({ ...name, suffix });
}

/** Of several dates in one year, the one that says most. */
function mostExact(dates: readonly string[]): string | undefined {
  const [first, ...rest] = dates;
  const known = readWrittenDate(first ?? "").date;
  const closer = rest.find((one) => {
    const { date } = readWrittenDate(one);
    return date !== undefined && (known === undefined || (date.length > known.length && date.startsWith(known)));
  });
  return closer ?? first;
}
