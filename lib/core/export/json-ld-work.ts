import { printName, type Name } from "../front-matter/name.ts";
import { remembered } from "../remembered.ts";
import type { CslItem } from "./csl-item.ts";
import { isoDate } from "./iso-date.ts";
import { schemaType } from "./schema-type.ts";

/** A node of JSON-LD in the vocabulary of schema.org. */
export interface JsonLdNode {
  readonly "@type"?: string;
  readonly "@id"?: string;
  readonly [property: string]: unknown;
}

/** The classes of the works that others stand in. */
const containers: ReadonlyMap<CslItem["type"], string> = new Map([
  ["article-journal", "Periodical"],
  ["article-magazine", "Periodical"],
  ["article-newspaper", "Newspaper"],
  ["chapter", "Book"],
  ["post-weblog", "Blog"],
  ["webpage", "WebSite"],
]);

/** A work as schema.org describes it. @param id where this site shows it. */
export function workNode(item: CslItem, id: string): JsonLdNode {
  return { "@type": schemaType(item.type), "@id": id, ...propertiesOf(item) };
}

const propertiesOf = remembered((item: CslItem): JsonLdNode => {
  const type = schemaType(item.type);
  const container = item["container-title"];
  return withoutUndefined({
    name: item.title,
    alternateName: item["title-short"],
    author: item.author?.map(agentNode),
    editor: item.editor?.map(agentNode),
    translator: item.translator?.map(agentNode),
    datePublished: item.issued && isoDate(item.issued).split("/")[0],
    publisher: item.publisher === undefined ? undefined : { "@type": "Organization", name: item.publisher },
    isPartOf:
      container === undefined ? undefined : { "@type": containers.get(item.type) ?? "CreativeWork", name: container },
    inLanguage: item.language,
    abstract: item.abstract,
    genre: item.genre,
    version: item.version,
    url: item.URL,
    identifier: identifiers(item),
    sameAs: item.DOI === undefined ? undefined : `https://doi.org/${encodeURI(item.DOI)}`,
    isbn: type === "Book" ? item.ISBN : undefined,
    reportNumber: type === "Report" ? item.number : undefined,
    legislationIdentifier: type === "Legislation" ? item.number : undefined,
  });
});

/** A person, or a body. */
export function agentNode(name: Name): JsonLdNode {
  if (name.family === undefined) return { "@type": "Organization", name: printName(name) };
  const { given: givenName, family: familyName } = name;
  return withoutUndefined({ "@type": "Person", name: printName(name), givenName, familyName });
}

function identifiers({ DOI, ISBN, number }: CslItem): JsonLdNode[] | undefined {
  const found = [["DOI", DOI], ["ISBN", ISBN], ["number", number]].flatMap(([propertyID, value]) =>
    value === undefined ? [] : [{ "@type": "PropertyValue", propertyID, value }],
  ); // prettier-ignore
  return found.length > 0 ? found : undefined;
}

export function withoutUndefined(node: Readonly<Record<string, unknown>>): JsonLdNode {
  return Object.fromEntries(Object.entries(node).filter(([, value]) => value !== undefined));
}

/**
 * JSON-LD as the content of a `<script>`: nothing that a text says can end the element or
 * open a comment in it, and no line ends where JavaScript would see one.
 */
export function scriptContent(data: object): string {
  return JSON.stringify(data).replace(
    /[<>&\u2028\u2029]/g,
    (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, "0")}`,
  );
}
