import type { BibliographyEntry } from "./bibliography.ts";
import { readBibtexNames } from "./bibtex-names.ts";
import { bibtexTypes, genres, quietFields } from "./bibtex-types.ts";
import { readLatex, readVerbatim } from "./latex-text.ts";
import { MetadataBuilder } from "./metadata-builder.ts";
import { joinDate } from "./written-date.ts";

/** Which field gives what, the first that is there; for reports, theses and the like the body comes before the publisher. */
const plainFields = [
  ["title-short", ["shorttitle"]],
  ["event-title", ["eventtitle"]],
  ["collection-title", ["series"]],
  ["publisher-place", ["location", "address"]],
  ["volume", ["volume"]],
  ["edition", ["edition"]],
  ["version", ["version"]],
  ["ISBN", ["isbn"]],
  ["abstract", ["abstract"]],
  ["archive", ["library", "archive"]],
  ["medium", ["howpublished"]],
  ["jurisdiction", ["jurisdiction"]],
  ["section", ["section", "chapter"]],
] as const;

type Description = Pick<BibliographyEntry, "metadata" | "doubts" | "dropped">;

/** The work that an entry of BibTeX or BibLaTeX describes. @param fields by name in lower case, still in LaTeX. */
export function describeBibtex(type: string, fields: ReadonlyMap<string, string>): Description {
  const made = new MetadataBuilder();
  const used = new Set<string>();
  const first = (...names: readonly string[]) => {
    for (const name of names) used.add(name);
    return names.map((name) => fields.get(name)).find((value) => value !== undefined && value.trim() !== "");
  };
  const text = (...names: readonly string[]) => {
    const value = first(...names);
    if (value === undefined) return undefined;
    const { text: said, unknown } = readLatex(value);
    for (const command of unknown) made.doubt(`${names.join(" or ")}: ${command} is not known and was left out.`);
    return said;
  };
  const verbatim = (name: string) => {
    const value = first(name);
    return value === undefined ? undefined : readVerbatim(value);
  };

  const cslType = typeOf(type, fields.get("entrysubtype"));
  made.text("type", cslType ?? "document");
  if (cslType === undefined)
    made.doubt(`@${type.slice(0, 40)} is not a type that is known here; it is called a document.`);
  made.text("title", joined(text("title"), text("subtitle")));
  for (const role of ["author", "editor", "translator"] as const) {
    const { names, hasOthers } = readBibtexNames(first(role) ?? "");
    made.names(role, names);
    if (hasOthers) made.doubt(`${role}: "and others" names nobody and was left out.`);
  }
  made.issued(text("date") ?? joinDate(text("year"), text("month"), text("day")));
  made.text(
    "container-title",
    joined(text("journaltitle", "journal", "booktitle", "maintitle"), text("journalsubtitle", "booksubtitle")),
  );
  const isLegal = cslType === "legislation" || cslType === "legal_case";
  if (isLegal) made.text("authority", text("institution", "organization", "court"));
  const isOfBody = cslType === "report" || cslType === "thesis";
  const bodies = ["institution", "school", "organization"];
  const others = isLegal ? [] : bodies;
  made.text("publisher", text(...(isOfBody ? [...bodies, "publisher"] : ["publisher", ...others])));
  made.address(verbatim("url"));
  const published = fields.get("howpublished") ?? "";
  if (/^\s*(?:\\url\s*\{)?\s*https?:\/\//i.test(published)) made.address(verbatim("howpublished"));
  for (const [key, names] of plainFields)
    if (key !== "medium" || !/https?:\/\//i.test(published)) made.text(key, text(...names));
  const isArticle = cslType?.startsWith("article") === true;
  made.text("issue", text("issue"));
  made.text(isArticle ? "issue" : "number", text("number"));
  made.text("number", text("eid"));
  made.pages(text("pages"));
  made.doi(verbatim("doi"));
  made.accessed(text("urldate"));
  made.language(text("language") ?? text("langid", "hyphenation"));
  const genre = text("type");
  made.text("genre", genre === undefined ? genres.get(type) : (genres.get(genre.toLowerCase()) ?? genre));
  addEprint(made, verbatim("eprint"), text("eprinttype", "archiveprefix"));
  const dropped = [...fields.keys()].filter((name) => !used.has(name) && !quietFields.has(name));
  return { metadata: made.metadata, doubts: made.doubts, dropped };
}

function typeOf(type: string, subtype: string | undefined): string | undefined {
  const found = bibtexTypes.get(type);
  if (found !== "article-journal") return found;
  const kind = /newspaper|magazine/i.exec(subtype ?? "")?.[0].toLowerCase();
  return kind === undefined ? found : `article-${kind}`;
}

function addEprint(made: MetadataBuilder, eprint: string | undefined, archive: string | undefined): void {
  if (eprint === undefined || !/^arxiv$/i.test(archive ?? "")) return;
  made.text("archive", "arXiv");
  made.text("number", eprint);
  if (!made.has("URL") && /^[\w./-]+$/.test(eprint)) made.address(`https://arxiv.org/abs/${eprint}`);
}

function joined(title: string | undefined, subtitle: string | undefined): string | undefined {
  if (title === undefined || subtitle === undefined) return title ?? subtitle;
  return /[?!.:]$/.test(title) ? `${title} ${subtitle}` : `${title}: ${subtitle}`;
}
