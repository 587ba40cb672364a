import type { ImportedMetadata, ImportedName } from "./imported-document.ts";
import type { HtmlDocument } from "./html-node.ts";
import { definedOnly, readDate } from "./metadata-values.ts";

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
export function readJsonLd(
  document: HtmlDocument,
): Pick<ImportedMetadata, "title" | "author" | "issued" | "publisher" | "type"> {
  const scripts = Array.from(document.querySelectorAll('script[type="application/ld+json"]'));
  const things = scripts.flatMap((script) => flatten(parse(script.textContent ?? "")));
  const article =
    things.find((thing) => typeOf(thing) !== undefined && typeOf(thing) !== "webpage") ?? things.find(typeOf);
  if (!article) return {};
  return definedOnly<ImportedMetadata>({
    title: textOf(article.get("headline")) ?? textOf(article.get("name")),
    author: namesOf(article.get("author")),
    issued: readDate(textOf(article.get("datePublished"))),
    publisher: textOf(asData(article.get("publisher"))?.get("name")),
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
    const name = typeof one === "string" ? textOf(one) : textOf(asData(one)?.get("name"));
    return name === undefined || /^https?:/i.test(name) ? [] : [{ literal: name }];
  });
  return names.length > 0 ? names : undefined;
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
