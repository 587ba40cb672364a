import type { TopLevelSpec } from "vega-lite";
import type { Direction } from "../../../../lib/core/text/language.ts";
import { chartWidth, textSize } from "../../../../lib/site/charts/measures.ts";

const height = 168;
/** Where columns begin and the tallest ends, from the top. */
const foot = 142;
const top = 22;

/** Columns over the data `rows` ({ key, label, count, number }), each between its number and its label. */
export function columnsSpec(direction: Direction): TopLevelSpec {
  const text = { type: "text", align: "center", fontSize: textSize, color: "currentColor", aria: false } as const;
  return {
    width: chartWidth,
    height,
    autosize: "none",
    padding: 0,
    background: "transparent",
    view: { stroke: null },
    data: { name: "rows" },
    encoding: {
      x: {
        field: "key",
        type: "nominal",
        sort: null,
        axis: null,
        scale: { paddingInner: 0, paddingOuter: 0, reverse: direction === "rtl" },
      },
    },
    layer: [
      {
        name: "bar",
        mark: { type: "bar", width: 22, color: "currentColor", aria: false },
        encoding: {
          y: {
            field: "count",
            type: "quantitative",
            axis: null,
            scale: { domainMin: 0, nice: false, range: [foot, top] },
          },
        },
      },
      {
        name: "foot",
        data: { values: [{}] },
        mark: { type: "rule", color: "currentColor", aria: false },
        encoding: { x: { value: 0 }, x2: { value: chartWidth }, y: { value: foot } },
      },
      {
        name: "label",
        mark: { ...text, baseline: "alphabetic" },
        encoding: { y: { value: foot + 18 }, text: { field: "label" } },
      },
      {
        name: "number",
        mark: { ...text, baseline: "alphabetic", yOffset: -6 },
        encoding: { y: { field: "count", type: "quantitative" }, text: { field: "number" } },
      },
    ],
  };
}
