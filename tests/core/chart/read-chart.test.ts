import { describe, expect, test } from "vitest";
import { formatProblem } from "../../../lib/core/problem.ts";
import { FileText } from "../../../lib/core/text/file-text.ts";
import { parseBrief } from "../../../lib/core/brief/parse-brief.ts";
import { briefHead } from "../support/documents.ts";

const caption = 'Figure: Ships.{% cite "s", 1 %}';
const fence = (chart: string, below = caption) => `\`\`\`chart\n${chart}\n\`\`\`\n${below}\n`;

function read(body: string, csv?: string) {
  const attachments = new Map(
    csv === undefined ? [] : [["ships.csv", { kind: "table", file: new FileText("briefs/a/ships.csv", csv) } as const]],
  );
  return parseBrief("a", new FileText("briefs/a.md", briefHead + body), "en", attachments);
}

test("a chart is read from its keys and figures", () => {
  const { brief, problems } = read(
    fence('type: lines\nunit: ships\nx: Year\ny: [B, A]\n---\nA,Year,B\n"1,200",2024,1.5\n,2025,-2'),
  );
  expect(problems).toEqual([]);
  expect(brief.charts).toMatchObject([
    {
      figure: { kind: "figure", number: 1, label: "" },
      chart: {
        type: "lines",
        unit: "ships",
        heading: "Year",
        series: ["B", "A"],
        rows: [
          { label: "2024", values: [1.5, 1200] },
          { label: "2025", values: [-2, undefined] },
        ],
      },
    },
  ]);
});

test("figures may stand in a file of the brief’s", () => {
  const { brief, problems } = read(fence("type: bars\ndata: ships.csv"), "Year,Ships\n2024,3\n");
  expect(problems).toEqual([]);
  expect(brief.charts[0]?.chart.rows).toEqual([{ label: "2024", values: [3] }]);
});

test("code in another language that begins with chart is code", () => {
  expect(read("```chartjs\nnew Chart()\n```\n").problems).toEqual([]);
});

describe("what is wrong is told with its place", () => {
  const figures = "---\nYear,Ships\n2024,3";
  test.each([
    [
      fence(figures),
      "9:1  chart-readable  A chart says what it is drawn as. Write type: and one of bars, columns, lines, ranges.",
    ],
    [fence(`type: colums\n${figures}`), "9:7  chart-readable  There is no chart of colums. Write type: columns."],
    [fence(`type: bars\nunits: x\n${figures}`), '10:1  chart-readable  A chart has no key "units". Write unit:.'],
    [fence("type: bars"), "chart-readable  The chart has no figures."],
    [fence(`type: bars\ndata: ships.csv\n${figures}`), "10:1  chart-readable  The figures are given twice"],
    [
      fence("type: bars\ndata: shps.csv"),
      '10:7  chart-readable  There is no file "shps.csv" in briefs/a/. Write ships.csv.',
    ],
    [fence("type: bars\ndata: ../../secret.csv"), 'There is no file "../../secret.csv" in briefs/a/.'],
    [fence("type: bars\ndata: ships.csv"), 'briefs/a/ships.csv:3:6  chart-readable  "three" is no figure.'],
    [fence(`type: bars\nx: Yaer\n${figures}`), '10:4  chart-readable  There is no column "Yaer". Write Year.'],
    [fence(`type: bars\ny: [Ships, Boats]\n${figures}`), '10:4  chart-readable  There is no column "Boats".'],
    [
      fence("type: bars\n---\nYear,Ships\n2024,about 3"),
      '12:6  chart-readable  "about 3" is no figure. Write digits only',
    ],
    [fence("type: bars\n---\nYear,Ships\n2024,1,250"), "12:1  chart-readable  This row has 3 cells, the first has 2."],
    [fence("type: bars\n---\nYear,Ships\n2024,-3"), "12:6  chart-readable  -3 is below nought, where bars begin."],
    [fence("type: bars\n---\nYear,Ships\n,3"), "chart-readable  A row has no label."],
    [fence("type: bars\n---\nYear,Ships\n=1+1,3"), "12:1  chart-readable  A label cannot begin with ="],
    [fence("type: bars\n---\nYear,\n2024,3"), "chart-readable  A column has no name."],
    [fence("type: bars\n---\nA,A\n2024,3"), '11:3  chart-readable  Two columns are called "A".'],
    [fence("type: bars\n---\nYear,Ships"), "chart-readable  There are no figures below the names of the columns."],
    [fence("type: bars\n---\nYear\n2024"), "chart-readable  There is no column of figures."],
    [
      fence("type: bars\n---\nY,A,B,C,D\n2024,1,2,3,4"),
      "There are 4 columns of figures; a chart of bars shows 3 at most.",
    ],
    [
      fence(`type: columns\n---\nY,A\n${"x,1\n".repeat(25)}`),
      "There are 25 rows; a chart of columns shows 24 at most.",
    ],
    [fence("type: ranges\n---\nY,A\n2024,1"), "A range has a low and a high."],
    [fence("type: ranges\n---\nY,A,B\n2024,3,1"), "12:1  chart-readable  A range runs from its low to its high"],
    [fence('type: bars\n---\nY,A\n"2024,3'), "12:1  chart-readable  The quotation mark is never closed."],
    [fence(`type: bars\ntype: bars\n${figures}`), 'chart-readable  The key "type" is given twice.'],
    [
      fence(`type: bars\n${figures}`, "Text."),
      "8:1  chart-cited  A chart has a caption that cites where its figures are from.",
    ],
    [
      fence(`type: bars\n${figures}`, "Figure: Ships."),
      "14:1  chart-cited  The caption of a chart cites where its figures are from.",
    ],
    [
      `> \`\`\`chart\n> type: bars\n> ---\n> A,B\n> x,y\n> \`\`\`\n>\n> ${caption}`,
      '12:5  chart-readable  "y" is no figure.',
    ],
  ])("%j", (body, expected) => {
    const lines = read(body, "Year,Ships\n\n2024,three\n").problems.map(formatProblem);
    expect(lines).toHaveLength(1);
    expect(lines[0]).toContain(expected);
  });
});

test("a footnote of the author’s own says where figures are from, too", () => {
  expect(read(`${fence("type: bars\n---\nA,B\nx,1", "Figure: Ships.[^own]")}\n[^own]: We counted.`).problems).toEqual(
    [],
  );
});
