import * as vega from "vega";
import { compile } from "vega-lite";
import type { ChartContent } from "../../../../lib/site/charts/chart.ts";
import type { Drawing } from "../../../../lib/site/charts/draw-rows.ts";
import { labelLines, ownOrder } from "../../../../lib/site/charts/fit-label.ts";
import { barsSpec } from "./bars-spec.ts";
import { columnsSpec } from "./columns-spec.ts";

const specs = { bars: barsSpec, columns: columnsSpec } as const;

/** A chart of the site's own as vega draws it. */
export function drawnByVega({ kind, rows, direction }: ChartContent): Drawing {
  const labels = rows.map(({ label }) => (kind === "bars" ? labelLines(label) : [label]));
  const spec = specs[kind](direction, Math.max(...labels.map(({ length }) => length)));
  const view = new vega.View(vega.parse(compile(spec).spec, { background: null }), { renderer: "none" });
  const data = rows.map(({ count }, key) => {
    const [label = "", above = ""] = (labels[key] ?? []).map((line) => ownOrder(line, direction)).reverse();
    return { key, above, label, count, number: String(count) };
  });
  view.data("rows", data).run();
  const [width, height] = [view.width(), view.height()];
  const renderer = new vega.SVGStringRenderer().initialize(null, width, height, [0, 0], 1);
  const drawn = renderer.render((view.scenegraph() as unknown as vega.Scenegraph).root).svg();
  return { width, height, marks: drawn.slice(drawn.indexOf(">") + 1, drawn.lastIndexOf("</svg>")) };
}
