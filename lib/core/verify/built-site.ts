/** A built site as it is read to be verified: facts of its pages, asked for by file. */
export interface BuiltSite {
  /** Folders below briefs/ that hold a page or evidence, sorted. */
  readonly briefs: readonly string[];
  /** Files are relative to the site's folder, with forward slashes; no other can be read. */
  briefPage(file: string): FileReading<BriefPage>;
  sourcePage(file: string): FileReading<SourcePage>;
  text(file: string): FileReading<string>;
}

export type FileReading<Content> =
  | { readonly kind: "read"; readonly content: Content }
  | { readonly kind: "missing" }
  /** A clause, such as "it is not UTF-8". */
  | { readonly kind: "refused"; readonly reason: string };

/** How often each id stands on a page. */
export type IdCounts = ReadonlyMap<string, number>;

/** What a brief's page says of its citations. All texts are as a browser's document has them. */
export interface BriefPage {
  readonly ids: IdCounts;
  /** Address of its evidence, as its head has it. */
  readonly evidence: string | undefined;
  /** Whether it sends readers or links elsewhere than its addresses say. */
  readonly isDiverted: boolean;
  /** Of a page that is left at an old address, and shows where the brief is now. */
  readonly moved: MovedFacts | undefined;
  readonly notes: readonly NoteFacts[];
  readonly marks: readonly MarkFacts[];
  readonly transclusions: readonly TransclusionFacts[];
}

/** Where a page at an old address leads, as a whole and from each of its places. */
export interface MovedFacts {
  readonly href: string;
  readonly places: readonly { readonly id: string; readonly hrefs: readonly string[] }[];
}

/** One item of the notes section. */
export interface NoteFacts {
  /** Of its element, such as `note-14`; empty when it has none. */
  readonly id: string;
  /** Parts of the pinpoint; empty for a note that cites no source. */
  readonly pinpoint: readonly PinpointFacts[];
  /** Pages of the original, as shown, such as "pp. 12–13"; undefined when none are. */
  readonly pages: string | undefined;
  readonly relation: string;
  /** Words in quotation marks. */
  readonly quotation: string | undefined;
  /** The sentence that a quotation is taken from, and in it the pieces quoted. */
  readonly sentence: { readonly text: string; readonly quoted: readonly string[] } | undefined;
  /** First words of the paragraph, where nothing is quoted. */
  readonly opening: string | undefined;
  /** As shown: their first digits. */
  readonly fingerprints: readonly string[];
  /** Addresses of the marks to which it leads back. */
  readonly backlinks: readonly string[];
  /** What may make its words read otherwise, such as `<del>`; undefined when nothing does. */
  readonly strange: string | undefined;
}

/** Links to a paragraph, or to a range's first and last. */
export interface PinpointFacts {
  readonly from: string;
  readonly to?: string;
}

/** A mark in the text, and the address it leads to. */
export interface MarkFacts {
  readonly id: string;
  readonly href: string;
  /** What it may support, without marks: its paragraph or row; all of the page where it stands alone, or in a note. */
  readonly passage: string;
}

/** A paragraph set in a brief: the marks below it, and its text. */
export interface TransclusionFacts {
  readonly marks: readonly string[];
  readonly text: string;
  /** As of a note. */
  readonly strange: string | undefined;
}

export interface SourcePage {
  readonly ids: IdCounts;
  /** As of a brief's page. */
  readonly isDiverted: boolean;
  /** In the order of the page. */
  readonly paragraphs: readonly ParagraphFacts[];
  /** Of a doubled id the first. */
  readonly byId: ReadonlyMap<string, ParagraphFacts>;
  /** By id of an arrival notice, the paragraph that it stands in. */
  readonly arrivals: ReadonlyMap<string, ParagraphFacts>;
}

export interface ParagraphFacts {
  readonly id: string;
  /** 0-based in the page's list. */
  readonly index: number;
  /** Grows by one a paragraph, and by more over those not shown. */
  readonly position: number;
  /** As printed beside it, such as "7". */
  readonly label: string;
  /** The page of the original, as shown, such as "p. 12"; undefined when none is. */
  readonly page: string | undefined;
  /** The sign before it in a list. */
  readonly marker: string;
  /** Without the marker; undefined when its words are withheld, or when it has none or two. */
  readonly text: string | undefined;
  readonly isWithheld: boolean;
  /** As of a note; or what stands beside the text and is no part of a paragraph. */
  readonly strange: string | undefined;
  readonly arrivals: readonly ArrivalFacts[];
  /** The sentences that cite it, each with the address of the mark behind it. */
  readonly citing: readonly { readonly href: string; readonly text: string }[];
}

/** The line in a paragraph that leads back to the note that a reader came from. */
export interface ArrivalFacts {
  readonly id: string;
  readonly links: readonly string[];
}
