import type { Token } from "markdown-it";
import type { BodyFault } from "../markdown/body-fault.ts";
import type { ParseEnvironment } from "../markdown/environment.ts";
import type { CitationRefMeta } from "../markdown/note-rule.ts";
import { termOf } from "../markdown/term-rule.ts";
import type { Problem } from "../problem.ts";
import type { FileText } from "../text/file-text.ts";
import { BodyFinder } from "./body-finder.ts";
import { checkCharts } from "./check-charts.ts";
import { checkFootnotes, missingFootnote, unreadFootnote } from "./check-footnotes.ts";
import { checkTables } from "./check-tables.ts";
import type { WrittenTerm } from "./brief.ts";
import type { WrittenLink } from "./citation.ts";

/**
 * What a brief's body says beside its citations: the links it writes, images within
 * text, footnotes that no reader would find, rows that do not fit their table, and
 * what its blocks, captions, references and marks get wrong.
 *
 * @param bodyLine 0-based line of the file on which the body begins.
 */
export function checkBody(file: FileText, bodyLine: number, tokens: readonly Token[], env: ParseEnvironment) {
  const finder = new BodyFinder(file, bodyLine, tokens);
  const problems: Problem[] = [];
  const links: WrittenLink[] = [];
  const terms: WrittenTerm[] = [];
  for (const [index, token] of tokens.entries()) {
    if (token.map) finder.searchLines(token.map);
    else if (token.type === "paragraph_open") checkInlineNote(tokens[index + 1], finder, problems);
    if (token.type === "footnote_unread") problems.push(unreadFootnote(token, finder));
    else if (token.type === "inline") checkInline(token.children ?? [], finder, problems, links, terms);
  }
  const faults = (env.faults ?? []).map((fault) => problemOf(fault, file, bodyLine));
  return {
    problems: [
      ...problems,
      ...faults,
      ...(env.problems ?? []),
      ...checkCharts(file, bodyLine, tokens),
      ...checkFootnotes(finder, env),
      ...checkTables(file, bodyLine, tokens),
    ],
    links,
    terms,
  };
}

function problemOf({ rule, message, lines, find, isLast }: BodyFault, file: FileText, bodyLine: number): Problem {
  const start = file.offsetOfLine(bodyLine + lines[0]);
  const text = file.text.slice(start, file.offsetOfLine(bodyLine + lines[1]));
  const at = isLast ? text.lastIndexOf(find) : text.indexOf(find);
  return { place: file.placeAt(start + Math.max(0, at)), rule, message };
}

/** A note `^[…]`, set behind the text; a citation's own has no words. */
function checkInlineNote(inline: Token | undefined, finder: BodyFinder, problems: Problem[]): void {
  const content = inline?.content ?? "";
  if (inline?.children?.[0]?.type === "citation_note") return;
  finder.searchInlineNote(content);
  if (content.trim() !== "") return;
  const message = "This note is empty. Write its text between the brackets, or take it out.";
  problems.push({ place: finder.place(undefined), rule: "footnote-defined", message });
}

function checkInline(
  children: readonly Token[],
  finder: BodyFinder,
  problems: Problem[],
  links: WrittenLink[],
  terms: WrittenTerm[],
): void {
  let insideLink = false;
  for (const child of children) {
    if (child.type === "link_open") {
      insideLink = true;
      const term = termOf(child);
      if (term) {
        terms.push({ name: term.term, place: finder.place(finder.find(term.typed)) });
        continue;
      }
      const href = child.attrGet("href") ?? "";
      links.push({ href, place: finder.place(findAddress(finder, href)) });
    } else if (child.type === "link_close") insideLink = false;
    else if (child.type === "footnote_ref" && insideLink) {
      const { label } = child.meta as { label?: string } & Partial<CitationRefMeta>;
      const place = finder.place(finder.find(label === undefined ? "^[" : `[^${label}]`));
      const message =
        "A link cannot hold a note, which is a link itself. Move it after the link's closing parenthesis.";
      problems.push({ place, rule: "cite-outside-links", message });
    } else if (child.type === "image") {
      const message =
        "An image stands alone in its paragraph. Put it on a line of its own, with an empty line before and behind it.";
      problems.push({ place: finder.place(finder.find("![")), rule: "image-stands-alone", message });
    } else if (child.type === "footnote_missing") problems.push(missingFootnote(child, finder));
  }
}

/** Markdown percent-encodes addresses, so each is looked for as it may have been typed. */
function findAddress(finder: BodyFinder, href: string): number | undefined {
  const addresses = [...new Set([href, decoded(href)])];
  return finder.findAny(addresses.flatMap((text) => ["](", "](<", "<", ""].map((before) => ({ text, before }))));
}

function decoded(href: string): string {
  try {
    return decodeURI(href);
  } catch {
    return href;
  }
}
