import type { Token } from "markdown-it";
import type { BlockContent, PhrasingContent, RootContent, TableCell } from "mdast";
import type { BlockMeta } from "../markdown/block-rule.ts";
import type { ChartMeta } from "../markdown/chart-rule.ts";
import { isChart, type NumberedFigure } from "../markdown/figure-rule.ts";
import type { ImageMeta } from "../markdown/image-rule.ts";
import type { CitationRefMeta } from "../markdown/note-rule.ts";
import { blockEnd } from "../source/block-tokens.ts";
import { inlineContent, type InlineSetting } from "./inline-content.ts";
import { heading, paragraph, strong, text } from "./mdast.ts";

/** How the blocks of a brief become those of a file. */
export interface BodySetting extends InlineSetting {
  /** A transclusion: its citations, and the mark of each one's note. */
  readonly quotation: (
    parts: readonly { readonly citation: number; readonly mark: PhrasingContent }[],
  ) => readonly BlockContent[];
  readonly chart: (chart: ChartMeta) => BlockContent;
  /** What the block is called, such as "Caution". */
  readonly blockName: (name: BlockMeta["name"]) => string;
  /** What a figure is called, such as "Table 1. ". */
  readonly figureName: (figure: NumberedFigure) => string;
}

/** A brief's body and its notes as Markdown, from the tokens that the page is made of. */
export function bodyContent(tokens: readonly Token[], setting: BodySetting): RootContent[] {
  const out: RootContent[] = [];
  for (let at = 0; at < tokens.length;) {
    const end = blockEnd(tokens, at);
    out.push(...blockContent(tokens.slice(at, end), setting));
    at = end;
  }
  return out;
}

/** @param block a token alone, or one that opens, what it holds, and the one that closes. */
function blockContent(block: readonly Token[], setting: BodySetting): RootContent[] {
  const [open] = block;
  if (!open) return [];
  const inside = block.slice(1, -1);
  const [language = ""] = open.info.trim().split(/\s+/);
  const inline = () => inlineContent(inside.find(({ type }) => type === "inline")?.children ?? [], setting);
  const children = () => bodyContent(inside, setting) as BlockContent[];
  switch (open.type) {
    case "paragraph_open":
      return [paragraph(...inline())];
    case "heading_open":
      return [heading(Number(open.tag.slice(1)), ...inline())];
    case "bullet_list_open":
    case "ordered_list_open":
      return [listOf(open, inside, setting)];
    case "blockquote_open":
      return [{ type: "blockquote", children: children() }];
    case "hr":
      return [{ type: "thematicBreak" }];
    case "fence":
    case "code_block":
      return isChart(open) && open.meta !== null
        ? [setting.chart(open.meta as ChartMeta)]
        : [{ type: "code", lang: language === "" ? null : language, value: open.content.replace(/\n$/, "") }];
    case "table_open":
      return [tableOf(inside, setting)];
    case "image_block":
      return [paragraph(text(`[${(open.meta as ImageMeta).description}]`))];
    case "caption_open":
      return [paragraph(...inline())];
    case "figure_open": {
      const [caption, ...rest] = children();
      const name = strong(setting.figureName(open.meta as NumberedFigure));
      return caption?.type === "paragraph" ? [paragraph(name, text(" "), ...caption.children), ...rest] : children();
    }
    case "container_block_open": {
      const { name, title } = open.meta as BlockMeta;
      const isNamed = title !== "" || !["timeline", "options"].includes(name);
      const kind = setting.blockName(name);
      const words = ["timeline", "options"].includes(name) || title === "" ? title || kind : `${kind} ${title}`;
      return [{ type: "blockquote", children: [...(isNamed ? [paragraph(strong(words))] : []), ...children()] }];
    }
    case "quote_block": {
      const refs = (open.children ?? []).map(({ meta }) => meta as CitationRefMeta & { id: number });
      return [...setting.quotation(refs.map(({ citation, id }) => ({ citation, mark: noteMark(id) })))];
    }
    case "footnote_block_open":
      return bodyContent(inside, setting);
    case "footnote_open": {
      const identifier = String((open.meta as { id: number }).id + 1);
      return [{ type: "footnoteDefinition", identifier, label: identifier, children: children() }];
    }
    default:
      return [];
  }
}

function noteMark(id: number): PhrasingContent {
  return { type: "footnoteReference", identifier: String(id + 1), label: String(id + 1) };
}

function listOf(open: Token, inside: readonly Token[], setting: BodySetting): BlockContent {
  const items = groups(inside);
  return {
    type: "list",
    ordered: open.type === "ordered_list_open",
    start: open.type === "ordered_list_open" ? Number(open.attrGet("start") ?? 1) : null,
    spread: !inside.some(({ type, hidden }) => type === "paragraph_open" && hidden),
    children: items.map((item) => ({
      type: "listItem",
      spread: false,
      children: bodyContent(item.slice(1, -1), setting) as BlockContent[],
    })),
  };
}

function tableOf(inside: readonly Token[], setting: BodySetting): BlockContent {
  const rows: TableCell[][] = [];
  for (const token of inside) {
    if (token.type === "tr_open") rows.push([]);
    else if (token.type === "inline")
      rows.at(-1)?.push({ type: "tableCell", children: inlineContent(token.children ?? [], setting) });
  }
  const align = inside
    .filter(({ type }) => type === "th_open")
    .map((token) => (/align-(end|center)/.exec(token.attrGet("class") ?? "")?.[1] === "center" ? "center" : alignOf(token))); // prettier-ignore
  return { type: "table", align, children: rows.map((children) => ({ type: "tableRow", children })) };
}

function alignOf(token: Token): "right" | null {
  return (token.attrGet("class") ?? "").includes("align-end") ? "right" : null;
}

/** Tokens in groups, each from one that opens to the one that closes it. */
function groups(tokens: readonly Token[]): Token[][] {
  const found: Token[][] = [];
  for (let at = 0; at < tokens.length;) {
    const end = blockEnd(tokens, at);
    found.push(tokens.slice(at, end));
    at = end;
  }
  return found;
}
