/** A paragraph whose identity is known through every change: the ground truth. */
export interface Piece {
  readonly text: string;
  /** The paragraphs of the first version that it is, or is made of; none for one that was put in. */
  readonly of: readonly number[];
  /** Of one that was put in, the paragraph of the first version that it was copied from. */
  readonly copyOf?: number;
  /** Share of its words that an edit changed, 0 to 1; 0 when none did. */
  readonly edited: number;
}

/** The first version of a source. */
export function piecesOf(texts: readonly string[]): Piece[] {
  return texts.map((text, index) => ({ text, of: [index], edited: 0 }));
}
