/**
 * What every importer gives: a document as data, before it is a source.
 *
 * Importers take bytes and return data. They read no disk, no network and no clock,
 * and nothing a document says becomes code, HTML or a path.
 */

/** A person or body as CSL names them. */
export type ImportedName = { readonly literal: string } | { readonly family: string; readonly given?: string };

/** What the document says of itself, under CSL names. Only what the format tells; nothing is guessed. */
export interface ImportedMetadata {
  readonly title?: string;
  readonly "title-short"?: string;
  readonly author?: readonly ImportedName[];
  readonly editor?: readonly ImportedName[];
  readonly translator?: readonly ImportedName[];
  /** YYYY, YYYY-MM or YYYY-MM-DD, or an interval of two: `from/to`. */
  readonly issued?: string;
  /** YYYY-MM-DD. */
  readonly accessed?: string;
  readonly publisher?: string;
  readonly "publisher-place"?: string;
  readonly "container-title"?: string;
  readonly "collection-title"?: string;
  readonly "event-title"?: string;
  readonly authority?: string;
  readonly jurisdiction?: string;
  readonly abstract?: string;
  readonly DOI?: string;
  readonly ISBN?: string;
  readonly URL?: string;
  readonly number?: string;
  readonly volume?: string;
  readonly issue?: string;
  readonly page?: string;
  readonly section?: string;
  readonly edition?: string;
  readonly version?: string;
  readonly genre?: string;
  readonly medium?: string;
  readonly archive?: string;
  /** BCP 47, such as "ur" or "zh-Hans". */
  readonly language?: string;
  /** A CSL item type, such as "report". */
  readonly type?: string;
}

/** What all blocks that take a label have. */
interface Labelled {
  /**
   * The number that the document's own mark-up gives the paragraph, such as "14.1"; a footnote's is "fn1", "fn2", ….
   * Numbers that are only typed at the start of the text stay in the text: `official-numbers.ts` looks for them.
   */
  readonly label?: string;
  /** The page on which the block begins, as it is printed, such as "12" or "xii"; where nothing else is known, its sheet. */
  readonly page?: string;
  /** 1-based place of that page in the file, where it is another than `page` says. */
  readonly sheet?: number;
  /** Why a person should look at it, in a few words without a full stop, such as "joined over a page break". */
  readonly uncertain?: string;
}

/**
 * A block in reading order. Text is plain: it holds no mark-up of any kind, is escaped
 * when it is written, and its white space need not be collapsed. Emphasis and links are
 * their words alone. Code keeps its line breaks.
 */
export type ImportedBlock =
  /** Depth is 1-based, 1–6; the document's title is metadata, not a heading. */
  | { readonly kind: "heading"; readonly depth: number; readonly text: string; readonly page?: string }
  | ({ readonly kind: "paragraph"; readonly text: string } & Labelled)
  /** The marker is "•" or the number as it is shown, such as "3."; depth is 0 for an outermost list. */
  | ({ readonly kind: "item"; readonly marker: string; readonly depth?: number; readonly text: string } & Labelled)
  | ({ readonly kind: "quote"; readonly text: string } & Labelled)
  /** Rows of cells; the first row is the head. Short rows are filled with empty cells when written. */
  | ({ readonly kind: "table"; readonly rows: readonly (readonly string[])[] } & Labelled)
  | ({ readonly kind: "code"; readonly text: string } & Labelled);

/** Something of the document that the source will not hold. */
export interface Dropped {
  /** What it is, in a few words, singular or plural, such as "picture", "script", "running head". */
  readonly what: string;
  /** Its words, or what names it, in full; empty when it has none. Shortened when shown. */
  readonly text: string;
}

export interface DetectedLanguage {
  /** BCP 47. */
  readonly tag: string;
  /** Whether the text is long and plain enough for the tag to be taken without asking. */
  readonly certain: boolean;
}

export interface DetectedEncoding {
  /** WHATWG label, such as "utf-8" or "windows-1252". */
  readonly name: string;
  /** False when it is a guess that a person should look at. */
  readonly certain: boolean;
}

/**
 * A document as imported. Footnotes are blocks of kind "paragraph", labelled fn1, fn2, …,
 * after all other blocks; their marks in the text are dropped without being listed.
 */
export interface ImportedDocument {
  readonly metadata: ImportedMetadata;
  readonly blocks: readonly ImportedBlock[];
  readonly dropped: readonly Dropped[];
  /** What is doubtful of the document as a whole, one sentence each. */
  readonly doubts: readonly string[];
  /** For formats of plain bytes only. */
  readonly encoding?: DetectedEncoding;
  /** Importers leave this out; it is filled in by `import-document.ts` for all formats alike. */
  readonly language?: DetectedLanguage;
}

/** One importer's answer. A refusal's reason is one sentence that follows the file's name: "is empty." */
export type ImportOutcome = { readonly kind: "document"; readonly document: ImportedDocument } | Refusal;

export interface Refusal {
  readonly kind: "refused";
  readonly reason: string;
}

/** What somebody says of a document before it is read. */
export interface ImportOptions {
  /** The encoding of a file of plain bytes, as the WHATWG Encoding Standard names it; found out when left out. */
  readonly encoding?: string;
  /** The encoding that a server names; taken only where the bytes agree. */
  readonly declared?: string;
}

/**
 * @param bytes The whole file.
 * @param name Its name without folders; a hint only, since content decides.
 */
export type Importer = (bytes: Uint8Array, name: string, options?: ImportOptions) => Promise<ImportOutcome>;

/** The largest file taken in, in bytes: 50 MB. */
export const largestFile = 50_000_000;

export function imported(document: ImportedDocument): ImportOutcome {
  return { kind: "document", document };
}

/** @param reason One sentence that follows the file's name, such as "is encrypted: import it without its password." */
export function refused(reason: string): Refusal {
  return { kind: "refused", reason };
}
