import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { XmlDocument } from "libxml2-wasm";
import { describe, expect, test } from "vitest";
import { describeChart, drawChart } from "./chart.ts";
import { figures, run, series, size } from "./figures.ts";
import { keptSessions } from "./kept-sessions.ts";
import { withFigures } from "./report-text.ts";

const stages = [{ name: "index", seconds: 5 }];
const shown = figures([
  size(100, [
    series("pincite", "cold", [run(10, { stages, memory: 2 ** 30 })]),
    series("hugo", "cold", [run(2)]),
    series("hugo", "warm", [run(2)]),
    series("pincite", "warm", [run(0.2)]),
  ]),
]);

describe("the chart", () => {
  const svg = drawChart([shown]);
  const texts = [...svg.matchAll(/<text[^>]*>([^<]*)</g)].map((match) => match[1]);
  const widths = [...svg.matchAll(/<rect class="(\w+)" x="(\d+)"[^>]* width="(\d+)"/g)].map((match) => match.slice(1));

  test("is well-formed, and the same for the same figures", () => {
    const document = XmlDocument.fromString(svg);
    expect(document.root.name).toBe("svg");
    document.dispose();
    expect(drawChart([structuredClone(shown)])).toBe(svg);
  });

  test("shows the cold builds of others, then every one of Pincite’s", () => {
    const labels = texts.filter((text) => /^(?:Hugo|Pincite),/.test(text ?? ""));
    expect(labels).toEqual([
      "Hugo, cold",
      "Pincite, cold",
      "Pincite, cold, without search",
      "Pincite, nothing changed",
    ]);
    expect(texts).toContain("10.0 s (5.00 ×)");
    expect(texts).toContain("5.00 s (2.50 ×)");
  });

  test("has bars as long as what they stand for, the longest of each column alike", () => {
    // Times stand in the first column, memory in the second.
    const [first, second] = [...new Set(widths.map(([, x]) => Number(x)))].sort((a, b) => a - b).map(String);
    const times = widths.filter(([, x]) => x === first).map(([, , width]) => Number(width));
    expect(times).toEqual([42, 210, 105, 4]);
    const memories = widths.filter(([, x]) => x === second).map(([, , width]) => Number(width));
    expect(memories).toEqual([13, 130, 13]);
  });

  test("says in words what it shows", () => {
    expect(describeChart([shown])).toBe(
      "100 briefs: Hugo, cold 2.00 s and 100 MiB; Pincite, cold 10.0 s and 1024 MiB; Pincite, cold, without search 5.00 s; Pincite, nothing changed 0.200 s and 100 MiB.",
    );
    expect(svg).toContain(`<desc id="desc">${describeChart([shown])}</desc>`);
  });
});

test("several sessions stand below each other, with what is unusual of each", () => {
  const [plain] = shown.sizes;
  const bare = { ...shown, cores: 1, sizes: plain ? [{ ...plain, indexed: false }] : [] };
  const svg = drawChart([shown, bare]);
  expect([...svg.matchAll(/class="head"[^>]*>([^<]*)/g)].map((match) => match[1])).toEqual([
    "100 briefs, 20 sources",
    "100 briefs, 20 sources, no search index, on 1 core",
  ]);
  expect(svg.match(/without search</g)).toHaveLength(1);
});

describe("docs/scale.md", () => {
  const folder = new URL("../../docs/", import.meta.url);
  const docs = (name: string) => readFileSync(new URL(name, folder), "utf8");
  const kept = keptSessions(fileURLToPath(new URL("images/scale", folder)));

  test("has the chart that is made of the kept figures", () => {
    expect(docs("images/scale.svg")).toBe(drawChart(kept));
  });

  test("has the tables that are made of the kept figures", () => {
    expect(withFigures(docs("scale.md"), kept)).toBe(docs("scale.md"));
  });

  test("is refused without a place for them", () => {
    expect(() => withFigures("No place.", kept)).toThrow(/has no lines/);
  });
});
