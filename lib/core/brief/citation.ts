import type { Place } from "../problem.ts";
import type { CitationRequest } from "../tags/citation-tag.ts";

/** One citation as a document makes it, before it is known whether it holds. */
export interface Citation {
  readonly request: CitationRequest;
  /** Whether the paragraph itself is set in the text, by `{% quote %}`. */
  readonly transcluded: boolean;
  /** The sentence it supports, or else what stands above it, without markup; empty for a transclusion. */
  readonly sentence: string;
  /** 1-based number of its note, and which mention of that note it is; both 1 in a footnote nobody mentions. */
  readonly note: number;
  readonly mention: number;
  readonly sourcePlace: Place;
  readonly pinpointPlace: Place;
  readonly relationPlace: Place;
  readonly quotationPlace: Place;
}

/** A link a document writes, so that a broken one can be shown where it stands. */
export interface WrittenLink {
  readonly href: string;
  readonly place: Place;
}

/** What cites sources: a brief, or a Nunjucks page of the site. */
export interface CitingDocument {
  readonly kind: "brief" | "page";
  /** Slug of a brief, name of a page; unique within its kind. */
  readonly name: string;
  readonly path: string;
  /** Names it had before, under which readers may still come. */
  readonly formerNames: readonly string[];
  readonly title: string;
  /** Root-relative address, without the site's path prefix. */
  readonly url: string;
  readonly language: string;
  /** Whether readers get to see it: a draft they do not. */
  readonly isPublic: boolean;
  /** Whether its authors no longer stand by it: it stays, and says so. */
  readonly isWithdrawn: boolean;
  /** As they are parsed; what is said in footnotes may be numbered later than what follows it here. */
  readonly citations: readonly Citation[];
  readonly links: readonly WrittenLink[];
}
