import type MarkdownIt from "markdown-it";
import type { StateCore, Token } from "markdown-it";
import { isSlug, slugFrom } from "../slug.ts";
import { reportFault } from "./body-fault.ts";
import type { CaptionMeta, FigureKind } from "./caption-rule.ts";
import { environmentOf } from "./environment.ts";

/** A table or figure with a number. */
export interface NumberedFigure {
  readonly kind: FigureKind;
  /** 1-based, counted apart for each kind. */
  readonly number: number;
  /** With its prefix, such as `tbl:returns`, which is its id on the page as well; empty for none. */
  readonly label: string;
}

export const labelPrefix = { table: "tbl:", figure: "fig:" } as const satisfies Record<FigureKind, string>;
const example = { table: "Table: Returns by month {#tbl:returns}", figure: "Figure: The two routes {#fig:routes}" };

/**
 * Put each caption and what it belongs to, which stands above it, into one figure, the
 * caption first; number them, and leave them in `env.figures` by their labels.
 *
 * Must run directly behind the inline parser, so that notes are numbered as they are read.
 */
export function figureRule(md: MarkdownIt): void {
  md.core.ruler.after("inline", "figures", makeFigures);
}

function makeFigures(state: StateCore): void {
  const out: Token[] = [];
  const figures = new Map<string, NumberedFigure>();
  const counts = { table: 0, figure: 0 };
  environmentOf(state).figures = figures;
  for (let index = 0; index < state.tokens.length; index++) {
    const token = state.tokens[index];
    if (token?.type !== "caption_open") {
      if (token) out.push(token);
      continue;
    }
    const caption = state.tokens.slice(index, index + 3);
    index += 2;
    const { kind } = token.meta as CaptionMeta;
    const start = beginningOf(kind, out);
    if (start === undefined) {
      reportFault(state, "caption-placed", token.map, "", adviceOn(kind, out));
      out.push(...caption);
      continue;
    }
    counts[kind] += 1;
    const label = readLabel(state, token, figures);
    const figure: NumberedFigure = { kind, number: counts[kind], label };
    if (label !== "") figures.set(label, figure);
    const open = new state.Token("figure_open", "figure", 1);
    open.meta = figure;
    const close = new state.Token("figure_close", "figure", -1);
    for (const one of [open, close]) one.block = true;
    const inside = out.splice(start);
    for (const one of [open, ...caption, ...inside, close]) out.push(one);
  }
  state.tokens = out;
}

/** Index of the token that opens what a caption of this kind belongs to, where that is the last of the tokens. */
function beginningOf(kind: FigureKind, tokens: readonly Token[]): number | undefined {
  const last = tokens.at(-1);
  if (kind === "table")
    return last?.type === "table_close" ? tokens.findLastIndex(({ type }) => type === "table_open") : undefined;
  return isDrawn(last) ? tokens.length - 1 : undefined;
}

/** Whether a token stands for a chart or an image, set as a block. */
export function isDrawn(token: Token | undefined): boolean {
  return token?.type === "image_block" || isChart(token);
}

export function isChart(token: Token | undefined): boolean {
  return token?.type === "fence" && /^chart(?:\s|$)/.test(token.info.trim());
}

function adviceOn(kind: FigureKind, before: readonly Token[]): string {
  const other = kind === "table" ? "figure" : "table";
  if (beginningOf(other, before) !== undefined) {
    const [word, stands] = kind === "table" ? ["Figure", "a chart or an image"] : ["Table", "a table"];
    return `This caption stands below ${stands}. Write ${word}: in its place.`;
  }
  const what = kind === "table" ? "table" : "chart or image";
  return `A caption stands directly below its ${what}, and there is none above this one. Move it there, or begin the paragraph with another word.`;
}

/** The label of a caption; empty where there is none, or none that can be used. */
function readLabel(state: StateCore, token: Token, figures: ReadonlyMap<string, NumberedFigure>): string {
  const { kind, label } = token.meta as CaptionMeta;
  if (label === undefined) return "";
  const prefix = labelPrefix[kind];
  const find = `{#${label}`;
  const name = label.replace(/^[a-z]*:/i, "");
  if (!label.startsWith(prefix) || !isSlug(name)) {
    const fix = slugFrom(name);
    const advice = fix === undefined ? `such as in ${example[kind]}` : `Write {#${prefix}${fix}}`;
    const message = `The label of a ${kind} is ${prefix} and lower-case letters, digits and hyphens. ${advice}.`;
    reportFault(state, "caption-labelled", token.map, find, message);
    return "";
  }
  if (figures.has(label)) {
    reportFault(
      state,
      "caption-labelled",
      token.map,
      find,
      `The label ${label} is given twice. Give one another name.`,
    );
    return "";
  }
  return label;
}
