import MarkdownIt, { type Token } from "markdown-it";
import type { Problem } from "../problem.ts";
import { inlineText } from "../markdown/inline-text.ts";
import { isSourceLink, restrictLinks } from "../markdown/links.ts";
import { tableAlignmentRule } from "../markdown/table-alignment-rule.ts";
import type { FileText } from "../text/file-text.ts";
import { collapseWhiteSpace } from "../text/normal-form.ts";
import { shorten } from "../text/shorten.ts";
import { findLongRows } from "../text/table-rows.ts";
import { blockEnd, isCode, isList, kindOf, linesOf, splitAtLists, takeTableLabel } from "./block-tokens.ts";
import { BodyPlaces } from "./body-places.ts";
import { cellEndRule, hasWords } from "./cell-end-rule.ts";
import type { UnlabelledBlock, UnlabelledContent } from "./number-blocks.ts";
import {
  readLabelAlone,
  splitLabel,
  takeLabelAtEnd,
  writtenLabels,
  writtenLabelsRule,
  type WrittenLabel,
} from "./written-labels.ts";

const markdown = new MarkdownIt("default", { html: false, linkify: false, typographer: false }).disable([
  "image",
  // Struck words would stay among the words that are cited and compared.
  "strikethrough",
]);
restrictLinks(markdown, isSourceLink);
markdown.use(tableAlignmentRule).use(writtenLabelsRule).use(cellEndRule);

/**
 * Split a source's Markdown into citable blocks and headings, in reading order.
 *
 * Paragraphs, list items (nested ones too), block quotes, tables and code are blocks; one
 * without words is none. `{#label}` ends a block that has a label of its own, `{p. 12}` one
 * whose page in the original is known, `{#label p. 12}` one with both; for code it stands
 * after the fence's language, for a table on the line below, or alone after either.
 *
 * @param bodyLine 0-based line of the file on which `body` begins.
 */
export function readSourceMarkdown(
  file: FileText,
  body: string,
  bodyLine: number,
): { content: UnlabelledContent[]; problems: Problem[] } {
  const places = new BodyPlaces(file, bodyLine);
  const reader = new BlockReader(places);
  const tokens = markdown.parse(body, {});
  const lines = body.split("\n");
  for (const { line, offset, message } of findLongRows(tokens, (at) => lines[at] ?? ""))
    reader.problems.push({ place: places.at(line, offset), rule: "table-row-fits", message });
  reader.readAll(tokens);
  return { content: reader.content, problems: reader.problems };
}

type WrittenIn = Pick<UnlabelledBlock, "written" | "writtenPage">;

class BlockReader {
  readonly content: UnlabelledContent[] = [];
  readonly problems: Problem[] = [];
  readonly #places: BodyPlaces;
  /** Whether the last of {@link content} is what stands directly above. */
  #followsContent = false;

  constructor(places: BodyPlaces) {
    this.#places = places;
  }

