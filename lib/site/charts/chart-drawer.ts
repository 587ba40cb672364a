import type { Runtime, Scenegraph, View } from "vega";
import type { TopLevelSpec } from "vega-lite";
import { escapeHtml } from "../../core/text/escape.ts";
import type { Direction } from "../../core/text/language.ts";
import { barsSpec } from "./bars-spec.ts";
import type { ChartSetting } from "./brief-chart-layout.ts";
import type { ChartContent, ChartKind } from "./chart.ts";
import { columnsSpec } from "./columns-spec.ts";
import { labelLines, ownOrder } from "./fit-label.ts";
import { lyingSpec } from "./lying-spec.ts";
import { standingSpec } from "./standing-spec.ts";

const specs = { bars: barsSpec, columns: columnsSpec } as const;

/** A third of a second to load, so that only what renders pages waits for it. */
async function loadVega() {
  const [vega, { compile }, { expressionInterpreter }] = await Promise.all([
    import("vega"),
    import("vega-lite"),
    import("vega-interpreter"),
  ]);
  return { vega, compile, interpreter: expressionInterpreter };
}
type Vega = Awaited<ReturnType<typeof loadVega>>;

/** A chart of so many rows often comes again on the page of another brief. */
const fewRows = 5;

/** Of the site's own charts: costly to compile, and few, one a kind, direction and height of labels, whatever the data. */
const runtimes = new Map<string, Runtime>();

/**
 * Draws charts as SVG text with vega: no browser, no evaluated code, and nothing that the
 * site's policy forbids. The same content gives the same bytes on every machine.
 */
export class ChartDrawer {
  readonly #vega: Vega;
  /** A view takes one set of rows after the other, which halves the cost of a chart. */
  readonly #views = new Map<string, View>();
  /** Of few rows, by content: most briefs cite some of the same few kinds of sources. */
  readonly #drawn = new Map<string, string>();

  private constructor(vega: Vega) {
    this.#vega = vega;
  }

  static async load(): Promise<ChartDrawer> {
    return new ChartDrawer(await loadVega());
  }

  /** Safe HTML: an `<svg>` with a title and a description, named after the chart. */
  draw(content: ChartContent): string {
    if (content.rows.length > fewRows) return this.#draw(content);
    const key = JSON.stringify(content);
    const known = this.#drawn.get(key) ?? this.#draw(content);
    this.#drawn.set(key, known);
    return known;
  }

  #draw({ name, kind, title, description, rows, direction }: ChartContent): string {
    // What stands below columns is short, and keeps to one line.
    const labels = rows.map(({ label }) => (kind === "bars" ? labelLines(label) : [label]));
    const view = this.#viewOf(kind, direction, Math.max(...labels.map(({ length }) => length)));
    const data = rows.map(({ count }, key) => {
      const [label = "", above = ""] = (labels[key] ?? []).map((line) => ownOrder(line, direction)).reverse();
      return { key, above, label, count, number: String(count) };
    });
    view.data("rows", data).run();
    return this.#svg(view, { name, title, description, direction });
  }

  /** Safe HTML, as of {@link draw}, of a chart that an author has written. */
  drawBriefChart(setting: ChartSetting, naming: Pick<ChartContent, "name" | "title" | "description">): string {
    const { chart, direction } = setting;
    const isLying = chart.type === "bars" || chart.type === "ranges";
    const view = this.#viewFor(isLying ? lyingSpec(setting) : standingSpec(setting)).run();
    return this.#svg(view, { ...naming, direction });
  }

  #svg(
    view: View,
    { name, title, description, direction }: Pick<ChartContent, "name" | "title" | "description" | "direction">,
  ): string {
    const { SVGStringRenderer } = this.#vega.vega;
    const renderer = new SVGStringRenderer().initialize(null, view.width(), view.height(), [0, 0], 1);
    const { root } = view.scenegraph() as unknown as Scenegraph;
    const drawn = renderer.render(root).svg();
    const inner = drawn.slice(drawn.indexOf(">") + 1, drawn.lastIndexOf("</svg>"));
    const id = `chart-${name}`;
    return [
      `<svg class="chart-drawing" viewBox="0 0 ${view.width()} ${view.height()}" role="img" aria-labelledby="${id}-title ${id}-desc" direction="${direction}">`,
      `<title id="${id}-title">${escapeHtml(title)}</title><desc id="${id}-desc">${escapeHtml(description)}</desc>`,
      `${inner}</svg>`,
    ].join("");
  }

  #viewOf(kind: ChartKind, direction: Direction, lines: number): View {
    const key = `${kind} ${direction} ${lines}`;
    const known = this.#views.get(key);
    if (known) return known;
    const runtime = runtimes.get(key) ?? this.#parse(specs[kind](direction, lines));
    runtimes.set(key, runtime);
    const view = this.#viewOn(runtime);
    this.#views.set(key, view);
    return view;
  }

  #viewFor(spec: TopLevelSpec): View {
    return this.#viewOn(this.#parse(spec));
  }

  /** As syntax trees, which are interpreted: vega would otherwise make functions of text. */
  #parse(spec: TopLevelSpec): Runtime {
    const { vega, compile } = this.#vega;
    return vega.parse(compile(spec).spec, { background: null }, { ast: true });
  }

  #viewOn(runtime: Runtime): View {
    const { vega, interpreter } = this.#vega;
    return new vega.View(runtime, { renderer: "none", expr: interpreter, logLevel: vega.Error });
  }
}
