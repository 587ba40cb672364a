import { beforeAll, describe, expect, test } from "vitest";
import { chartTypes, type BriefChart } from "../../../lib/core/chart/chart.ts";
import type { Direction } from "../../../lib/core/text/language.ts";
import { ticksFor } from "../../../lib/site/charts/brief-chart-layout.ts";
import { ChartDrawer } from "../../../lib/site/charts/chart-drawer.ts";
import { elementsOf } from "../../support/html-page.ts";

const drawer = new ChartDrawer();

beforeAll(() => drawer.load());

const hostile = "</text><script>alert(1)</script> datum.x', alert(1), '{{ 7*7 }}";

function draw(chart: Partial<BriefChart> = {}, direction: Direction = "ltr"): string {
  const rows = [
    { label: "One", values: [30, 45] },
    { label: hostile.slice(0, 30), values: [10, 20] },
  ];
  const whole: BriefChart = { type: "bars", heading: "A", unit: "", series: ["Low", hostile], rows, ...chart };
  const setting = { chart: whole, direction, format: (value: number) => `n${value}` };
  return drawer.drawBriefChart(setting, { name: "figure-1", title: "<b>", description: "</desc>" });
}

describe.each(chartTypes)("a chart of %s", (type) => {
  test("holds nothing that the site's policy forbids, and no colours but the page's", () => {
    for (const { name, attributes } of elementsOf(draw({ type }))) {
      expect(["svg", "title", "desc", "g", "path", "text", "line"]).toContain(name);
      expect(Object.keys(attributes).filter((key) => /^(?:style|on.*|href|xlink.*|src|clip-path)$/.test(key))).toEqual(
        [],
      );
      for (const colour of [attributes.fill, attributes.stroke])
        expect([undefined, "none", "currentColor"]).toContain(colour);
    }
  });

  test("shows its labels and figures as text", () => {
    const texts = elementsOf(draw({ type })).flatMap(({ name, text }) => (name === "text" ? [text] : []));
    expect(texts).toEqual(expect.arrayContaining(["One"]));
    expect(texts.some((text) => /^n\d/.test(text))).toBe(true);
  });

  test("runs from the other side where the page does, and stays inside itself", () => {
    const inside = (svg: string) =>
      Array.from(svg.matchAll(/transform="translate\(([-\d.]+),([-\d.]+)\)"/g), ([, x]) => Number(x));
    for (const direction of ["ltr", "rtl"] as const)
      for (const x of inside(draw({ type }, direction))) {
        expect(x).toBeGreaterThanOrEqual(-1);
        expect(x).toBeLessThanOrEqual(361);
      }
    expect(draw({ type }, "rtl")).not.toBe(draw({ type }, "ltr"));
  });

  test("is drawn where nothing but nought is known", () => {
    const rows = [{ label: "One", values: type === "ranges" ? [0, 0] : [0, undefined] }];
    expect(draw({ type, rows })).not.toMatch(/NaN|Infinity|undefined/);
  });
});

test("longer bars stand for larger figures, in proportion", () => {
  const rows = [100, 50, 25].map((value) => ({ label: String(value), values: [value] }));
  const widths = Array.from(draw({ series: ["A"], rows }).matchAll(/<path d="M[\d.]+,[\d.]+h([\d.]+)/g), ([, width]) =>
    Number(width),
  );
  expect(widths[0]).toBeGreaterThan(100);
  expect((widths[1] ?? 0) / (widths[0] ?? 1)).toBeCloseTo(0.5, 2);
  expect((widths[2] ?? 0) / (widths[0] ?? 1)).toBeCloseTo(0.25, 2);
});

test.each([
  [
    [4100, 1250],
    [0, 2000, 4000, 6000],
  ],
  [[0.3], [0, 0.1, 0.2, 0.3]],
  [
    [-3, 12],
    [-5, 0, 5, 10, 15],
  ],
  [[0], [0, 0.5, 1]],
])("the scale of %j has round figures", (values, expected) => {
  const ticks = ticksFor(values);
  expect(ticks[0]).toBeLessThanOrEqual(Math.min(0, ...values));
  expect(ticks.at(-1)).toBeGreaterThanOrEqual(Math.max(...values));
  if (values[0] !== 0) expect(ticks).toEqual(expected);
});
