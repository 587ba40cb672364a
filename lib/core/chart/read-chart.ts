import { readYaml, type YamlMap } from "../front-matter/yaml.ts";
import { nearest } from "../text/nearest.ts";
import { shorten } from "../text/shorten.ts";
import { chartTypes, type BriefChart, type ChartType } from "./chart.ts";
import { readRows, type TableFault } from "./read-rows.ts";

/** Something wrong in a chart: in its own text, or in the file that holds its figures. */
export interface ChartFault {
  readonly where: "chart" | "file";
  /** 0-based, in the text of either. */
  readonly offset: number;
  readonly message: string;
}

export interface ChartReading {
  /** Absent with a fault. */
  readonly chart?: BriefChart;
  readonly faults: readonly ChartFault[];
}

const keys = ["type", "x", "y", "unit", "data"] as const;
const shape = "Write type: columns, then --- and the figures below it, or data: figures.csv.";

/**
 * Read the text of a chart: keys as YAML, then `---` and the figures as comma-separated
 * values, or the name of a file that holds them.
 *
 * @param fileNamed the text of a file of the brief's; a string says why there is none.
 */
export function readChart(text: string, fileNamed: (name: string) => { readonly text: string } | string): ChartReading {
  const divider = /^---[ \t]*$/m.exec(text);
  const yaml = readYaml(text.slice(0, divider?.index ?? text.length));
  const { data } = yaml;
  const offsetOf = (path: readonly string[], ofKey = false) => yaml.offsetOf(path, ofKey);
  const faults: ChartFault[] = yaml.faults.map(({ offset, message }) => ({
    where: "chart",
    offset,
    message: message.replace("Front matter is a list of keys.", "A chart begins with a list of keys."),
  }));
  const report = (offset: number, message: string) => faults.push({ where: "chart", offset, message });
  for (const key of Object.keys(data)) {
    if ((keys as readonly string[]).includes(key)) continue;
    const [near] = nearest(key, keys);
    const fix = near === undefined ? `The keys are ${keys.join(", ")}.` : `Write ${near}:.`;
    report(offsetOf([key], true), `A chart has no key "${shorten(key)}". ${fix}`);
  }
  const type = readType(data, report, offsetOf(["type"]));
  const file = data.data;
  if (divider && file !== undefined)
    report(offsetOf(["data"], true), "The figures are given twice, here and by data:. Keep one of the two.");
  const inline = divider === null ? undefined : text.slice(divider.index + divider[0].length + 1);
  const read = typeof file === "string" ? fileNamed(file) : undefined;
  if (typeof read === "string") report(offsetOf(["data"]), read);
  else if (read === undefined && inline === undefined) report(0, `The chart has no figures. ${shape}`);
  const table = typeof read === "object" ? read.text : inline;
  if (type === undefined || table === undefined || faults.length > 0) return { faults };

  const y = data.y === undefined ? undefined : [data.y].flat().map(textOf);
  const x = data.x === undefined ? undefined : textOf(data.x);
  const reading = readRows(table, type, x, y);
  const before = typeof read === "object" ? 0 : text.length - table.length;
  const placed = ({ key, offset, message }: TableFault): ChartFault =>
    key === undefined
      ? { where: typeof read === "object" ? "file" : "chart", offset: before + offset, message }
      : { where: "chart", offset: offsetOf([key]), message };
  if (reading.faults.length > 0) return { faults: reading.faults.map(placed) };
  return { chart: { type, unit: textOf(data.unit ?? ""), ...reading.table }, faults: [] };
}

function readType(
  data: YamlMap,
  report: (offset: number, message: string) => void,
  offset: number,
): ChartType | undefined {
  const written = data.type === undefined ? "" : textOf(data.type);
  const type = chartTypes.find((known) => known === written);
  if (type !== undefined) return type;
  const [near] = nearest(written, chartTypes);
  const fix = near === undefined ? `Write type: and one of ${chartTypes.join(", ")}.` : `Write type: ${near}.`;
  const what = written === "" ? "A chart says what it is drawn as." : `There is no chart of ${shorten(written)}.`;
  report(offset, `${what} ${fix}`);
  return undefined;
}

function textOf(value: unknown): string {
  return typeof value === "string" ? value.trim() : "";
}
