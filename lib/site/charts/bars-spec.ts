import type { TopLevelSpec } from "vega-lite";
import type { Direction } from "../../core/text/language.ts";
import { chartWidth, textSize } from "./measures.ts";

/** Room beside the longest bar for its number. */
const numberWidth = 48;
const step = 46;

/**
 * Horizontal bars over the data `rows` ({ key, label, count, number }), each with its label
 * above it and its number at its end, so that long labels fit a narrow screen. Marks take
 * the text's colour; style sheets colour them by the names of the layers.
 */
export function barsSpec(direction: Direction): TopLevelSpec {
  const isMirrored = direction === "rtl";
  const start = isMirrored ? chartWidth : 0;
  const end = isMirrored ? numberWidth : chartWidth - numberWidth;
  const text = { type: "text", align: "left", fontSize: textSize, color: "currentColor", aria: false } as const;
  return {
    width: chartWidth,
    height: { step },
    autosize: "none",
    padding: 0,
    background: "transparent",
    view: { stroke: null },
    data: { name: "rows" },
    encoding: {
      y: { field: "key", type: "nominal", sort: null, axis: null, scale: { paddingInner: 0, paddingOuter: 0 } },
    },
    layer: [
      {
        name: "bar",
        mark: { type: "bar", height: 12, yOffset: 9, color: "currentColor", aria: false },
        encoding: {
          x: {
            field: "count",
            type: "quantitative",
            axis: null,
            scale: { domainMin: 0, nice: false, range: [start, end] },
          },
        },
      },
      {
        name: "label",
        mark: { ...text, baseline: "alphabetic", yOffset: -5 },
        encoding: { x: { value: start }, text: { field: "label" } },
      },
      {
        name: "number",
        mark: { ...text, baseline: "alphabetic", yOffset: 14, xOffset: isMirrored ? -8 : 8 },
        encoding: { x: { field: "count", type: "quantitative" }, text: { field: "number" } },
      },
    ],
  };
}
