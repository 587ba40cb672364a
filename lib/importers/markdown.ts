import MarkdownIt, { type Token } from "markdown-it";
import footnote from "markdown-it-footnote";
import { blockEnd, isCode, isList, splitAtLists } from "../core/source/block-tokens.ts";
import { decodeText } from "./decode-text.ts";
import {
  imported,
  refused,
  type Dropped,
  type ImportedBlock,
  type ImportOptions,
  type ImportOutcome,
} from "./imported-document.ts";
import { readMarkdownFrontMatter } from "./markdown-front-matter.ts";

const markdown = new MarkdownIt("default", { html: true, linkify: false, typographer: false }).use(footnote);

/** A Markdown document: its blocks as words, without raw HTML and pictures. */
// eslint-disable-next-line @typescript-eslint/require-await -- as all importers
export async function importMarkdown(
  bytes: Uint8Array,
  _?: string,
  options: ImportOptions = {},
): Promise<ImportOutcome> {
  const decoding = decodeText(bytes, options.declared, options.encoding);
  if (decoding.kind === "refused") return refused(decoding.reason);
  const front = readMarkdownFrontMatter(decoding.text);
  const reader = new MarkdownReader();
  reader.readAll(markdown.parse(front.body, {}), "paragraph");
  const title = front.metadata.title ?? reader.takeTitle();
  const dropped = [...front.dropped, ...reader.dropped];
  if (reader.blocks.length === 0 && title === undefined) return refused("has no text.");
  return imported({
    metadata: { ...front.metadata, ...(title !== undefined && { title }) },
    blocks: reader.blocks,
    dropped,
    doubts: [],
    encoding: decoding.encoding,
  });
}

class MarkdownReader {
  readonly blocks: ImportedBlock[] = [];
  readonly dropped: Dropped[] = [];

  readAll(tokens: readonly Token[], kind: "paragraph" | "quote"): void {
    for (let at = 0; at < tokens.length;) {
      const token = tokens[at];
      if (!token) return;
      const end = blockEnd(tokens, at);
      this.#readBlock(token, tokens.slice(at, end), kind);
      at = end;
    }
  }

  /** The only heading of the first level, if nothing stands above it, is the document's title. */
  takeTitle(): string | undefined {
    const [first] = this.blocks;
    if (first?.kind !== "heading" || first.depth !== 1) return undefined;
    if (this.blocks.some((block, at) => at > 0 && block.kind === "heading" && block.depth === 1)) return undefined;
    this.blocks.shift();
    return first.text;
  }

  #readBlock(token: Token, inside: readonly Token[], kind: "paragraph" | "quote"): void {
    const text = () => this.#textOf(inside);
    if (token.type === "heading_open")
      this.blocks.push({ kind: "heading", depth: Number(token.tag.slice(1)), text: text() });
    else if (isList(token)) this.#readList(inside, 0);
    else if (isCode(token)) this.blocks.push({ kind: "code", text: token.content.replace(/\n$/, "") });
    else if (token.type === "blockquote_open") this.readAll(inside.slice(1, -1), "quote");
    else if (token.type === "table_open") this.blocks.push({ kind: "table", rows: this.#rowsOf(inside) });
    else if (token.type === "html_block") this.dropped.push({ what: "HTML", text: token.content.trim() });
    else if (token.type === "footnote_block_open") this.#readNotes(inside);
    else if (token.type !== "hr") this.#push({ kind, text: text() });
  }

  #readList(tokens: readonly Token[], depth: number): void {
    let number = Number(tokens[0]?.attrGet("start") ?? 1);
    const isOrdered = tokens[0]?.type === "ordered_list_open";
    for (let at = 1; at < tokens.length - 1;) {
      const end = blockEnd(tokens, at);
      let marker = isOrdered ? `${number}.` : "•";
      for (const piece of splitAtLists(tokens.slice(at, end))) {
        if (isList(piece[0])) this.#readList(piece, depth + 1);
        else if (marker === "") this.readAll(piece, "paragraph");
        else {
          const past = piece[0]?.type === "paragraph_open" ? blockEnd(piece, 0) : 0;
          if (past > 0) this.#push({ kind: "item", marker, depth, text: this.#textOf(piece.slice(0, past)) });
          this.readAll(piece.slice(past), "paragraph");
        }
        marker = "";
      }
      number += 1;
      at = end;
    }
  }

  #readNotes(tokens: readonly Token[]): void {
    let number = 0;
    for (let at = 1; at < tokens.length - 1;) {
      const end = blockEnd(tokens, at);
      number += 1;
      this.#push({ kind: "paragraph", text: this.#textOf(tokens.slice(at, end)), label: `fn${number}` });
      at = end;
    }
  }

  #rowsOf(tokens: readonly Token[]): string[][] {
    const rows: string[][] = [];
    for (const token of tokens) {
      if (token.type === "tr_open") rows.push([]);
      else if (token.type === "inline") rows.at(-1)?.push(this.#textOf([token]));
    }
    return rows;
  }

  #push(block: ImportedBlock & { readonly text: string }): void {
    if (block.text.trim() !== "") this.blocks.push(block);
  }

  #textOf(tokens: readonly Token[]): string {
    const parts = tokens.map((token) => (token.type === "inline" ? this.#inlineText(token.children ?? []) : ""));
    return parts.filter((part) => part !== "").join(" ");
  }

  #inlineText(children: readonly Token[]): string {
    let text = "";
    for (const token of children) {
      if (token.type === "softbreak" || token.type === "hardbreak") text += " ";
      else if (token.type === "image") this.dropped.push({ what: "picture", text: token.content });
      else if (token.type === "html_inline") this.dropped.push({ what: "HTML", text: token.content });
      else if (!token.type.startsWith("footnote")) text += token.content;
    }
    return text;
  }
}
