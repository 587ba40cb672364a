import MarkdownIt, { type Token } from "markdown-it";
import type { Problem } from "../problem.ts";
import { inlineText } from "../markdown/inline-text.ts";
import { isSourceLink, restrictLinks } from "../markdown/links.ts";
import { tableAlignmentRule } from "../markdown/table-alignment-rule.ts";
import type { FileText } from "../text/file-text.ts";
import type { UnlabelledBlock, UnlabelledContent } from "./number-blocks.ts";

const markdown = new MarkdownIt("default", { html: false, linkify: false, typographer: false }).disable("image");
restrictLinks(markdown, isSourceLink);
markdown.use(tableAlignmentRule);

const labelAtEnd = /[ \t]*\{#([^{}\n]*)\}\s*$/;
const labelAlone = /^\{#([^{}\n]*)\}$/;

/**
 * Split a source's Markdown into citable blocks and headings, in reading order.
 *
 * Paragraphs, list items (nested ones too), block quotes, tables and code are blocks.
 * `{#label}` ends a block that has a label of its own; for code it stands after the
 * fence's language, for a table on the line below, or alone after either.
 *
 * @param bodyLine 0-based line of the file on which `body` begins.
 */
export function readSourceMarkdown(
  file: FileText,
  body: string,
  bodyLine: number,
): { content: UnlabelledContent[]; problems: Problem[] } {
  const reader = new BlockReader(file, bodyLine);
  reader.readAll(markdown.parse(body, {}));
  return { content: reader.content, problems: reader.problems };
}

class BlockReader {
  readonly content: UnlabelledContent[] = [];
  readonly problems: Problem[] = [];
  readonly #file: FileText;
  readonly #bodyLine: number;

  constructor(file: FileText, bodyLine: number) {
    this.#file = file;
    this.#bodyLine = bodyLine;
  }

  readAll(tokens: readonly Token[]): void {
    for (let at = 0; at < tokens.length;) {
      const token = tokens[at];
      if (!token) return;
      const end = blockEnd(tokens, at);
      const inside = tokens.slice(at, end);
      if (token.type === "heading_open") this.#readHeading(inside);
      else if (token.type.endsWith("_list_open")) this.#readList(inside);
      else if (token.type === "fence" || token.type === "code_block") this.#readCode(token);
      else if (token.type === "paragraph_open" && this.#labelsPrevious(inside)) {
        // A label alone on its line belongs to the table or code above it.
      } else if (token.type !== "hr") this.#readBlock(inside, kindOf(token));
      at = end;
    }
  }

  #readHeading(tokens: readonly Token[]): void {
    const inline = tokens.find((token) => token.type === "inline");
    const text = inlineText(inline?.children ?? null).trim();
    const label = labelAtEnd.exec(text);
    if (label) {
      const message = "A heading takes no label: only what can be cited does. Label the paragraph below it.";
      this.problems.push({ place: this.#findLabel(tokens, label[1] ?? ""), rule: "label-valid", message });
    }
    this.content.push({ heading: { depth: Number(tokens[0]?.tag.slice(1) ?? 1), text } });
  }

  #readList(tokens: readonly Token[]): void {
    let number = Number(tokens[0]?.attrGet("start") ?? 1);
    const ordered = tokens[0]?.type === "ordered_list_open";
    for (let at = 1; at < tokens.length - 1;) {
      const end = blockEnd(tokens, at);
      const own: Token[] = [];
      const nested: Token[][] = [];
      for (let inner = at + 1; inner < end - 1;) {
        const innerEnd = blockEnd(tokens, inner);
        const part = tokens.slice(inner, innerEnd);
        if (part[0]?.type.endsWith("_list_open")) nested.push(part);
        else own.push(...part);
        inner = innerEnd;
      }
      for (const token of own) token.hidden = false;
      if (own.length > 0) this.#readBlock(own, "item", ordered ? `${number}.` : "•");
      for (const list of nested) this.#readList(list);
      number += 1;
      at = end;
    }
  }

  #readCode(token: Token): void {
    const label = labelAtEnd.exec(` ${token.info}`);
    if (label) token.info = ` ${token.info}`.slice(0, label.index).trim();
    this.#push([token], "code", "", token.content.replace(/\n$/, ""), label?.[1]);
  }

  #readBlock(tokens: readonly Token[], kind: UnlabelledBlock["kind"], marker = ""): void {
    let block = tokens;
    let label: string | undefined;
    if (kind === "table") ({ block, label } = takeTableLabel(tokens));
    else label = takeLabelAtEnd(tokens);
    const text = block.map((token) =>
      token.type === "inline" ? inlineText(token.children) : isCode(token) ? token.content : "",
    );
    this.#push(block, kind, marker, text.filter((part) => part !== "").join(" "), label);
  }

  #labelsPrevious(tokens: readonly Token[]): boolean {
    const label = labelAlone.exec(tokens[1]?.content.trim() ?? "")?.[1];
    const last = this.content.at(-1);
    if (label === undefined || !last || !("block" in last)) return false;
    const { block } = last;
    if ((block.kind !== "table" && block.kind !== "code") || block.written) return false;
    const written = { text: label, place: this.#findLabel(tokens, label) };
    this.content[this.content.length - 1] = { block: { ...block, written } };
    return true;
  }

  #push(
    tokens: readonly Token[],
    kind: UnlabelledBlock["kind"],
    marker: string,
    text: string,
    label: string | undefined,
  ): void {
    const written = label === undefined ? undefined : { text: label, place: this.#findLabel(tokens, label) };
    if (written && text.trim() === "") {
      const message = `No words stand before the label "${written.text}". Write it at the end of the paragraph it names.`;
      this.problems.push({ place: written.place, rule: "label-valid", message });
    }
    const firstLine = tokens.find((token) => token.map)?.map?.[0] ?? 0;
    const lineStart = this.#file.offsetOfLine(this.#bodyLine + firstLine);
    const indent = /^[ \t]*/.exec(this.#file.text.slice(lineStart))?.[0].length ?? 0;
    this.content.push({
      block: {
        kind,
        marker,
        text: text.replace(/\s+/g, " ").trim(),
        html: markdown.renderer.render([...tokens], markdown.options, {}).trim(),
        place: this.#file.placeAt(lineStart + (kind === "code" ? 0 : indent)),
        ...(written && { written }),
      },
    });
  }

  #findLabel(tokens: readonly Token[], label: string) {
    const maps = tokens.flatMap((token) => (token.map ? [token.map] : []));
    const from = this.#file.offsetOfLine(this.#bodyLine + Math.min(...maps.map((map) => map[0])));
    const to = this.#file.offsetOfLine(this.#bodyLine + Math.max(...maps.map((map) => map[1])));
    return this.#file.placeAt(from + Math.max(0, this.#file.text.slice(from, to).lastIndexOf(`{#${label}}`)));
  }
}

