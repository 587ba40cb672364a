import type { Citation, CitingDocument } from "../brief/citation.ts";
import { Generations } from "../catalog/generations.ts";
import type { SourceDrift } from "../catalog/source-record.ts";
import { isUnsettled, standingOf } from "../catalog/standing.ts";
import { timesLocked } from "../catalog/times-locked.ts";
import type { ParagraphLabel } from "../label.ts";
import { writePinpoint, type PinpointPart } from "../tags/pinpoint.ts";
import type { AffectedNote, Doubt } from "./question.ts";

/** One part of a citation's pinpoint, and in which generation of its source its labels count. */
export interface CitedPart extends AffectedNote {
  readonly written: string;
  /** `locked`: in the lock's; `new`: in today's; otherwise nobody can say but a person. */
  readonly reading: "locked" | "new" | Doubt;
}

/** All that is cited of one source, in order of documents, then as these are written. */
export function citedPartsOf(
  sourceId: string,
  documents: readonly CitingDocument[],
  drift: SourceDrift,
): readonly CitedPart[] {
  const written = documents.flatMap((document) => partsIn(document, sourceId));
  const generations = new Generations(drift);
  const unsettled = written.some(({ part }) => isUnsettled(standingOf(part, drift)));
  const times = new Map<string, number>();
  for (const { document, written: pinpoint } of written) {
    const key = `${document.path} ${pinpoint}`;
    times.set(key, (times.get(key) ?? 0) + 1);
  }
  const readingOf = ({ document, part, written: pinpoint }: Written): CitedPart["reading"] => {
    if (standingOf(part, drift).kind === "retired") return "retired";
    const held = heldBy(part, drift);
    if (!held) return unsettled && generations.differ(part) ? "moved" : "new";
    const locked = timesLocked(drift.record.lock, document, pinpoint);
    const isAgain = (times.get(`${document.path} ${pinpoint}`) ?? 0) > locked;
    return isAgain && isDisplaced(part, held, drift) && generations.hasToday(part) ? "again" : "locked";
  };
  return written.map((one) => ({ ...one, reading: readingOf(one) }));
}

interface Written extends AffectedNote {
  readonly citation: Citation;
  readonly written: string;
}

function partsIn(document: CitingDocument, sourceId: string): Written[] {
  return document.citations
    .filter(({ request }) => request.sourceId === sourceId)
    .flatMap((citation) =>
      citation.request.pinpoint.map((part) => ({ document, citation, part, written: writePinpoint([part]) })),
    );
}

/** The paragraphs that a part of a pinpoint names, in the labels of the lock; undefined where it does not hold them. */
export function heldBy(part: PinpointPart, { record }: SourceDrift): readonly ParagraphLabel[] | undefined {
  if (part.to !== undefined) return record.lock?.ranges.get(writePinpoint([part]));
  return record.lock?.cited.has(part.from) ? [part.from] : undefined;
}

/** Whether its number may name something else today than it did in the lock. */
function isDisplaced(part: PinpointPart, held: readonly ParagraphLabel[], { comparison }: SourceDrift): boolean {
  const range = comparison?.ranges.get(writePinpoint([part]));
  if (range && range.kind !== "ok") return true;
  return held.some((label) => {
    const state = comparison?.paragraphs.get(label);
    return state !== undefined && state.kind !== "ok" && !("to" in state && state.to === label);
  });
}
