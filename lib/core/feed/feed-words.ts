import type { BriefLife } from "../view/brief-life.ts";

/** What feeds say in the language of a brief. */
export interface FeedWords {
  /** Titles of entries, made of the brief's. */
  readonly withdrawn: (title: string) => string;
  readonly correction: (title: string) => string;
  /** One line on a correction, as on the brief's page. */
  readonly corrected: (correction: BriefLife["corrections"][number]) => string;
}

/** For the language of a brief. */
export type FeedWordsFor = (language: string) => FeedWords;
