import type { Hash } from "../anchoring/fingerprint.ts";
import type { EvidenceAnnotation, EvidenceTarget } from "../evidence/annotation-schema.ts";
import type { NoteFacts, ParagraphFacts, SourcePage, TransclusionFacts } from "./built-site.ts";
import type { Report } from "./fault.ts";
import type { SiteAddresses, SitePlace } from "./site-addresses.ts";

/** One note with what is recorded of it, and what to verify it with. */
export interface NoteCase {
  readonly annotation: EvidenceAnnotation;
  readonly note: NoteFacts;
  /** Ids of the marks in the text that lead to the note. */
  readonly marks: ReadonlySet<string>;
  /** By id of a mark, the words that it may support. */
  readonly passages: ReadonlyMap<string, string>;
  /** By id of a mark below it, a paragraph set in the brief. */
  readonly transclusions: ReadonlyMap<string, TransclusionFacts>;
  /** The note's own place, such as `briefs/deadline/index.html`, `note-14`. */
  readonly place: SitePlace;
  readonly evidenceAddresses: SiteAddresses;
  /** Of links on a page of the site. */
  addressesOn(file: string): SiteAddresses;
  readonly hash: Hash;
  readonly report: Report;
}

/** A cited paragraph, recorded and found again. */
export interface FoundTarget {
  readonly target: EvidenceTarget;
  /** The source's page. */
  readonly file: string;
  readonly page: SourcePage;
  readonly paragraph: ParagraphFacts;
}

/** What is said of a page whose addresses do not hold. */
export const divertedPage = "The page has a <base>, or sends its readers on, so its links lead elsewhere.";

/** How messages name a cited paragraph. */
export function nameTarget({ target, file }: Pick<FoundTarget, "target" | "file">): string {
  return `¶${target.label} of /${file.replace(/index\.html$/, "")}`;
}

export function isWithheld({ sourceRights }: EvidenceAnnotation): boolean {
  return sourceRights === "metadata-only";
}
