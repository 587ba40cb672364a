import type { TopLevelSpec } from "vega-lite";
import type { Direction } from "../../../../lib/core/text/language.ts";
import { chartWidth, lineHeight, textSize } from "../../../../lib/site/charts/measures.ts";

/** Room beside the longest bar for its number. */
const numberWidth = 48;
/** Nastaliq descends further below its line than other letters, and so keeps further away from its bar. */
const nastaliqRoom = 8;
const step = 46;

/**
 * Horizontal bars over the data `rows` ({ key, above, label, count, number }), each with its
 * label above it and its number at its end, so that long labels fit a narrow screen. Marks
 * take the text's colour; style sheets colour them by the names of the layers.
 *
 * @param lines of every label, one or two: `above` holds the first of two.
 */
export function barsSpec(direction: Direction, lines: number): TopLevelSpec {
  const isMirrored = direction === "rtl";
  const start = isMirrored ? chartWidth : 0;
  const end = isMirrored ? numberWidth : chartWidth - numberWidth;
  const room = isMirrored ? nastaliqRoom : 0;
  const above = (lines - 1) * lineHeight;
  const text = { type: "text", align: "left", fontSize: textSize, color: "currentColor", aria: false } as const;
  return {
    width: chartWidth,
    height: { step: step + room + above },
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
        mark: { type: "bar", height: 12, yOffset: 9 + (room + above) / 2, color: "currentColor", aria: false },
        encoding: {
          x: {
            field: "count",
            type: "quantitative",
            axis: null,
            scale: { domainMin: 0, nice: false, range: [start, end] },
          },
        },
      },
      ...["label", ...(lines > 1 ? ["above"] : [])].map((field, line) => ({
        name: field,
        mark: { ...text, baseline: "alphabetic", yOffset: -5 - room / 2 + above / 2 - line * lineHeight } as const,
        encoding: { x: { value: start }, text: { field } },
      })),
      {
        name: "number",
        mark: { ...text, baseline: "alphabetic", yOffset: 14 + (room + above) / 2, xOffset: isMirrored ? -8 : 8 },
        encoding: { x: { field: "count", type: "quantitative" }, text: { field: "number" } },
      },
    ],
  };
}
