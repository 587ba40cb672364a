import type { DetectedEncoding, ImportedMetadata } from "../imported-document.ts";

/** One work of a bibliography, as data. */
export interface BibliographyEntry {
  /** What the file calls it, letter for letter; made of name and year where the format has no keys. */
  readonly key: string;
  /** 1-based line on which it begins. */
  readonly line: number;
  readonly metadata: ImportedMetadata;
  /** What was not understood or is not fit for a source, one sentence each. */
  readonly doubts: readonly string[];
  /** Names of the fields that a source has no place for, as they are written. */
  readonly dropped: readonly string[];
}

/** An entry that cannot be read, and where; the others are not touched by it. */
export interface BibliographyProblem {
  /** 1-based. */
  readonly line: number;
  /** 1-based, in UTF-16 code units. */
  readonly column: number;
  /** The entry that is lost, where its key can be told. */
  readonly key?: string;
  /** What is wrong and what to write, in whole sentences. */
  readonly message: string;
}

export type BibliographyFormat = "BibTeX" | "RIS" | "CSL-JSON";

/** What was read of a bibliography, in the order of the file. */
export interface BibliographyContents {
  readonly entries: readonly BibliographyEntry[];
  readonly problems: readonly BibliographyProblem[];
}

export interface Bibliography extends BibliographyContents {
  readonly format: BibliographyFormat;
  readonly encoding: DetectedEncoding;
}