/** Index just past the block that begins at `start`. */
function blockEnd(tokens: readonly Token[], start: number): number {
  let depth = 0;
  for (let at = start; at < tokens.length; at++) {
    depth += tokens[at]?.nesting ?? 0;
    if (depth === 0) return at + 1;
  }
  return tokens.length;
}

function kindOf(token: Token): UnlabelledBlock["kind"] {
  if (token.type === "blockquote_open") return "quote";
  return token.type === "table_open" ? "table" : "paragraph";
}

function isCode(token: Token): boolean {
  return token.type === "fence" || token.type === "code_block";
}

/** Take `{#label}` off the last words of a block; the tokens are changed in place. */
function takeLabelAtEnd(tokens: readonly Token[]): string | undefined {
  const last = tokens.findLast((token) => token.type === "inline")?.children?.at(-1);
  if (last?.type !== "text") return undefined;
  const label = labelAtEnd.exec(last.content);
  if (!label) return undefined;
  last.content = last.content.slice(0, label.index);
  return label[1];
}

/** Markdown reads the line below a table as one more row; a label there is taken off again. */
function takeTableLabel(tokens: readonly Token[]): { block: readonly Token[]; label: string | undefined } {
  const rowStart = tokens.findLastIndex((token) => token.type === "tr_open");
  const row = tokens.slice(rowStart, blockEnd(tokens, rowStart));
  const [first, ...others] = row.filter((token) => token.type === "inline").map((token) => token.content.trim());
  const label = labelAlone.exec(first ?? "")?.[1];
  if (label === undefined || others.some((cell) => cell !== "")) return { block: tokens, label: undefined };
  return { block: tokens.filter((token) => !row.includes(token)), label };
}
