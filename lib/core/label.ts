declare const brand: unique symbol;

/** Label printed beside a paragraph, such as "7" or "14.1". Never an array index. */
export type ParagraphLabel = string & { readonly [brand]: "ParagraphLabel" };

/**
 * Letters, digits and `. _ ( )` in any script, beginning with a letter, a digit or §;
 * at most 40 characters. No hyphen, comma or space: those join labels in a pinpoint.
 */
const labelPattern = /^[§\p{L}\p{N}][\p{L}\p{M}\p{N}._()]{0,39}$/u;

/** The label that `text` spells, in NFC; undefined when it is not one. */
export function readLabel(text: string): ParagraphLabel | undefined {
  const label = text.normalize("NFC");
  return labelPattern.test(label) ? (label as ParagraphLabel) : undefined;
}

/** The label of the paragraph that stands at a 1-based position and has no other. */
export function ordinalLabel(position: number): ParagraphLabel {
  return String(position) as ParagraphLabel;
}

/** What the label rule asks for, for messages. */
export const labelAdvice = "letters, digits and . _ ( ) only, beginning with a letter or digit";

/** The `id` of a paragraph on its source's page, from its label or its address; it never holds a hyphen. */
export function paragraphAnchor(address: string): string {
  return `p${address}`;
}
