import { escapeHtml } from "./escape.ts";

/** An element of an XML file: a text, or other elements. Names are Pincite's own; texts and values are anybody's. */
export interface XmlElement {
  readonly name: string;
  /** In the order in which they are written; one without a value is left out. */
  readonly attributes?: Readonly<Record<string, string | undefined>>;
  readonly content?: string | readonly XmlElement[];
}

/** What XML 1.0 has no way to write, escaped or not (section 2.2, Char). */
const noCharacter = /[^\t\n\r\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/gu;

/**
 * An XML file in UTF-8, an element a line. Texts come back as they were given, but for
 * characters that XML cannot write at all: U+FFFD stands for each.
 */
export function writeXml(root: XmlElement): string {
  return `<?xml version="1.0" encoding="UTF-8"?>\n${write(root, "")}`;
}

function write({ name, attributes = {}, content = "" }: XmlElement, indent: string): string {
  const written = Object.entries(attributes).flatMap(([key, value]) =>
    value === undefined ? [] : [` ${key}="${escape(value)}"`],
  );
  const start = `${indent}<${name}${written.join("")}`;
  if (content.length === 0) return `${start}/>\n`;
  if (typeof content === "string") return `${start}>${escape(content)}</${name}>\n`;
  return `${start}>\n${content.map((child) => write(child, `${indent}  `)).join("")}${indent}</${name}>\n`;
}

/** White space that is no plain space is written by number: a reader of XML makes spaces and line feeds of it. */
function escape(text: string): string {
  const legible = text.replace(noCharacter, "\u{FFFD}");
  return escapeHtml(legible).replace(/[\t\n\r]/g, (character) => `&#${character.charCodeAt(0)};`);
}
