import type { TopLevelSpec } from "vega-lite";
import { along, knownValues, letterWidth, type ChartSetting } from "./brief-chart-layout.ts";
import { labelLines, ownOrder } from "./fit-label.ts";
import { at, drawing, layer, scaled, words, type Layer } from "./layers.ts";
import { chartWidth, lineHeight } from "./measures.ts";

/** Of a label's last line, with what parts it from its bar. */
const labelHeight = 20;
const barHeight = 12;
const barStep = 17;
const gap = 10;
/** Nastaliq descends further below its line than other letters, and so keeps further away from its bar. */
const nastaliqRoom = 8;

/** Bars and ranges: rows below each other, each under its label, its figures at its end. */
export function lyingSpec(setting: ChartSetting): TopLevelSpec {
  const { chart, direction, format } = setting;
  const isRange = chart.type === "ranges";
  const perRow = isRange ? 1 : chart.series.length;
  const below = direction === "rtl" ? nastaliqRoom : 0;
  const labels = chart.rows.map(({ label }) => labelLines(label));
  const heights = labels.map((lines) => (lines.length - 1) * lineHeight + labelHeight + below + perRow * barStep + gap);
  const side = along(direction);
  const texts = chart.rows.flatMap(({ values }) =>
    isRange ? [rangeText(values, format)] : values.map((one) => numberText(one, format)),
  );
  const room = Math.min(chartWidth / 2, Math.max(...texts.map((text) => text.length)) * letterWidth + 12);
  const domain = [0, Math.max(...knownValues(chart)) || 1] as const;
  const range = [side(0), side(chartWidth - room)] as const;
  const away = direction === "rtl" ? -7 : 7;
  // Where the last line of each label begins, from the top of the chart.
  let height = 0;
  const tops = heights.map((rowHeight, row) => {
    const top = height + below + ((labels[row]?.length ?? 1) - 1) * lineHeight;
    height += rowHeight;
    return top;
  });

  const label = layer(
    "label",
    words("start"),
    labels.flatMap((lines, row) =>
      lines.map((line, index) => ({
        text: ownOrder(line, direction),
        x: side(0),
        y: (tops[row] ?? 0) + labelHeight - below - 6 - (lines.length - 1 - index) * lineHeight,
      })),
    ),
    { x: at("x"), y: at("y"), text: { field: "text" } },
  );
  const marks = isRange ? rangeLayers(setting, tops, domain, range) : barLayers(setting, tops, domain, range);
  const ends = chart.rows.flatMap(({ values }, row) =>
    (isRange
      ? [{ v: values[1], text: rangeText(values, format) }]
      : values.map((v) => ({ v, text: numberText(v, format) }))
    ).map(({ v, text }, index) => ({ v: v ?? 0, text, y: (tops[row] ?? 0) + labelHeight + index * barStep + 10.5 })),
  );
  const number = layer("number", words("start", { xOffset: away }), ends, {
    x: scaled("v", domain, range),
    y: at("y"),
    text: { field: "text" },
  });
  return drawing(height, [...marks, label, number]);
}

function barLayers(
  { chart }: ChartSetting,
  tops: readonly number[],
  domain: readonly [number, number],
  range: readonly [number, number],
): Layer[] {
  return chart.series.map((_, series) => {
    const rows = chart.rows.flatMap(({ values }, row) => {
      const v = values[series];
      const y = (tops[row] ?? 0) + labelHeight + series * barStep;
      return v === undefined ? [] : [{ v, y, y2: y + barHeight }];
    });
    return layer(`series_${series}`, { type: "rect" }, rows, {
      x: scaled("v", domain, range),
      x2: { value: range[0] },
      y: at("y"),
      y2: { field: "y2" },
    });
  });
}

function rangeLayers(
  { chart }: ChartSetting,
  tops: readonly number[],
  domain: readonly [number, number],
  range: readonly [number, number],
): Layer[] {
  const rows = chart.rows.map(({ values: [low = 0, high = 0, likeliest] }, row) => {
    const y = (tops[row] ?? 0) + labelHeight + barHeight / 2;
    return { low, high, likeliest: likeliest ?? null, y, y1: y - barHeight / 2, y2: y + barHeight / 2 };
  });
  const end = (name: string, field: string) =>
    layer(name, { type: "rule", strokeWidth: 2 }, rows, {
      x: scaled(field, domain, range),
      y: at("y1"),
      y2: { field: "y2" },
    });
  return [
    layer("series_0", { type: "rule", strokeWidth: 4 }, rows, {
      x: scaled("low", domain, range),
      x2: { field: "high" },
      y: at("y"),
    }),
    end("low", "low"),
    end("high", "high"),
    layer(
      "likeliest",
      { type: "point", filled: true, opacity: 1, size: 90 },
      rows.filter(({ likeliest }) => likeliest !== null),
      { x: scaled("likeliest", domain, range), y: at("y") },
    ),
  ];
}

function numberText(value: number | undefined, format: (value: number) => string): string {
  return value === undefined ? "–" : format(value);
}

/** 30–45 (38): the likeliest in brackets. */
export function rangeText(
  [low, high, likeliest]: readonly (number | undefined)[],
  format: (value: number) => string,
): string {
  const span = low === high ? numberText(low, format) : `${numberText(low, format)}–${numberText(high, format)}`;
  return likeliest === undefined ? span : `${span} (${format(likeliest)})`;
}