  readAll(tokens: readonly Token[]): void {
    for (let at = 0; at < tokens.length;) {
      const token = tokens[at];
      if (!token) return;
      const end = blockEnd(tokens, at);
      const inside = tokens.slice(at, end);
      if (token.type === "heading_open") this.#readHeading(inside);
      else if (isList(token)) this.#readList(inside);
      else if (isCode(token)) this.#readCode(token);
      else if (token.type === "hr") this.#followsContent = false;
      else if (token.type !== "paragraph_open" || !this.#labelsPrevious(inside)) this.#readBlock(inside, kindOf(token));
      at = end;
    }
  }

  #readHeading(tokens: readonly Token[]): void {
    const inline = tokens.find((token) => token.type === "inline");
    const text = inlineText(inline?.children ?? null).trim();
    this.#refuseLabels(
      tokens,
      writtenLabels(tokens),
      () => "A heading takes no label and no page: only what can be cited does. Write it at the paragraph below.",
    );
    this.content.push({ heading: { depth: Number(tokens[0]?.tag.slice(1) ?? 1), text } });
    this.#followsContent = true;
  }

  /** Text behind a nested list is a block of its own: citable things stand in the order of reading. */
  #readList(tokens: readonly Token[], depth = 0): void {
    let number = Number(tokens[0]?.attrGet("start") ?? 1);
    const isOrdered = tokens[0]?.type === "ordered_list_open";
    for (let at = 1; at < tokens.length - 1;) {
      const end = blockEnd(tokens, at);
      let marker = isOrdered ? `${number}.` : "•";
      for (const piece of splitAtLists(tokens.slice(at, end))) {
        if (isList(piece[0])) {
          this.#readList(piece, depth + 1);
          continue;
        }
        for (const token of piece) token.hidden = false;
        if (marker === "") this.#readBlock(piece, "paragraph");
        else this.#readBlock(piece, "item", marker, depth);
        marker = "";
      }
      number += 1;
      at = end;
    }
  }

  #readCode(token: Token): void {
    const taken = splitLabel(token.info);
    if (taken) token.info = taken.before;
    this.#push([token], { kind: "code", marker: "" }, token.content.replace(/\n$/, ""), taken?.label);
  }

  #readBlock(tokens: readonly Token[], kind: UnlabelledBlock["kind"], marker = "", depth?: number): void {
    const { block, label } =
      kind === "table" ? takeTableLabel(tokens) : { block: tokens, label: takeLabelAtEnd(tokens) };
    const left = writtenLabels(block);
    this.#refuseLabels(
      block,
      kind === "table" || label === undefined ? left : left.slice(0, -1),
      (one) =>
        `A label or page stands at the very end of its paragraph, and below a table; both stand in one pair of braces, such as {#14.1 p. 12}. Move ${one} there, or write \\${one} for the text.`,
    );
    const text = block.map((token) =>
      token.type === "inline" ? inlineText(token.children) : isCode(token) ? token.content : "",
    );
    const list = { kind, marker, ...(depth !== undefined && { depth }) };
    this.#push(block, list, text.filter((part) => part !== "").join(" "), label);
  }

  #labelsPrevious(tokens: readonly Token[]): boolean {
    const label = readLabelAlone(tokens[1]?.content ?? "");
    const last = this.content.at(-1);
    if (label === undefined || !this.#followsContent || !last || !("block" in last)) return false;
    const { block } = last;
    if ((block.kind !== "table" && block.kind !== "code") || block.written || block.writtenPage) return false;
    this.content[this.content.length - 1] = { block: { ...block, ...this.#writtenOf(tokens, label) } };
    return true;
  }

  /** What the braces of a block say of it, and where they stand. */
  #writtenOf(tokens: readonly Token[], { braces, label, page }: WrittenLabel): WrittenIn {
    const place = this.#places.ofLastLabel(tokens, braces);
    return {
      ...(label !== undefined && { written: { text: label, place } }),
      ...(page !== undefined && { writtenPage: { text: page, place } }),
    };
  }

  #push(
    tokens: readonly Token[],
    what: Pick<UnlabelledBlock, "kind" | "marker" | "depth">,
    words: string,
    label: WrittenLabel | undefined,
  ): void {
    const written = label && this.#writtenOf(tokens, label);
    const text = collapseWhiteSpace(words);
    this.#followsContent = hasWords(text);
    if (!hasWords(text)) {
      if (!label) return;
      const message = `No words stand before ${shorten(label.braces)}. Write it at the end of the paragraph it is of.`;
      const place = this.#places.ofLastLabel(tokens, label.braces);
      this.problems.push({ place, rule: "label-valid", message });
      return;
    }
    const [line] = linesOf(tokens);
    const place = what.kind === "code" ? this.#places.at(line) : this.#places.pastIndent(line);
    const html = markdown.renderer.render([...tokens], markdown.options, {}).trim();
    this.content.push({ block: { ...what, text, html, place, ...written } });
  }

  #refuseLabels(tokens: readonly Token[], labels: readonly string[], message: (label: string) => string): void {
    for (const [index, place] of this.#places.ofLabels(tokens, labels).entries())
      this.problems.push({ place, rule: "label-valid", message: message(shorten(labels[index] ?? "")) });
  }
}
