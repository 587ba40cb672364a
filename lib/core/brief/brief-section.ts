import type { Place } from "../problem.ts";
import type { Citation } from "./citation.ts";
import type { Passage } from "./passages.ts";

/** The part of a brief under one heading of depth 2, or what stands before the first; deeper headings do not end it. */
export interface BriefSection {
  /** The heading's words; empty before the first heading. */
  readonly heading: string;
  /** The heading's id on the brief's page; empty before the first heading. */
  readonly id: string;
  /** Of the heading, or else of the section's beginning. */
  readonly place: Place;
  /** In reading order, those of notes it mentions first among them. */
  readonly citations: readonly Citation[];
}

/** The sections of a brief, and which of them each passage belongs to: a footnote to the one that mentions it first. */
export function readSections(
  passages: readonly Passage[],
  citations: readonly Citation[],
  startOf: (passage: Passage) => Place,
) {
  const sections: (BriefSection & { readonly citations: Citation[] })[] = [];
  const sectionOf = new Map<Passage, BriefSection>();
  const ofNotes = new Map<number, number>();
  for (const passage of passages) {
    const { opening, note } = passage;
    const opens = opening?.type === "heading_open" && opening.level === 0 && /^h[12]$/.test(opening.tag);
    if (note === undefined && (opens || sections.length === 0)) {
      const named = opens ? { heading: passage.text.trim(), id: opening.attrGet("id") ?? "" } : unnamed;
      sections.push({ ...named, place: startOf(passage), citations: [] });
    }
    const index = note === undefined ? sections.length - 1 : (ofNotes.get(note) ?? 0);
    const section = sections[index];
    if (!section) continue;
    sectionOf.set(passage, section);
    for (const mark of passage.marks) {
      if (!ofNotes.has(mark.note)) ofNotes.set(mark.note, index);
      const citation = mark.citation === undefined ? undefined : citations[mark.citation];
      if (citation) section.citations.push(citation);
    }
  }
  return { sections: sections as readonly BriefSection[], sectionOf };
}

const unnamed = { heading: "", id: "" };
