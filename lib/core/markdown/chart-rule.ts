import type MarkdownIt from "markdown-it";
import type { StateCore, Token } from "markdown-it";
import { readChart } from "../chart/read-chart.ts";
import type { BriefChart } from "../chart/chart.ts";
import { nearest } from "../text/nearest.ts";
import { shorten } from "../text/shorten.ts";
import { reportFault } from "./body-fault.ts";
import { environmentOf } from "./environment.ts";
import { isChart, type NumberedFigure } from "./figure-rule.ts";
import { unmark } from "./marks.ts";

/** What a `fence` token that is a chart carries in `meta`. */
export interface ChartMeta {
  readonly chart: BriefChart;
  readonly figure: NumberedFigure;
}

/** Read code blocks of the language `chart` as charts. */
export function chartRule(md: MarkdownIt): void {
  md.core.ruler.after("figures", "charts", (state) => {
    let figure: NumberedFigure | undefined;
    for (const token of state.tokens) {
      if (token.type === "figure_open") figure = token.meta as NumberedFigure;
      else if (token.type === "figure_close") figure = undefined;
      else if (isChart(token)) readOne(state, token, figure);
    }
  });
}

function readOne(state: StateCore, token: Token, figure: NumberedFigure | undefined): void {
  const { attachments } = environmentOf(state);
  const text = unmark(token.content);
  let file = "";
  const reading = readChart(text, (name) => {
    file = name;
    const found = attachments?.get(name);
    if (found?.kind === "table") return found.file;
    const folder = environmentOf(state).folder ?? "";
    const [near] = nearest(name, attachments?.keys() ?? []);
    return `There is no file "${shorten(name)}" in ${folder}/. ${near === undefined ? "Put it there; its name ends in .csv." : `Write ${near}.`}`;
  });
  for (const { where, offset, message } of reading.faults) {
    const found = attachments?.get(file);
    const place = found?.kind === "table" ? found.file.placeAt(offset) : undefined;
    if (where === "file" && place)
      (environmentOf(state).problems ??= []).push({ place, rule: "chart-readable", message });
    else reportFault(state, "chart-readable", ...spotOf(token, text, offset), message, true);
  }
  if (reading.chart && figure) token.meta = { chart: reading.chart, figure } satisfies ChartMeta;
}

/** The line of an offset in a block's text, and what stands there: text that Markdown has moved is found again by its words. */
function spotOf(token: Token, text: string, offset: number): [[number, number], string] {
  const before = text.slice(0, offset).split("\n");
  const line = (token.map?.[0] ?? 0) + before.length;
  const [rest = ""] = text.slice(offset).split("\n", 1);
  return [[line, line + 1], rest];
}
