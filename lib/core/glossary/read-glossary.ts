import MarkdownIt from "markdown-it";
import type { Token } from "markdown-it";
import { inlineText } from "../markdown/inline-text.ts";
import { isSourceLink, restrictLinks } from "../markdown/links.ts";
import type { Problem } from "../problem.ts";
import type { FileText } from "../text/file-text.ts";
import { shorten } from "../text/shorten.ts";
import { termKey, type Glossary, type Term } from "./glossary.ts";

export interface GlossaryReading {
  readonly glossary: Glossary;
  readonly problems: readonly Problem[];
}

/** What definitions are written in: CommonMark without raw HTML; links lead out of the site. */
const markdown = createMarkdown();

function createMarkdown(): MarkdownIt {
  const md = new MarkdownIt("default", { html: false, linkify: false, typographer: false });
  restrictLinks(md, isSourceLink);
  return md.disable("image");
}

/**
 * Read a glossary: for each term a heading `## PoR card, Proof of Registration card` with
 * its names, and below it paragraphs that say what it is.
 */
export function readGlossary(file: FileText): GlossaryReading {
  const terms: Term[] = [];
  const byName = new Map<string, Term>();
  const problems: Problem[] = [];
  const tokens = markdown.parse(file.text, {});
  const report = (token: Token | undefined, message: string) => {
    const place = file.placeAt(file.offsetOfLine(token?.map?.[0] ?? 0));
    problems.push({ place, rule: "glossary-entry", message });
  };
  for (let at = 0; at < tokens.length;) {
    const opening = tokens[at];
    if (opening?.type !== "heading_open" || opening.tag !== "h2") {
      report(
        opening,
        "A glossary is terms, each with its meaning below it. Write ## and the term on a line before this one.",
      );
      at = nextHeading(tokens, at + 1);
      continue;
    }
    const past = nextHeading(tokens, at + 3);
    const body = tokens.slice(at + 3, past);
    const names = inlineText(tokens[at + 1]?.children ?? null)
      .split(",")
      .map((name) => name.trim());
    checkBody(body, opening, names[0] ?? "", report);
    if (names.some((name) => name === ""))
      report(opening, "A name of this term is empty. Write ## PoR card, Proof of Registration card.");
    const id = `term:${idOf(names[0] ?? "")}`;
    const html = markdown.renderer.render([...body], markdown.options, {});
    const term: Term = { id, names, html, place: file.placeAt(file.offsetOfLine(opening.map?.[0] ?? 0)) };
    const same = terms.find((other) => other.id === id);
    if (same)
      report(
        opening,
        `"${shorten(names[0] ?? "")}" is written like "${shorten(same.names[0] ?? "")}" of line ${same.place.line}. Give one another name.`,
      );
    for (const name of names) {
      const known = byName.get(termKey(name));
      if (known && known !== same)
        report(
          opening,
          `"${shorten(name)}" already names the term of line ${known.place.line}. Take it out of one of them.`,
        );
      byName.set(termKey(name), term);
    }
    terms.push(term);
    at = past;
  }
  return { glossary: { terms, byName }, problems };
}

function checkBody(
  body: readonly Token[],
  heading: Token,
  name: string,
  report: (token: Token | undefined, message: string) => void,
): void {
  if (body.length === 0) report(heading, `"${shorten(name)}" has no meaning. Write a paragraph below it.`);
  const other = body.find(({ level, nesting, type }) => level === 0 && nesting >= 0 && type !== "paragraph_open");
  if (other) report(other, "The meaning of a term is paragraphs and nothing else. Write it as running text.");
  const citing = body.find(({ content }) => content.includes("{%"));
  if (citing)
    report(
      citing,
      "A glossary cites nothing: it says what words mean here. Make the claim in a brief, and cite there.",
    );
}

function nextHeading(tokens: readonly Token[], from: number): number {
  const at = tokens.findIndex(({ type, level }, index) => index >= from && type === "heading_open" && level === 0);
  return at < 0 ? tokens.length : at;
}

function idOf(name: string): string {
  return termKey(name)
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, "-")
    .replace(/^-+|-+$/g, "");
}
