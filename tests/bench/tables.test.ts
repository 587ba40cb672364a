import { format } from "prettier";
import { describe, expect, test } from "vitest";
import { figures, run, series, size } from "./figures.ts";
import { markdownTable, plainTable } from "./grid.ts";
import { introduction } from "./introduction.ts";
import { buildTable, growthTable, saveTable, saveTables, sourceSaveTable, stageTable } from "./tables.ts";
import { mebibytes, seconds, times } from "./units.ts";

const stages = [
  { name: "read", seconds: 1 },
  { name: "index", seconds: 4 },
];
const measured = size(100, [
  series("hugo", "cold", [run(2), run(4), run(2)]),
  series("pincite", "cold", [run(10, { stages }), run(12, { stages }), run(8, { stages })]),
  series("pincite", "warm", [run(1), run(1), run(1)]),
]);

describe("the table of builds", () => {
  const rows = buildTable(measured);

  test("has a row for each contender and scenario, and one for Pincite's without search", () => {
    expect(rows.map(([label]) => label)).toEqual([
      "",
      "Hugo, cold",
      "Pincite, cold",
      "  the same, without search",
      "Pincite, nothing changed",
    ]);
  });

  test("compares every scenario with Hugo's cold build of the same round", () => {
    expect(rows[0]).toEqual([
      "",
      "time",
      "min – max",
      "× Hugo",
      "CPU",
      "× Hugo",
      "memory",
      "× Hugo",
      "files",
      "written",
    ]);
    expect(rows.map((row) => row[3])).toEqual(["× Hugo", "1.00", "4.00", "2.00", "0.50"]);
  });

  test("says the median, the least and the most", () => {
    expect(rows[2]?.slice(1, 3)).toEqual(["10.0 s", "8.00 s – 12.0 s"]);
  });

  test("has a dash where there is nothing to compare with", () => {
    const alone = size(100, [series("pincite", "cold", [run(3)])]);
    expect(buildTable(alone)[1]?.slice(0, 4)).toEqual(["Pincite, cold", "3.00 s", "3.00 s – 3.00 s", "–"]);
  });
});

test("the stages of all scenarios stand side by side, with what no stage accounts for", () => {
  expect(stageTable(measured)).toEqual([
    ["Pincite’s stages", "cold", "nothing changed"],
    ["read", "1.00 s", "0.000 s"],
    ["index", "4.00 s", "0.000 s"],
    ["start and end", "5.00 s", "1.00 s"],
  ]);
});

test("saves are compared one by one with Hugo's", () => {
  const save = { start: 1, done: [1, 1], backlink: true, memory: 2 ** 20 };
  const saves = [
    { ...save, contender: "pincite", page: [0.1, 0.3] },
    { ...save, contender: "hugo", page: [0.2, 0.2], backlink: false },
  ] as const;
  expect(saveTable(size(100, [], { saves }))).toEqual([
    ["Saving one brief", "start", "to its page", "× Hugo", "until done", "backlink", "memory"],
    ["Pincite", "1.00 s", "0.200 s", "1.00", "1.00 s", "yes", "1.0 MiB"],
    ["Hugo", "1.00 s", "0.200 s", "1.00", "1.00 s", "no", "1.0 MiB"],
  ]);
});

test("saves of a source are compared likewise, at its own page and at that of a brief that cites it", () => {
  const save = { start: 1, page: [1], done: [1], backlink: true, memory: 2 ** 20 };
  const saves = [
    { ...save, contender: "pincite", source: { page: [0.1, 0.3], citing: [0.2, 0.4], done: [1, 3] } },
    { ...save, contender: "hugo", source: { page: [0.2, 0.2], citing: [0.1, 0.2], done: [0.5, 0.5] } },
  ] as const;
  expect(sourceSaveTable(size(100, [], { saves }))).toEqual([
    ["Saving one source, cited by 99 briefs", "to its page", "× Hugo", "to a brief’s page", "× Hugo", "until done"],
    ["Pincite", "0.200 s", "1.00", "0.300 s", "2.00", "2.00 s"],
    ["Hugo", "0.200 s", "1.00", "0.150 s", "1.00", "0.500 s"],
  ]);
});

test("figures that were taken before sources were saved have no table of that", () => {
  const saves = [{ contender: "pincite", start: 1, page: [1], done: [1], backlink: true, memory: 1 }] as const;
  expect(saveTables(size(100, [], { saves })).map(([head]) => head?.[0])).toEqual(["Saving one brief"]);
});

test("growth is told as a factor and as a power, of what both sizes have", () => {
  const larger = size(1000, [series("hugo", "cold", [run(20)]), series("eleventy", "cold", [run(9)])]);
  expect(growthTable(measured, larger)).toEqual([
    ["Cold builds", "100", "1,000", "grows", "power"],
    ["Hugo, time", "2.00 s", "20.0 s", "× 10.0", "1.00"],
    ["Hugo, memory", "100 MiB", "100 MiB", "× 1.0", "0.00"],
  ]);
});

describe("a table", () => {
  const rows = [["", "time"], ["Pincite, cold", "1.00 s"], ["x", "–"]]; // prettier-ignore

  test("is aligned for a terminal", () => {
    expect(plainTable(rows)).toBe("                    time\n  Pincite, cold   1.00 s\n  x                    –");
  });

  test("is written for Markdown as Prettier writes it", async () => {
    for (const grid of [rows, buildTable(measured), stageTable(measured)]) {
      const table = `${markdownTable(grid)}\n`;
      expect(await format(table, { parser: "markdown" })).toBe(table);
    }
  });
});

test.each([
  [seconds(0.0123), "0.012 s"],
  [seconds(1.234), "1.23 s"],
  [seconds(123.4), "123.4 s"],
  [mebibytes(1.25 * 2 ** 20), "1.3 MiB"],
  [mebibytes(200 * 2 ** 20), "200 MiB"],
  [times(0.0345), "0.035"],
  [times(12.345), "12.35"],
  [times(undefined), "–"],
  [times(1 / 0), "–"],
])("%s", (shown, expected) => {
  expect(shown).toBe(expected);
});

test("Hugo that is asked for and not installed is named in one line", () => {
  const { hugo, ...versions } = figures([]).versions;
  const lines = introduction({ ...figures([]), versions }, ["hugo"]).split("\n");
  expect(hugo).toBeDefined();
  expect(lines.filter((line) => line.includes("not installed"))).toHaveLength(1);
  expect(introduction({ ...figures([]), versions }, ["floor"])).not.toContain("not installed");
});
