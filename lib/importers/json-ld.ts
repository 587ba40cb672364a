import type { ImportedMetadata, ImportedName } from "./imported-document.ts";
import type { HtmlDocument } from "./html-node.ts";
import { definedOnly, readDate, readDoi } from "./metadata-values.ts";

/** schema.org types and the CSL types that they are. */
const types: ReadonlyMap<string, string> = new Map([
  ["NewsArticle", "article-newspaper"],
  ["ReportageNewsArticle", "article-newspaper"],
  ["AnalysisNewsArticle", "article-newspaper"],
  ["OpinionNewsArticle", "article-newspaper"],
  ["ScholarlyArticle", "article-journal"],
  ["Report", "report"],
  ["BlogPosting", "post-weblog"],
  ["Article", "webpage"],
  ["WebPage", "webpage"],
  ["Legislation", "legislation"],
  ["Book", "book"],
  ["Dataset", "dataset"],
]);

type Data = ReadonlyMap<string, unknown>;

/** What the first article of a page's JSON-LD says of itself; what cannot be read says nothing. */
export function readJsonLd(document: HtmlDocument): ImportedMetadata {
  const scripts = Array.from(document.querySelectorAll('script[type="application/ld+json"]'));
  const things = scripts.flatMap((script) => flatten(parse(script.textContent ?? "")));
  const article =
    things.find((thing) => typeOf(thing) !== undefined && typeOf(thing) !== "webpage") ?? things.find(typeOf);
  if (!article) return {};
  return definedOnly<ImportedMetadata>({
    title: textOf(article.get("headline")) ?? textOf(article.get("name")),
    author: namesOf(article.get("author")),
    issued: readDate(textOf(article.get("datePublished"))),
    editor: namesOf(article.get("editor")),
    publisher: firstName(article.get("publisher")),
    number: textOf(article.get("reportNumber")),
    ISBN: textOf(article.get("isbn")),
    DOI: [article.get("identifier"), article.get("sameAs")]
      .flat()
      .map(doiOf)
      .find((doi) => doi !== undefined),
    type: typeOf(article),
  });
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** The things of a list or of an @graph. */
function flatten(value: unknown): Data[] {
  if (Array.isArray(value)) return value.flatMap(flatten);
  const data = asData(value);
  return data ? [data, ...flatten(data.get("@graph"))] : [];
}

function typeOf(data: Data): string | undefined {
  const named = [data.get("@type")].flat().find((name) => typeof name === "string" && types.has(name));
  return typeof named === "string" ? types.get(named) : undefined;
}

function namesOf(value: unknown): readonly ImportedName[] | undefined {
  const names = [value].flat().flatMap((one): ImportedName[] => {
    const data = asData(one);
    const [family, given] = [textOf(data?.get("familyName")), textOf(data?.get("givenName"))];
    if (family !== undefined && given !== undefined) return [{ family, given }];
    const name = textOf(one) ?? textOf(data?.get("name"));
    return name === undefined || /^https?:/i.test(name) ? [] : [{ literal: name }];
  });
  return names.length > 0 ? names : undefined;
}

function firstName(value: unknown): string | undefined {
  const [name] = namesOf(value) ?? [];
  return name && "literal" in name ? name.literal : undefined;
}

/** The DOI that an identifier is, whether it is written alone, as an address or as a named value. */
function doiOf(value: unknown): string | undefined {
  return readDoi(textOf(value) ?? textOf(asData(value)?.get("value")));
}

function textOf(value: unknown): string | undefined {
  const text = typeof value === "string" ? value.replace(/\s+/g, " ").trim() : "";
  return text === "" ? undefined : text;
}

function asData(value: unknown): Data | undefined {
  return typeof value === "object" && value !== null && !Array.isArray(value)
    ? new Map(Object.entries(value))
    : undefined;
}
