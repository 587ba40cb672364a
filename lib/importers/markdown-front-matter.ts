import { splitFrontMatter } from "../core/front-matter/split.ts";
import { readYaml, type YamlValue } from "../core/front-matter/yaml.ts";
import { FileText } from "../core/text/file-text.ts";
import type { Dropped, ImportedMetadata, ImportedName } from "./imported-document.ts";
import { definedOnly, readDate, readWebAddress } from "./metadata-values.ts";

export interface MarkdownFrontMatter {
  readonly metadata: ImportedMetadata;
  readonly body: string;
  /** Keys that have no place in a source. */
  readonly dropped: readonly Dropped[];
}

const understood = new Set([
  "title",
  "author",
  "authors",
  "date",
  "issued",
  "publisher",
  "lang",
  "language",
  "url",
  "doi",
]);

/** Take what other programs write above a Markdown text; without it, the text is the body. */
export function readMarkdownFrontMatter(text: string): MarkdownFrontMatter {
  const file = new FileText("", text);
  const whole = { metadata: {}, body: file.text, dropped: [] };
  if (!/^---[ \t]*\n/.test(file.text)) return whole;
  const { yaml, body, problems } = splitFrontMatter(file);
  const reading = readYaml(yaml);
  // A text that begins with a thematic break has two of them and no keys between.
  if (problems.length > 0 || !reading.isWhole || Object.keys(reading.data).length === 0) return whole;
  const keys = new Map(Object.entries(reading.data).map(([key, value]) => [key.toLowerCase(), value]));
  const one = (...names: string[]) => names.map((name) => textOf(keys.get(name))).find((found) => found !== undefined);
  const author = namesOf(keys.get("author") ?? keys.get("authors"));
  const left = [...keys.keys()].filter((key) => !understood.has(key));
  return {
    metadata: definedOnly<ImportedMetadata>({
      title: one("title"),
      author: author.length > 0 ? author : undefined,
      issued: readDate(one("issued", "date")),
      publisher: one("publisher"),
      language: one("language", "lang"),
      URL: readWebAddress(one("url")),
      DOI: one("doi"),
    }),
    body,
    dropped: left.map((key) => ({ what: "key of the front matter", text: key })),
  };
}

function namesOf(value: YamlValue | undefined): ImportedName[] {
  return [value].flat().flatMap((one): ImportedName[] => {
    if (typeof one === "object" && !Array.isArray(one)) {
      const [family, given, literal] = [one.family, one.given, one.literal ?? one.name].map(textOf);
      if (family !== undefined) return [{ family, ...(given !== undefined && { given }) }];
      return literal === undefined ? [] : [{ literal }];
    }
    const literal = textOf(one);
    return literal === undefined ? [] : [{ literal }];
  });
}

function textOf(value: YamlValue | undefined): string | undefined {
  return typeof value === "string" && value.trim() !== "" ? value.trim() : undefined;
}
