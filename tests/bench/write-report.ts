import { readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { drawChart } from "./chart.ts";
import { withFigures } from "./report-text.ts";
import type { Figures } from "./result.ts";

/**
 * `npm run bench:chart`: make the chart and the tables of docs/scale.md of the figures that
 * are kept beside it, `docs/images/scale.json`, which `npm run bench -- --json` writes.
 */
const docs = (name: string) => fileURLToPath(new URL(`../../docs/${name}`, import.meta.url));
const figures = JSON.parse(readFileSync(docs("images/scale.json"), "utf8")) as Figures;
writeFileSync(docs("images/scale.svg"), drawChart(figures));
writeFileSync(docs("scale.md"), withFigures(readFileSync(docs("scale.md"), "utf8"), figures));
console.log("Written: docs/images/scale.svg and the figures of docs/scale.md");
