import type { Scenegraph } from "vega";
import type { TopLevelSpec } from "vega-lite";
import { escapeHtml } from "../../core/text/escape.ts";
import type { ChartSetting } from "./brief-chart-layout.ts";
import type { ChartContent } from "./chart.ts";
import { drawRows, type Drawing } from "./draw-rows.ts";
import { lyingSpec } from "./lying-spec.ts";
import { standingSpec } from "./standing-spec.ts";

/** A third of a second to load, so that only what draws an author's chart waits for it. */
async function loadVega() {
  const [vega, { compile }, { expressionInterpreter }] = await Promise.all([
    import("vega"),
    import("vega-lite"),
    import("vega-interpreter"),
  ]);
  return { vega, compile, interpreter: expressionInterpreter };
}
type Vega = Awaited<ReturnType<typeof loadVega>>;

type Naming = Pick<ChartContent, "name" | "title" | "description" | "direction">;

/**
 * Draws charts as SVG text: no browser, no evaluated code, and nothing that the site's policy
 * forbids. The same content gives the same bytes on every machine.
 */
export class ChartDrawer {
  #vega: Vega | undefined;

  /** Make ready for the charts that authors have written, which vega draws. */
  async load(): Promise<void> {
    this.#vega ??= await loadVega();
  }

  /** Safe HTML: an `<svg>` with a title and a description, named after the chart. */
  draw(content: ChartContent): string {
    return svgOf(drawRows(content), content);
  }

  /** Safe HTML, as of {@link draw}, of a chart that an author has written. @throws before {@link load}. */
  drawBriefChart(setting: ChartSetting, naming: Omit<Naming, "direction">): string {
    const { chart, direction } = setting;
    const isLying = chart.type === "bars" || chart.type === "ranges";
    return svgOf(this.#draw(isLying ? lyingSpec(setting) : standingSpec(setting)), { ...naming, direction });
  }

  #draw(spec: TopLevelSpec): Drawing {
    if (!this.#vega) throw new Error("A chart was asked for before rendering began");
    const { vega, compile, interpreter } = this.#vega;
    // As syntax trees, which are interpreted: vega would otherwise make functions of text.
    const runtime = vega.parse(compile(spec).spec, { background: null }, { ast: true });
    const view = new vega.View(runtime, { renderer: "none", expr: interpreter, logLevel: vega.Error }).run();
    const [width, height] = [view.width(), view.height()];
    const renderer = new vega.SVGStringRenderer().initialize(null, width, height, [0, 0], 1);
    const { root } = view.scenegraph() as unknown as Scenegraph;
    const drawn = renderer.render(root).svg();
    return { width, height, marks: drawn.slice(drawn.indexOf(">") + 1, drawn.lastIndexOf("</svg>")) };
  }
}

function svgOf({ width, height, marks }: Drawing, { name, title, description, direction }: Naming): string {
  const id = `chart-${name}`;
  return [
    `<svg class="chart-drawing" viewBox="0 0 ${width} ${height}" role="img" aria-labelledby="${id}-title ${id}-desc" direction="${direction}">`,
    `<title id="${id}-title">${escapeHtml(title)}</title><desc id="${id}-desc">${escapeHtml(description)}</desc>`,
    `${marks}</svg>`,
  ].join("");
}
