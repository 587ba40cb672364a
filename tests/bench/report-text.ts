import { describeChart } from "./chart.ts";
import type { ContenderName } from "./contender.ts";
import { markdownTable, type Grid } from "./grid.ts";
import { describeMachine } from "./machine.ts";
import type { Figures } from "./result.ts";
import { settingOf } from "./setting.ts";
import { buildTable, corpusLine, growthTable, saveTables, stageTable } from "./tables.ts";
import { count } from "./units.ts";

/** Between these lines of docs/scale.md stands what is made of the figures. */
export const begin = "<!-- figures: npm run bench:chart writes what follows -->";
export const end = "<!-- end of figures -->";

/** The same page with other figures in it. @throws where a page has no place for them. */
export function withFigures(page: string, sessions: readonly Figures[]): string {
  const [from, to] = [page.indexOf(begin), page.indexOf(end)];
  if (from < 0 || to < from) throw new Error(`The page has no lines "${begin}" and "${end}" to write between.`);
  return `${page.slice(0, from)}${begin}\n\n${figuresText(sessions)}\n\n${page.slice(to)}`;
}

function figuresText(sessions: readonly Figures[]): string {
  return [`![${describeChart(sessions)}](images/scale.svg)`, ...sessions.map(sessionText)].join("\n\n");
}

function sessionText(figures: Figures): string {
  const { machine, date, rounds, versions, sizes } = figures;
  const names = Object.entries(versions).map(([name, version]) => `${programs[name as ContenderName]} ${version}`);
  const growth = sizes.slice(1).flatMap((larger, index) => {
    const smaller = sizes[index];
    return smaller ? [markdownTable(growthTable(smaller, larger))] : [];
  });
  return [
    ...sizes.flatMap((size) => [
      `### ${count(size.corpus.briefs, "brief")}${settingOf(figures, size)}`,
      `${corpusLine(size)}. Measured on ${date}, ${rounds === 1 ? "one round" : `medians of ${rounds} rounds`}: ${names.join(", ")}. ${describeMachine(machine)}.`,
      markdownTable(buildTable(size).map(withoutSpread)),
      markdownTable(stageTable(size)),
      ...saveTables(size).map(markdownTable),
    ]),
    ...growth,
  ].join("\n\n");
}

const programs: Readonly<Record<ContenderName, string>> = {
  floor: "markdown-it",
  pincite: "Pincite",
  hugo: "Hugo",
  eleventy: "Eleventy",
};

/** Without the column of least and most, for which a page is too narrow. */
function withoutSpread(row: Grid[number]): Grid[number] {
  return row.filter((_, column) => column !== 2);
}
