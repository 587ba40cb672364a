import { firstChange } from "../anchoring/describe-change.ts";
import type { Candidate } from "../anchoring/state.ts";
import type { Citation } from "../brief/citation.ts";
import { sourceFolder } from "../libraries/foreign-id.ts";
import { areWithheld } from "../libraries/withheld-words.ts";
import type { Problem } from "../problem.ts";
import { writePinpoint, type PinpointPart } from "../tags/pinpoint.ts";
import { shorten } from "../text/shorten.ts";
import type { ChangedState, Standing } from "./standing.ts";

type Faulty = Extract<Standing, { kind: "changed" | "range-changed" | "retired" }>;

/** What to tell an author whose source no longer says, under a label, what was cited there. */
export function describeDrift(citation: Citation, standing: Faulty): Problem {
  const id = citation.request.sourceId;
  const place = citation.pinpointPlace;
  const note = `note ${citation.note}`;
  if (standing.kind === "changed") {
    const rule = standing.state.kind === "moved-unsure" ? "place-as-cited" : "text-as-cited";
    return { place, rule, message: describeChanged(`¶${standing.label} of "${id}"`, note, standing.state) };
  }
  if (standing.kind === "range-changed") {
    const { before, after } = standing.state;
    const held = `It held ${listOf(before)}, and ${after.length === 0 ? "none of them is between its ends" : `now holds ${listOf(after)}`}.`;
    const message = `The range that ${note} cites of "${id}" no longer holds the same paragraphs. ${held} Run npx pincite review.`;
    return { place, rule: "range-as-cited", message };
  }
  const { label, to } = standing;
  const left = to === undefined ? "words that are gone" : `the paragraph that is ¶${to} now`;
  const fix = to === undefined ? "take the citation out" : `write "${to}"`;
  const message = `¶${label} of "${id}", which ${note} cites, was the number of ${left}. If the note means those, ${fix}; if it means the ¶${label} of today, run npx pincite accept ${id} ${label}.`;
  return { place, rule: "citation-locked", message };
}

function describeChanged(name: string, note: string, state: ChangedState): string {
  const review = "Run npx pincite review to decide.";
  switch (state.kind) {
    case "moved-unsure":
      return `The words of ${name}, which ${note} cites, stand in ¶${state.to} now, but nothing around them shows that it is the same place. ${review}`;
    case "edited": {
      if (areWithheld(state.before))
        return `${name} is not what ${note} cites any more. The site it stands on does not show its words; ¶${state.to} may have taken its place. ${review}`;
      const { was, is } = firstChange(state.before, state.after);
      return `${name} is not what ${note} cites any more. Where "${was}" stood, ¶${state.to} has "${is}" (likeness ${state.score.toFixed(2)}). ${review}`;
    }
    case "ambiguous":
      return `${name} is not what ${note} cites any more, and more than one paragraph may be: ${candidatesOf(state.candidates)}. ${review}`;
    case "lost":
      return `What ${note} cites as ${name} is gone: no paragraph is like it. ${review}`;
    case "skipped":
      return `${name} is not what ${note} cites any more, and too much of the source has changed to look for it. ${review}`;
  }
}

/** A citation of the paragraph, or range, whose text is the same under another label; it passes. */
export function describeMove(citation: Citation, written: PinpointPart, to: PinpointPart): Problem {
  const [from, now] = [writePinpoint([written]), writePinpoint([to])];
  const message = `¶${from} of "${citation.request.sourceId}", which note ${citation.note} cites, is ¶${now} now, letter for letter the same. The site leads there. Run npx pincite review to write ${now} here.`;
  return { place: citation.pinpointPlace, rule: "place-as-cited", message };
}

/** A citation that the lock does not hold, where nothing may be added to it. */
export function describeUnlocked(
  citation: Citation,
  written: PinpointPart,
  why: "frozen" | "moved" | "again" | "unsettled" | "published",
): Problem {
  const id = citation.request.sourceId;
  const name = `¶${shorten(writePinpoint([written]))} of "${id}"`;
  const messages = {
    frozen: `The lock of "${id}" does not hold what note ${citation.note} cites, ${name}. Run npx pincite build where the brief is written, and commit ${sourceFolder(id)}.lock.json.`,
    moved: `${name} is cited for the first time in note ${citation.note}, but its number meant other words before the source was changed, so it may mean either. Run npx pincite review.`,
    again: `${name} has moved, and this document cites it more often than when that was recorded, so note ${citation.note} may mean either of two paragraphs. Run npx pincite review.`,
    unsettled: `${name} is cited for the first time in note ${citation.note}, and cannot be recorded before what has moved in that source is settled. Run npx pincite review.`,
    published: `${name}, which note ${citation.note} cites, was cited by drafts only, and cannot be recorded as published before what has moved in that source is settled. Run npx pincite review.`,
  };
  return { place: citation.pinpointPlace, rule: "citation-locked", message: messages[why] };
}

function candidatesOf(candidates: readonly Candidate[]): string {
  return candidates.map(({ to, score }) => `¶${to} (${score.toFixed(2)})`).join(", ");
}

function listOf(labels: readonly string[]): string {
  return labels.length <= 6
    ? labels.map((label) => `¶${label}`).join(", ")
    : `¶${labels[0] ?? ""} to ¶${labels.at(-1) ?? ""}, ${labels.length} paragraphs`;
}
