import type { Token } from "markdown-it";
import type { Problem } from "../problem.ts";
import type { FileText } from "../text/file-text.ts";
import type { WrittenLink } from "./citation.ts";
import type { ParseEnvironment } from "../markdown/environment.ts";

/**
 * What a brief's body says beside its citations: the links it writes, images (not yet
 * supported), footnotes mentioned but never written, or written but never mentioned.
 *
 * @param bodyLine 0-based line of the file on which the body begins.
 */
export function checkBody(file: FileText, bodyLine: number, tokens: readonly Token[], env: ParseEnvironment) {
  const problems: Problem[] = [];
  const links: WrittenLink[] = [];
  let lines: [number, number] = [0, 1];
  /** Markdown keeps only the lines of a block; within them, what is meant is looked for by its text. */
  const find = (text: string) => {
    const from = file.offsetOfLine(bodyLine + lines[0]);
    const at = file.text.slice(from, file.offsetOfLine(bodyLine + lines[1])).indexOf(text);
    return file.placeAt(from + Math.max(0, at));
  };
  for (const token of tokens) {
    if (token.map) lines = token.map;
    for (const child of token.type === "inline" ? (token.children ?? []) : []) {
      if (child.type === "link_open") {
        const href = child.attrGet("href") ?? "";
        links.push({ href, place: find(href) });
      } else if (child.type === "image") {
        const message = "A brief cannot hold an image yet. Set the figures as a table, or link to the image.";
        problems.push({ place: find("!["), rule: "image-supported", message });
      } else if (child.type === "text") {
        for (const [mention] of child.content.matchAll(/\[\^[^\]\s]+\]/g)) {
          const message = `No footnote ${mention} is written. Add a line ${mention}: with its text.`;
          problems.push({ place: find(mention), rule: "footnote-defined", message });
        }
      }
    }
  }
  lines = [0, file.text.length];
  for (const key of Object.keys(env.footnotes?.refs ?? {})) {
    const label = key.slice(1);
    if (env.noteNumbers?.mentionedFootnotes.has(label)) continue;
    const message = `Nothing mentions the footnote [^${label}], so no reader would see it. Mention it or take it out.`;
    problems.push({ place: find(`[^${label}]:`), rule: "footnote-mentioned", message });
  }
  return { problems, links };
}
