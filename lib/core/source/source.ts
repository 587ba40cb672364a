import type { ParagraphLabel } from "../label.ts";
import type { Place } from "../problem.ts";
import type { Direction } from "../text/language.ts";
import type { Relation } from "../tags/relation.ts";
import type { SourceMeta } from "./source-schema.ts";

/** The smallest citable block of a source. */
export interface Paragraph {
  readonly label: ParagraphLabel;
  /** 1-based position among the source's paragraphs, whatever the label. */
  readonly position: number;
  readonly kind: "paragraph" | "item" | "quote" | "table" | "code";
  /** For a list item, the sign before it, such as "•" or "3."; otherwise empty. */
  readonly marker: string;
  /** For an item of a list inside another list, how many there are around its own. */
  readonly depth?: number;
  /** The page of the original on which it begins, as it is printed there, such as "12" or "xii". */
  readonly page?: string;
  /** 1-based place of that page in the original's file, where it is another. */
  readonly sheet?: number;
  /** Headings above it, outermost first. */
  readonly headings: readonly string[];
  /** Its words without markup, as quotations are checked against them. */
  readonly text: string;
  /** Safe HTML: made by Pincite from Markdown with raw HTML off, or from escaped text. */
  readonly html: string;
  readonly place: Place;
  /** What the reader must know of this paragraph. */
  readonly notice?: string;
  /** The relations it may be cited with; any when absent. */
  readonly uses?: readonly Relation[];
  /** Of another site's source: where the paragraph stands there, and whether its words are known here. */
  readonly elsewhere?: { readonly address: string; readonly hasText: boolean };
}

export interface SourceHeading {
  /** 1-based, as in Markdown. */
  readonly depth: number;
  readonly text: string;
}

/** A source's content in reading order. */
export type SourceBlock = { readonly heading: SourceHeading } | { readonly paragraph: Paragraph };

/** The site that a source stands on, where that is another than the one that cites it. */
export interface Elsewhere {
  /** The other site's title. */
  readonly title: string;
  /** Of the source's page there, absolute. */
  readonly address: string;
  /** Whether only the words of what was cited before are known, as where the other site cannot be reached. */
  readonly isPartial: boolean;
}

/** A document that briefs cite. */
export interface Source {
  /** A slug; of another site's, such as `library:udhr`, the library's name before it. */
  readonly id: string;
  readonly path: string;
  /** Ids it had before, under which readers may still come; and of each, where it stands. */
  readonly formerNames: readonly string[];
  readonly formerNamePlaces: readonly Place[];
  readonly meta: SourceMeta;
  readonly direction: Direction;
  readonly blocks: readonly SourceBlock[];
  /** In reading order. */
  readonly paragraphs: readonly Paragraph[];
  readonly byLabel: ReadonlyMap<string, Paragraph>;
  /** Absent for a source of the site's own. */
  readonly elsewhere?: Elsewhere;
}
