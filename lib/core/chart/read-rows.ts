import { nearest } from "../text/nearest.ts";
import { shorten } from "../text/shorten.ts";
import { mostRows, mostSeries, type BriefChart, type ChartLine, type ChartType } from "./chart.ts";
import { readCsv, type Cell } from "./csv.ts";

/** Something wrong in a table of figures, at an offset in it; or, where a key is named, in that key of the chart. */
export interface TableFault {
  readonly key?: "x" | "y";
  readonly offset: number;
  readonly message: string;
}

export interface TableReading {
  readonly table: Pick<BriefChart, "heading" | "series" | "rows">;
  readonly faults: readonly TableFault[];
}

/** Faults told of one table; more have one cause. */
const mostFaults = 5;
const number = /^[-−]?(?:\d+|\d{1,3}(?:,\d{3})+)(?:\.\d+)?$/;

/**
 * Read the figures of a chart. The first row names the columns; labels stand in the
 * column `x`, or else the first, and figures in the columns `y`, or else all others.
 */
export function readRows(text: string, type: ChartType, x?: string, y?: readonly string[]): TableReading {
  const { rows, faults: slips } = readCsv(text);
  const faults: TableFault[] = [...slips];
  if (faults.length > 0) return { table: { heading: "", series: [], rows: [] }, faults };
  const [head = [], ...body] = rows;
  const names = head.map((cell) => cell.text);
  const column = (name: string, key: "x" | "y"): number => {
    const at = names.indexOf(name);
    if (at >= 0) return at;
    const [near] = nearest(name, names);
    const fix =
      near === undefined ? `The columns are ${names.map((one) => shorten(one)).join(", ")}.` : `Write ${near}.`;
    faults.push({ key, offset: 0, message: `There is no column "${shorten(name)}". ${fix}` });
    return -1;
  };
  checkHead(head, faults);
  const labelAt = x === undefined ? 0 : column(x, "x");
  const valuesAt = y?.map((name) => column(name, "y")) ?? names.map((_, at) => at).filter((at) => at !== labelAt);
  checkSize(type, valuesAt.length, body, faults);
  const lines = body.map((row) => readLine(row, head, type, labelAt, valuesAt, faults));
  const series = valuesAt.map((at) => names[at] ?? "");
  return { table: { heading: names[labelAt] ?? "", series, rows: lines }, faults: faults.slice(0, mostFaults) };
}

function checkHead(head: readonly Cell[], faults: TableFault[]): void {
  for (const [index, { text, offset }] of head.entries()) {
    if (text === "") faults.push({ offset, message: "A column has no name. Write what it holds in the first row." });
    else if (head.findIndex((cell) => cell.text === text) < index)
      faults.push({ offset, message: `Two columns are called "${shorten(text)}". Give one another name.` });
  }
}

function checkSize(type: ChartType, series: number, body: readonly (readonly Cell[])[], faults: TableFault[]): void {
  const refuse = (message: string) => faults.push({ offset: body[0]?.[0]?.offset ?? 0, message });
  if (body.length === 0) refuse("There are no figures below the names of the columns. Write a row for each.");
  if (body.length > mostRows[type])
    refuse(
      `There are ${body.length} rows; a chart of ${type} shows ${mostRows[type]} at most. Set a table, or take some out.`,
    );
  if (series > mostSeries[type])
    refuse(
      `There are ${series} columns of figures; a chart of ${type} shows ${mostSeries[type]} at most. Choose some with y:.`,
    );
  if (type === "ranges" && series < 2)
    refuse(
      "A range has a low and a high. Write y: [Low, High], or y: [Low, High, Likeliest], with the names of the columns.",
    );
  else if (series < 1) refuse("There is no column of figures. Write one behind the labels.");
}

function readLine(
  row: readonly Cell[],
  head: readonly Cell[],
  type: ChartType,
  labelAt: number,
  valuesAt: readonly number[],
  faults: TableFault[],
): ChartLine {
  const offset = row[0]?.offset ?? 0;
  if (row.length !== head.length) {
    const fix = 'A cell that holds a comma stands in quotation marks: "1,250".';
    faults.push({ offset, message: `This row has ${row.length} cells, the first has ${head.length}. ${fix}` });
    return { label: "", values: [] };
  }
  const label = row[labelAt];
  if (label?.text === "")
    faults.push({ offset: label.offset, message: "A row has no label. Say what its figures are of." });
  if (/^[=+@]/.test(label?.text ?? ""))
    faults.push({
      offset: label?.offset ?? 0,
      message: "A label cannot begin with =, + or @: spreadsheets would run it. Take the sign out.",
    });
  const values = valuesAt.map((at) => readValue(row[at], type, faults));
  if (type === "ranges") checkRange(values, offset, faults);
  return { label: label?.text ?? "", values };
}

function readValue(cell: Cell | undefined, type: ChartType, faults: TableFault[]): number | undefined {
  const { text, offset } = cell ?? { text: "", offset: 0 };
  if (text === "" && type !== "ranges") return undefined;
  if (!number.test(text)) {
    const fix = 'Write digits only, such as 1250, 1250.5 or, in quotation marks, "1,250".';
    faults.push({ offset, message: `"${shorten(text)}" is no figure. ${fix}` });
    return undefined;
  }
  const value = Number(text.replaceAll(",", "").replace("−", "-"));
  if (!Number.isFinite(value) || Math.abs(value) > 1e15)
    faults.push({ offset, message: `${shorten(text)} is too large to be drawn.` });
  if (value < 0 && type !== "lines")
    faults.push({ offset, message: `${text} is below nought, where ${type} begin. Draw it as lines.` });
  return value;
}

function checkRange(
  [low, high, likeliest]: readonly (number | undefined)[],
  offset: number,
  faults: TableFault[],
): void {
  if (low === undefined || high === undefined) return;
  if (low > high || (likeliest !== undefined && (likeliest < low || likeliest > high)))
    faults.push({
      offset,
      message:
        "A range runs from its low to its high, and the likeliest figure lies between. Correct this row, or the order of y:.",
    });
}
