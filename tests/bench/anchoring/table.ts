import type { ParagraphState } from "../../../lib/core/anchoring/state.ts";
import type { Row } from "./run.ts";
import type { Tally } from "./tally.ts";

const kinds: readonly ParagraphState["kind"][] = [
  "ok",
  "moved",
  "moved-unsure",
  "edited",
  "ambiguous",
  "lost",
  "skipped",
];

/** A line for each corpus and kind of change, and one for all. */
export function tallyTable(rows: readonly Row[], sum: Tally): string {
  const head = ["", "citations", ...kinds, "changed", "wrong ok", "wrong moved", "exchanged", "first right", "ms"];
  const lines = rows.map(({ corpus, kind, tally }) => [`${corpus}: ${kind}`, ...cells(tally)]);
  return align([head, ...lines, ["all", ...cells(sum)]]);
}

function cells(tally: Tally): string[] {
  const { citations, states, acceptedChanged, wrongOk, wrongMoved, exchanged, edits, rightFirst, time } = tally;
  const percent = edits === 0 ? "–" : `${((100 * rightFirst) / edits).toFixed(1)} %`;
  const counts = kinds.map((kind) => states.get(kind) ?? 0);
  return [
    ...[citations, ...counts, acceptedChanged, wrongOk, wrongMoved, exchanged].map((count) =>
      count.toLocaleString("en-GB"),
    ),
    percent,
    time.toFixed(0),
  ];
}

function align(rows: readonly (readonly string[])[]): string {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  return rows
    .map((row) =>
      row
        .map((cell, column) => (column === 0 ? cell.padEnd(widths[0] ?? 0) : cell.padStart(widths[column] ?? 0)))
        .join("  "),
    )
    .join("\n");
}
