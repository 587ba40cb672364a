import { describeChart } from "./chart.ts";
import { markdownTable, type Grid } from "./grid.ts";
import { describeMachine } from "./machine.ts";
import type { Figures } from "./result.ts";
import { buildTable, corpusLine, growthTable, saveTable, stageTable } from "./tables.ts";

/** Between these lines of docs/scale.md stands what is made of the figures. */
export const begin = "<!-- figures: npm run bench:chart writes what follows -->";
export const end = "<!-- end of figures -->";

/** The same page with other figures in it. @throws where a page has no place for them. */
export function withFigures(page: string, figures: Figures): string {
  const [from, to] = [page.indexOf(begin), page.indexOf(end)];
  if (from < 0 || to < from) throw new Error(`The page has no lines "${begin}" and "${end}" to write between.`);
  return `${page.slice(0, from)}${begin}\n\n${figuresText(figures)}\n\n${page.slice(to)}`;
}

function figuresText(figures: Figures): string {
  const { machine, date, cores, rounds, versions, sizes } = figures;
  const { hugo, eleventy, floor } = versions;
  const held = cores === undefined ? "" : `, every build held to ${cores === 1 ? "one core" : `${cores} cores`}`;
  const measured = [
    ...(hugo === undefined ? [] : [`Hugo ${hugo}`]),
    `Eleventy ${eleventy ?? ""}`,
    `markdown-it ${floor ?? ""} for the floor`,
  ];
  const growth = sizes.slice(1).flatMap((larger, index) => {
    const smaller = sizes[index];
    return smaller ? [markdownTable(growthTable(smaller, larger))] : [];
  });
  return [
    `Measured on ${date}, medians of ${rounds} rounds${held}: ${measured.join(", ")}. Machine: ${describeMachine(machine)}.`,
    `![${describeChart(figures)}](images/scale.svg)`,
    ...sizes.flatMap((size) => [
      `### ${size.corpus.briefs.toLocaleString("en-GB")} briefs`,
      `${corpusLine(size)}.`,
      markdownTable(buildTable(size).map(withoutSpread)),
      markdownTable(stageTable(size)),
      ...(size.saves.length > 0 ? [markdownTable(saveTable(size))] : []),
    ]),
    ...(growth.length > 0 ? ["### Growth", ...growth] : []),
  ].join("\n\n");
}

/** Without the column of least and most, for which a page is too narrow. */
function withoutSpread(row: Grid[number]): Grid[number] {
  return row.filter((_, column) => column !== 2);
}
