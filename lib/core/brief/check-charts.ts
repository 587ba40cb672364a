import type { Token } from "markdown-it";
import { isChart } from "../markdown/figure-rule.ts";
import type { Problem } from "../problem.ts";
import type { FileText } from "../text/file-text.ts";

/**
 * Report the charts that do not say where their figures are from: a chart has a caption,
 * and in it a citation, or a footnote of the author's own.
 *
 * @param bodyLine 0-based line of the file on which the body begins.
 */
export function checkCharts(file: FileText, bodyLine: number, tokens: readonly Token[]): Problem[] {
  return tokens.flatMap((token, index): Problem[] => {
    if (!isChart(token)) return [];
    const captioned = tokens[index - 1]?.type === "caption_close";
    const caption = captioned ? tokens[index - 2] : undefined;
    if (caption?.children?.some(({ type }) => type === "footnote_ref")) return [];
    const line = (caption ?? token).map?.[0] ?? 0;
    const message = captioned
      ? 'The caption of a chart cites where its figures are from. Write {% cite "source-id", 7 %} behind its words.'
      : 'A chart has a caption that cites where its figures are from. Write below it: Figure: What it shows.{% cite "source-id", 7 %}';
    return [{ place: file.placeAt(file.offsetOfLine(bodyLine + line)), rule: "chart-cited", message }];
  });
}
