import type { PublishTargetOptions } from "../publish/target.ts";

/** What a new site is made from. Texts are as they were typed, on one line. */
export interface NewSite {
  readonly title: string;
  readonly publisher: string;
  readonly language: SiteLanguage;
  /** The public address without a path; empty while there is none. */
  readonly url: string;
  /** Where the site is served, with slashes at both ends. */
  readonly pathPrefix: string;
  /** Where it is published; absent while that is open. */
  readonly publish?: PublishTargetOptions;
  /** What `dependencies` says of Pincite, as npm understands it. */
  readonly pincite: string;
  /** YYYY-MM-DD. */
  readonly date: string;
}

/** The languages that have a first brief and an interface, BCP 47. */
export const siteLanguages = ["en", "ur"] as const;
export type SiteLanguage = (typeof siteLanguages)[number];

/** A file of a new site, by its path in it, with forward slashes. */
export interface ProjectFile {
  readonly path: string;
  readonly content: string;
}

/** The texts that come with Pincite and become files of a new site. */
export interface Starter {
  readonly brief: string;
  readonly source: string;
  readonly readme: string;
  readonly gitignore: string;
  readonly tsconfig: string;
  /** Of `.vscode`, by file name. */
  readonly editor: ReadonlyMap<string, string>;
}
