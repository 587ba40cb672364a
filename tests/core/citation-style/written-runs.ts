import { isSlot, type Runs } from "../../../lib/core/citation-style/run.ts";

/** Runs as a line to compare: what is in italics between <i> and </i>, slots filled. */
export function written(runs: Runs, pinpoint: string, firstNote: number): string {
  const filled = { pinpoint, "first-note": String(firstNote) };
  return runs
    .map((run) => {
      if (isSlot(run)) return filled[run.slot];
      return run.look === "italic" ? `<i>${run.text}</i>` : run.text;
    })
    .join("");
}
