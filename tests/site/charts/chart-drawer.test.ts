import fc from "fast-check";
import * as vega from "vega";
import { compile } from "vega-lite";
import { describe, expect, test, vi } from "vitest";
import { chartTypes, type BriefChart } from "../../../lib/core/chart/chart.ts";
import type { ChartContent, ChartKind, ChartRow } from "../../../lib/site/charts/chart.ts";
import { ChartDrawer } from "../../../lib/site/charts/chart-drawer.ts";
import { drawRows } from "../../../lib/site/charts/draw-rows.ts";
import { elementsOf } from "../../support/html-page.ts";
import { drawnByVega } from "./reference/drawn-by-vega.ts";
import { barsSpec } from "./reference/bars-spec.ts";

const drawer = new ChartDrawer();

const rows: readonly ChartRow[] = [
  { label: "Primary source", count: 12 },
  { label: "News report", count: 3 },
  { label: "Opinion", count: 0 },
];

function chart(content: Partial<ChartContent> = {}): ChartContent {
  const title = "Sources by kind";
  return { name: "kinds", kind: "bars", title, description: "Primary 12", rows, direction: "ltr", ...content };
}

const kinds: readonly ChartKind[] = ["bars", "columns"];

describe.each(kinds)("a chart of %s", (kind) => {
  test("is text that any reader's software can read, with a title and a description", () => {
    const elements = elementsOf(drawer.draw(chart({ kind })));
    expect(elements[0]).toMatchObject({
      name: "svg",
      attributes: { role: "img", "aria-labelledby": "chart-kinds-title chart-kinds-desc" },
    });
    const texts = elements.filter(({ name }) => name === "text").map(({ text }) => text);
    expect(texts).toEqual(expect.arrayContaining(["Primary source", "12", "News report", "3", "Opinion", "0"]));
  });

  test("holds nothing that the site's policy forbids, and loads nothing", () => {
    for (const { name, attributes } of elementsOf(drawer.draw(chart({ kind })))) {
      expect(["svg", "title", "desc", "g", "path", "text", "line"]).toContain(name);
      expect(Object.keys(attributes).filter((key) => /^(?:style|on.*|href|xlink.*|src|clip-path)$/.test(key))).toEqual(
        [],
      );
    }
  });

  test("leaves its colours to the page", () => {
    const colours = elementsOf(drawer.draw(chart({ kind }))).flatMap(({ attributes }) =>
      [attributes.fill, attributes.stroke].filter((colour) => colour !== undefined && colour !== "none"),
    );
    expect(new Set(colours)).toEqual(new Set(["currentColor"]));
  });

  test("has no ids but those made of its name", () => {
    const ids = elementsOf(drawer.draw(chart({ kind, name: "years" }))).flatMap(
      ({ attributes }) => attributes.id ?? [],
    );
    expect(ids).toEqual(["chart-years-title", "chart-years-desc"]);
  });

  test("runs from the other side where the page does", () => {
    const startOf = (direction: ChartContent["direction"]) =>
      /<path d="M([\d.]+),/.exec(drawer.draw(chart({ kind, direction })))?.[1];
    expect(Number(startOf("rtl"))).toBeGreaterThan(Number(startOf("ltr")));
    expect(drawer.draw(chart({ kind, direction: "rtl" }))).toContain('direction="rtl"');
  });

  test("is drawn as vega draws it", () => {
    const row = fc.record({ label: fc.string({ unit: "binary", maxLength: 60 }), count: fc.nat(9999) });
    const someRows = fc.array(row, { minLength: 1, maxLength: 14 }).filter((all) => all.some(({ count }) => count > 0));
    const direction = fc.constantFrom<ChartContent["direction"]>("ltr", "rtl");
    fc.assert(
      fc.property(someRows, direction, (all, side) => {
        const content = chart({ kind, rows: all, direction: side });
        expect(drawRows(content)).toEqual(drawnByVega(content));
      }),
      { numRuns: 200 },
    );
  });
});

test.each([
  ["a script", "</text><script>alert(1)</script>"],
  ["an attribute", '" onload="alert(1)'],
  ["an entity", "&lt;b&gt; &amp; &#x3c;"],
  ["a template", "{{ 7*7 }} {% raw %}"],
  ["an expression", "datum.count', alert(1), '"],
  ["a comment", "<!-- ]]> -->"],
])("a label is shown as it is typed: %s", (_, label) => {
  const elements = elementsOf(drawer.draw(chart({ rows: [{ label, count: 1 }] })));
  expect(elements.filter(({ name }) => name === "text").map(({ text }) => text)).toEqual([label, "1"]);
  expect(elements.filter(({ name }) => name === "script" || name === "a")).toEqual([]);
});

test("a long label stands on two lines, above a bar that has made room for them", () => {
  const label = "Report of the commission of inquiry into the silting of the eastern channel";
  const textsOf = (svg: string) => elementsOf(svg).flatMap(({ name, text }) => (name === "text" ? [text] : []));
  const heightOf = (svg: string) => Number(/viewBox="0 0 \d+ ([\d.]+)"/.exec(svg)?.[1]);
  const long = drawer.draw(
    chart({
      rows: [
        { label, count: 1 },
        { label: "Short", count: 2 },
      ],
    }),
  );
  const short = drawer.draw(
    chart({
      rows: [
        { label: "Long", count: 1 },
        { label: "Short", count: 2 },
      ],
    }),
  );
  const [first = "", second = ""] = textsOf(long)
    .filter((text) => text !== "" && label.includes(text) && text.length > 2)
    .reverse();
  expect(`${first} ${second}`).toBe(label);
  expect(heightOf(long)).toBeGreaterThan(heightOf(short));
});

test("a label of another script is read its own way", () => {
  const drawn = drawer.draw(chart({ direction: "rtl", rows: [{ label: "The end.", count: 1 }] }));
  expect(drawn).toContain("\u2066The end.\u2069");
});

test("title and description are escaped", () => {
  const [, title, description] = elementsOf(drawer.draw(chart({ title: "<b>", description: "</desc><script>" })));
  expect([title?.text, description?.text]).toEqual(["<b>", "</desc><script>"]);
});

/** What is made into functions of text while something runs. */
async function evaluatedBy(run: () => unknown): Promise<string[]> {
  const original = globalThis.Function;
  const made: string[] = [];
  globalThis.Function = new Proxy(original, {
    apply(target, self, values: string[]) {
      made.push(values.join());
      return Reflect.apply(target, self, values) as unknown;
    },
    construct(target, values: string[]) {
      made.push(values.join());
      return Reflect.construct(target, values);
    },
  });
  try {
    await run();
  } finally {
    globalThis.Function = original;
  }
  return made;
}

describe("expressions", () => {
  test("are interpreted, and nothing is evaluated", async () => {
    vi.resetModules();
    const fresh = await import("../../../lib/site/charts/chart-drawer.ts");
    const other = new fresh.ChartDrawer();
    await other.load();
    const rows = [{ label: "One", values: [30, 45] }];
    const draw = (type: BriefChart["type"]) => {
      const written: BriefChart = { type, heading: "A", unit: "", series: ["Low", "High"], rows };
      return other.drawBriefChart({ chart: written, direction: "ltr", format: String }, chart());
    };
    expect(await evaluatedBy(() => chartTypes.map(draw))).toEqual([]);
  });

  test("would be evaluated if vega were left to itself", async () => {
    const runtime = vega.parse(compile(barsSpec("ltr", 1)).spec);
    expect(await evaluatedBy(() => new vega.View(runtime, { renderer: "none" }).run())).not.toEqual([]);
  });
});
