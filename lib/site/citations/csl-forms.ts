import type { CiteprocEngine } from "citeproc";
import type { CitedForms } from "../../core/citation-style/forms.ts";
import { pinpointBeforeAddress } from "../../core/citation-style/reference-note.ts";
import { ended, isSlot, type Run, type Runs } from "../../core/citation-style/run.ts";
import { linkedToSource } from "../../core/citation-style/source-link.ts";
import type { CslItem } from "../../core/export/csl-item.ts";
import { firstNoteMark, pinpointMark, readRuns } from "./read-runs.ts";

const signs = { comma: ", ", stop: "." };

/**
 * How works are named by a CSL style, each in all its forms.
 *
 * A style for notes makes them itself. One that cites in the text has its reference for the
 * first note, and what it would write in the text, without parentheses, for later ones.
 *
 * @param engine knows these works and no others, so that it tells apart those that are named alike.
 */
export function cslForms(engine: CiteprocEngine, items: readonly CslItem[]): ReadonlyMap<string, CitedForms> {
  engine.updateItems(items.map(({ id }) => id));
  const isForNotes = engine.opt.xclass === "note";
  const entries = isForNotes ? new Map<string, Runs>() : entriesOf(engine);
  const cite = (id: string, position: 0 | 1 | 3) =>
    readRuns(
      engine.makeCitationCluster([
        { id, position, locator: pinpointMark, label: "paragraph", "first-reference-note-number": firstNoteMark },
      ]),
    );
  const named = (item: CslItem): CitedForms => {
    const { id } = item;
    const link = (runs: Runs) => linkedToSource(runs, item);
    const note = (position: 0 | 1 | 3) => link(withPinpoint(inTextOnly(cite(id, position), isForNotes)));
    const entry = entries.get(id);
    const whole = entry ?? inTextOnly(readRuns(engine.makeCitationCluster([{ id, position: 0 }])), isForNotes);
    return {
      first: entry ? link(pinpointBeforeAddress(entry, signs)) : note(0),
      again: note(1),
      next: note(3),
      whole: link(whole),
    };
  };
  return new Map(items.map((item) => [item.id, named(item)]));
}

function entriesOf(engine: CiteprocEngine): Map<string, Runs> {
  const bibliography = engine.makeBibliography();
  if (!bibliography) return new Map();
  const [{ entry_ids: ids }, entries] = bibliography;
  return new Map(
    ids.flatMap(([id], index) => (id === undefined ? [] : [[id, trimmed(readRuns(entries[index] ?? ""))]])),
  );
}

function trimmed(runs: Runs): Runs {
  return trimmedEnd(trimmedEnd(runs, 0, /^\s+/), runs.length - 1, /\s+$/).filter(
    (run) => isSlot(run) || run.text !== "",
  );
}

function trimmedEnd(runs: Runs, at: number, space: RegExp): Runs {
  return runs.map((run, index) => (index === at && !isSlot(run) ? { ...run, text: run.text.replace(space, "") } : run));
}

/** A citation of the text as a note: without the parentheses around it, ended by a full stop. */
function inTextOnly(runs: Runs, isForNotes: boolean): Runs {
  if (isForNotes) return runs;
  const first = runs[0];
  const last = runs.at(-1);
  if (!first || !last || isSlot(first) || isSlot(last)) return runs;
  if (!first.text.startsWith("(") || !last.text.endsWith(")")) return runs;
  const opened = runs.map((run) => (run === first ? { ...first, text: first.text.slice(1) } : run));
  const end = opened.at(-1);
  if (!end || isSlot(end)) return runs;
  return ended([...opened.slice(0, -1), { ...end, text: end.text.slice(0, -1) }].filter(hasWords));
}

function hasWords(run: Run): boolean {
  return isSlot(run) || run.text !== "";
}

/** The label says ¶ itself; where the style passes over the pinpoint, it stands at the end. */
function withPinpoint(runs: Runs): Runs {
  const at = runs.findIndex((run) => isSlot(run) && run.slot === "pinpoint");
  if (at < 0) return pinpointBeforeAddress(runs, signs);
  const once = runs.filter((run, index) => index <= at || !isSlot(run) || run.slot !== "pinpoint");
  return once
    .map((run, index) => (index === at - 1 && !isSlot(run) ? { ...run, text: run.text.replace(/¶\s*$/u, "") } : run))
    .filter(hasWords);
}
