import type { ParagraphLabel } from "../label.ts";

/** A paragraph that a changed one may have become. */
export interface Candidate {
  readonly to: ParagraphLabel;
  /** 0 to 1, in steps of 0.001. */
  readonly score: number;
}

/**
 * What has become of a cited paragraph. Only `ok` and `moved` pass, and both mean that
 * its text is there letter for letter, in form F; every other state is for a person.
 */
export type ParagraphState =
  | { readonly kind: "ok" }
  /** The same text under another label, where it stood before. */
  | { readonly kind: "moved"; readonly to: ParagraphLabel }
  /** The same text, but its surroundings do not show that it is the same place. `to` may be the old label. */
  | { readonly kind: "moved-unsure"; readonly to: ParagraphLabel }
  /** Most likely the paragraph `to`, whose text is `after`. */
  | {
      readonly kind: "edited";
      readonly to: ParagraphLabel;
      readonly score: number;
      readonly before: string;
      readonly after: string;
    }
  /** Twins or close rivals, best first; two or three. */
  | { readonly kind: "ambiguous"; readonly candidates: readonly Candidate[] }
  | { readonly kind: "lost" }
  /** Changed, and the search budget was spent before its turn came. */
  | { readonly kind: "skipped" };

/** What has become of a cited range, such as 7-9. The states of its paragraphs come beside it. */
export type RangeState =
  | { readonly kind: "ok" }
  /** All its paragraphs stand together as before, under other labels. */
  | { readonly kind: "moved"; readonly to: string }
  /** It held the paragraphs `before`; from its first to its last there now stand those of `after`. */
  | {
      readonly kind: "range-changed";
      readonly before: readonly ParagraphLabel[];
      readonly after: readonly ParagraphLabel[];
    };
