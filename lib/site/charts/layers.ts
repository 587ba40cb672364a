import type { TopLevelSpec } from "vega-lite";
import { chartWidth, textSize } from "./measures.ts";

/** One kind of mark over data of its own; style sheets colour it by its name. */
export type Layer = Extract<TopLevelSpec, { readonly layer: readonly unknown[] }>["layer"][number];

type Row = Readonly<Record<string, string | number | null>>;

/** A position in units of the chart, from its upper left corner. */
export function at(field: string) {
  return { field, type: "quantitative", axis: null, scale: null } as const;
}

/** A figure's position between two places. @param domain lowest and highest figure. */
export function scaled(field: string, domain: readonly [number, number], range: readonly [number, number]) {
  return {
    field,
    type: "quantitative",
    axis: null,
    scale: { domain: [...domain], nice: false, zero: false, range: [...range] },
  } as const;
}

export function layer(name: string, mark: object, values: readonly Row[], encoding: object): Layer {
  return {
    name,
    mark: { color: "currentColor", aria: false, ...mark },
    data: { values: [...values] },
    encoding,
  } as Layer;
}

/** Words; `start` is where a reader of the page begins. */
export function words(align: "start" | "center", more: object = {}) {
  return {
    type: "text",
    align: align === "start" ? "left" : "center",
    baseline: "alphabetic",
    fontSize: textSize,
    ...more,
  };
}

export function drawing(height: number, layers: readonly Layer[]): TopLevelSpec {
  return {
    width: chartWidth,
    height,
    autosize: "none",
    padding: 0,
    background: "transparent",
    view: { stroke: null },
    config: { style: { cell: { stroke: null } } },
    layer: [...layers],
    resolve: { scale: { x: "independent", y: "independent" } },
  };
}
