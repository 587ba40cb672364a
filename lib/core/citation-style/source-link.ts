import type { CslItem } from "../export/csl-item.ts";
import { isSlot, type Run, type Runs, type WordRun } from "./run.ts";
import { shortTitle } from "./work.ts";

/**
 * Runs in which the name of the work leads to it: its title where that is printed, or else the
 * words before the first comma, bracket or slot. The title is marked as such, since its language is the work's.
 */
export function linkedToSource(runs: Runs, item: CslItem): Runs {
  for (const title of [item.title, shortTitle(item)]) {
    const at = runs.findIndex((run) => !isSlot(run) && placeOf(title, run.text) !== null);
    const run = runs[at];
    if (run && !isSlot(run)) return runs.flatMap((one, index) => (index === at ? around(run, title) : [one]));
  }
  const linked: Run[] = [];
  for (const [index, run] of runs.entries()) {
    if (isSlot(run) || run.link) return [...linked, ...runs.slice(index)];
    const name = /^[^,(:;[]*/.exec(run.text)?.[0] ?? "";
    const isWhole = name === run.text && !isSlotNext(runs, index);
    const words = isWhole ? name : name.trimEnd();
    if (words !== "") linked.push({ ...run, text: words, link: { to: "source" } });
    if (!isWhole)
      return [...linked, { ...run, text: run.text.slice(words.length) }, ...runs.slice(index + 1)].filter(isThere);
  }
  return linked;
}

function isSlotNext(runs: Runs, index: number): boolean {
  const next = runs[index + 1];
  return next !== undefined && isSlot(next);
}

function isThere(run: Run): boolean {
  return isSlot(run) || run.text !== "";
}

/** Where a title stands in a text; styles may set other capitals in it. */
function placeOf(title: string, text: string): RegExpExecArray | null {
  return new RegExp(title.replace(/[\\^$.*+?()[\]{}|/]/g, "\\$&"), "iu").exec(text);
}

function around(run: WordRun, title: string): Run[] {
  const found = placeOf(title, run.text);
  if (!found) return [run];
  const [words] = found;
  const pieces: Run[] = [
    { ...run, text: run.text.slice(0, found.index) },
    { ...run, text: words, part: "title", link: { to: "source" } },
    { ...run, text: run.text.slice(found.index + words.length) },
  ];
  return pieces.filter(isThere);
}
