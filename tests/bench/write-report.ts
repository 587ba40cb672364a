import { readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { drawChart } from "./chart.ts";
import { keptSessions } from "./kept-sessions.ts";
import { withFigures } from "./report-text.ts";

/**
 * `npm run bench:chart`: make the chart and the tables of docs/scale.md of the figures that
 * are kept in docs/images/scale/, as `npm run bench -- --json` writes them.
 */
const docs = (name: string) => fileURLToPath(new URL(`../../docs/${name}`, import.meta.url));
const sessions = keptSessions(docs("images/scale"));
writeFileSync(docs("images/scale.svg"), drawChart(sessions));
writeFileSync(docs("scale.md"), withFigures(readFileSync(docs("scale.md"), "utf8"), sessions));
console.log("Written: docs/images/scale.svg and the figures of docs/scale.md");
