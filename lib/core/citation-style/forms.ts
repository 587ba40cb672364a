import type { CslItem } from "../export/csl-item.ts";
import type { Runs } from "./run.ts";
import type { Wording } from "./wording.ts";

/**
 * How a source is named, once for each place in which a note can stand. All but `whole` hold
 * one pinpoint slot; `again` may hold the number of the first note.
 */
export interface CitedForms {
  /** In the note that cites it first. */
  readonly first: Runs;
  /** In a later note. */
  readonly again: Runs;
  /** In the note right behind another that cites it. */
  readonly next: Runs;
  /** Where no paragraph of it is meant, as at the head of its page. */
  readonly whole: Runs;
}

/** What a style has to know beside the work itself. */
export interface CitedAmong {
  readonly words: Wording;
  /** Behind the year of a work, where the site has several of one author and year: "a", "b"; otherwise empty. */
  readonly letter: string;
  /** Whether the site has another work whose authors are named alike. */
  readonly isOneOfSeveral: boolean;
}

/** A style of citing: a work as data, what it is called as data. Pure, so that it is done once for each work. */
export type CitationStyle = (item: CslItem, among: CitedAmong) => CitedForms;

/** The styles that are built in. */
export const builtInStyles = ["pincite", "chicago", "oscola", "apa"] as const;
export type BuiltInStyle = (typeof builtInStyles)[number];
