import type { ParagraphLabel } from "../label.ts";
import type { Address } from "./address.ts";
import type { Fingerprint } from "./fingerprint.ts";

/**
 * What a source said when it was cited: the record by which a change of the source is
 * noticed, and by which each cited paragraph is found again. One a source, kept beside it.
 */
export interface SourceLock {
  readonly version: 1;
  /** The version of form F that the fingerprints and texts were made with. */
  readonly normaliser: 1;
  /** SHA-256 of the source file's bytes, 64 lower-case hex digits. */
  readonly source: string;
  /** All paragraphs, cited or not, in reading order; each label once. */
  readonly paragraphs: readonly LockedParagraph[];
  readonly cited: ReadonlyMap<ParagraphLabel, CitedEntry>;
  /** What a cited range, such as "7-9", held when it was accepted, in reading order. */
  readonly ranges: ReadonlyMap<string, readonly ParagraphLabel[]>;
  /** How often each document cites each paragraph or range, sorted by document and pinpoint. */
  readonly citations: readonly CitationCount[];
  /** From the address a paragraph was published under to the label it has now: its old address leads on. */
  readonly aliases: ReadonlyMap<Address, ParagraphLabel>;
  /** Addresses that were published and whose text is gone: a marker stands there. */
  readonly gone: ReadonlyMap<Address, GoneEntry>;
  /** Oldest first. */
  readonly history: readonly LockEvent[];
}

export interface LockedParagraph {
  readonly label: ParagraphLabel;
  readonly fingerprint: Fingerprint;
}

/** That a document cites one paragraph or range so many times. */
export interface CitationCount {
  /** Path of the brief or page, relative to the project. */
  readonly document: string;
  /** A label, or a range such as "7-9". */
  readonly pinpoint: string;
  /** 1 at least. */
  readonly times: number;
}

/** A cited paragraph as it was accepted. */
export interface CitedEntry {
  /** In form F, in full, so that a difference can be shown without the file's history. */
  readonly text: string;
  /** Headings above it, outermost first. */
  readonly headings: readonly string[];
  /** Words that are quoted in citations which begin with it, each once, sorted by code unit. */
  readonly quotations: readonly string[];
  /** YYYY-MM-DD. */
  readonly accepted: string;
  /** Whether anything but a draft ever cited it: then its address is known to readers. */
  readonly published: boolean;
}

/** A paragraph that was cited and is no longer there. */
export interface GoneEntry {
  /** In form F, in full. */
  readonly text: string;
  /** Headings above it, outermost first. */
  readonly headings: readonly string[];
  /** YYYY-MM-DD: when it was accepted, and when it was found to be gone. */
  readonly accepted: string;
  readonly gone: string;
}

export const lockEventKinds = ["imported", "changed", "accepted", "re-pointed", "gone"] as const;

/** Something that happened to a source or to one of its paragraphs, for readers to see. */
export interface LockEvent {
  /** YYYY-MM-DD. */
  readonly date: string;
  readonly kind: (typeof lockEventKinds)[number];
  /** Of which paragraph; the whole source when absent. */
  readonly label?: ParagraphLabel;
  readonly before?: string;
  readonly after?: string;
}
