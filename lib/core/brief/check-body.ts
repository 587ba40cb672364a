import type { Token } from "markdown-it";
import type { ParseEnvironment } from "../markdown/environment.ts";
import type { CitationRefMeta } from "../markdown/note-rule.ts";
import type { Problem } from "../problem.ts";
import type { FileText } from "../text/file-text.ts";
import { BodyFinder } from "./body-finder.ts";
import type { WrittenLink } from "./citation.ts";

/**
 * What a brief's body says beside its citations: the links it writes, images (not yet
 * supported), and footnotes that no reader would find.
 *
 * @param bodyLine 0-based line of the file on which the body begins.
 */
export function checkBody(file: FileText, bodyLine: number, tokens: readonly Token[], env: ParseEnvironment) {
  const finder = new BodyFinder(file, bodyLine, tokens);
  const problems: Problem[] = [];
  const links: WrittenLink[] = [];
  for (const [index, token] of tokens.entries()) {
    if (token.map) finder.searchLines(token.map);
    else if (token.type === "paragraph_open") finder.searchInlineNote(tokens[index + 1]?.content ?? "");
    if (token.type === "inline") checkInline(token.children ?? [], finder, problems, links);
  }
  problems.push(...checkFootnotes(finder, env));
  return { problems, links };
}

function checkInline(children: readonly Token[], finder: BodyFinder, problems: Problem[], links: WrittenLink[]): void {
  let insideLink = false;
  for (const child of children) {
    if (child.type === "link_open") {
      insideLink = true;
      const href = child.attrGet("href") ?? "";
      links.push({ href, place: finder.place(findAddress(finder, href)) });
    } else if (child.type === "link_close") insideLink = false;
    else if (child.type === "footnote_ref" && insideLink) {
      const { label } = child.meta as { label?: string } & Partial<CitationRefMeta>;
      const place = finder.place(finder.find(label === undefined ? "^[" : `[^${label}]`));
      const message =
        "A link cannot hold a note, which is a link itself. Move it behind the link's closing parenthesis.";
      problems.push({ place, rule: "cite-outside-links", message });
    } else if (child.type === "image") {
      const message = "A brief cannot hold an image yet. Set the figures as a table, or link to the image.";
      problems.push({ place: finder.place(finder.find("![")), rule: "image-supported", message });
    } else if (child.type === "text") {
      for (const [mention] of child.content.matchAll(/\[\^[^\]\s]+\]/g)) {
        const found = finder.find(mention);
        if (finder.isEscaped(found)) continue;
        const message = `No footnote ${mention} is written. Add a line ${mention}: with its text.`;
        problems.push({ place: finder.place(found), rule: "footnote-defined", message });
      }
    }
  }
}

/** Markdown percent-encodes addresses, so each is looked for as it may have been typed. */
function findAddress(finder: BodyFinder, href: string): number | undefined {
  for (const address of [href, decoded(href)]) {
    for (const before of ["](", "](<", "<", ""]) {
      const found = finder.find(address, before);
      if (found !== undefined) return found;
    }
  }
  return undefined;
}

function decoded(href: string): string {
  try {
    return decodeURI(href);
  } catch {
    return href;
  }
}

function checkFootnotes(finder: BodyFinder, env: ParseEnvironment): Problem[] {
  const problems: Problem[] = [];
  const { mentionedFootnotes, repeatedFootnotes = [], nestedFootnotes = [] } = env.noteNumbers ?? {};
  const report = (label: string, rule: Problem["rule"], message: string) => {
    problems.push({ place: finder.place(finder.find(`[^${label}]:`)), rule, message });
  };
  for (const key of Object.keys(env.footnotes?.refs ?? {})) {
    const label = key.slice(1);
    if (mentionedFootnotes?.has(label)) continue;
    finder.searchBody();
    const message = `Nothing mentions the footnote [^${label}], so no reader would see it. Mention it or take it out.`;
    report(label, "footnote-mentioned", message);
  }
  for (const label of repeatedFootnotes) {
    finder.searchBody();
    finder.find(`[^${label}]:`);
    report(label, "footnote-defined", `The footnote [^${label}] is written twice. Give one of them another name.`);
  }
  for (const label of nestedFootnotes) {
    finder.searchBody();
    const message = `The footnote [^${label}] is written inside another. Begin it at the start of a line.`;
    report(label, "footnote-defined", message);
  }
  return problems;
}
