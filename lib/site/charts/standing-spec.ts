import type { TopLevelSpec } from "vega-lite";
import { along, knownValues, letterWidth, ticksFor, type ChartSetting } from "./brief-chart-layout.ts";
import { fitLabel, ownOrder } from "./fit-label.ts";
import { at, drawing, layer, scaled, words, type Layer } from "./layers.ts";
import { chartWidth } from "./measures.ts";

const height = 240;
const top = 18;
const foot = 206;
/** Of lines, by series, so that they differ without their colours. */
const dashes = [[], [7, 3], [2, 3], [9, 3, 2, 3]] as const;
const shapes = ["circle", "square", "triangle-up", "diamond"] as const;

/** Columns and lines: figures side by side over their labels, against a scale. */
export function standingSpec(setting: ChartSetting): TopLevelSpec {
  const { chart, direction, format } = setting;
  const side = along(direction);
  const ticks = ticksFor(knownValues(chart));
  const margin = Math.max(...ticks.map((tick) => format(tick).length)) * letterWidth + 8;
  const step = (chartWidth - margin) / chart.rows.length;
  const centers = chart.rows.map((_, row) => side(margin + step * (row + 0.5)));
  const domain = [ticks[0] ?? 0, ticks.at(-1) ?? 1] as const;
  const range = [foot, top] as const;
  const scale = ticks.map((v) => ({ v, text: format(v), x: side(0) }));
  return drawing(height, [
    layer("tick", { type: "rule", strokeOpacity: 0.25 }, scale, {
      x: { value: side(margin - 4) },
      x2: { value: side(chartWidth) },
      y: scaled("v", domain, range),
    }),
    layer("number", words("start", { baseline: "middle", fontSize: 12 }), scale, {
      x: at("x"),
      y: scaled("v", domain, range),
      text: { field: "text" },
    }),
    ...(chart.type === "columns" ? columnLayers : lineLayers)(setting, centers, step, domain, range),
    layer("foot", { type: "rule" }, [{ v: 0 }], {
      x: { value: side(margin - 4) },
      x2: { value: side(chartWidth) },
      y: scaled("v", domain, range),
    }),
    labels(setting, centers, step),
  ]);
}

type LayersOf = (
  setting: ChartSetting,
  centers: readonly number[],
  step: number,
  domain: readonly [number, number],
  range: readonly [number, number],
) => Layer[];

const columnLayers: LayersOf = ({ chart, direction }, centers, step, domain, range) => {
  const { length } = chart.series;
  const width = Math.min(22, (step - 4) / length);
  const forward = direction === "rtl" ? -1 : 1;
  return chart.series.map((_, series) => {
    const rows = chart.rows.flatMap(({ values }, row) => {
      const v = values[series];
      const middle = (centers[row] ?? 0) + forward * (series - (length - 1) / 2) * width;
      return v === undefined ? [] : [{ v, x: middle - width * 0.46, x2: middle + width * 0.46 }];
    });
    return layer(`series_${series}`, { type: "rect" }, rows, {
      x: at("x"),
      x2: { field: "x2" },
      y: scaled("v", domain, range),
      y2: { value: foot },
    });
  });
};

const lineLayers: LayersOf = ({ chart }, centers, _step, domain, range) =>
  chart.series.flatMap((_, series) => {
    const rows = chart.rows.map(({ values }, row) => ({ v: values[series] ?? null, x: centers[row] ?? 0, order: row }));
    const encoding = { x: at("x"), y: scaled("v", domain, range) };
    return [
      layer(
        `series_${series}`,
        {
          type: "line",
          strokeWidth: 2.5,
          strokeDash: [...(dashes[series] ?? [])],
          invalid: "break-paths-show-path-domains",
        },
        rows,
        { ...encoding, order: { field: "order", type: "quantitative" } },
      ),
      layer(
        `point_${series}`,
        { type: "point", filled: true, opacity: 1, size: 46, shape: shapes[series] },
        rows.filter(({ v }) => v !== null),
        encoding,
      ),
    ];
  });

/** As many labels as there is room for, from the first on. */
function labels({ chart, direction }: ChartSetting, centers: readonly number[], step: number): Layer {
  const longest = Math.min(90, Math.max(...chart.rows.map(({ label }) => Array.from(label).length)) * letterWidth + 8);
  const every = Math.max(1, Math.ceil(longest / step));
  const rows = chart.rows.flatMap(({ label }, row) =>
    row % every === 0
      ? [{ text: ownOrder(fitLabel(label, Math.max(step * every, 40)), direction), x: centers[row] ?? 0, y: foot + 20 }]
      : [],
  );
  return layer("label", words("center", { fontSize: 12 }), rows, { x: at("x"), y: at("y"), text: { field: "text" } });
}
