const raised: ReadonlyMap<string, string> = new Map(
  Array.from("0123456789+-−=()n", (plain, at) => [plain, Array.from("⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻⁼⁽⁾ⁿ")[at] ?? plain]),
);
const lowered: ReadonlyMap<string, string> = new Map(
  Array.from("0123456789+-−=()", (plain, at) => [plain, Array.from("₀₁₂₃₄₅₆₇₈₉₊₋₋₌₍₎")[at] ?? plain]),
);

/**
 * Superscript digits and signs as characters of their own, so that 10⁶ does not become
 * 106; what has letters, such as 1st, is left as it is.
 */
export function raise(text: string): string {
  return mapAll(text, raised);
}

export function lower(text: string): string {
  return mapAll(text, lowered);
}

function mapAll(text: string, map: ReadonlyMap<string, string>): string {
  const characters = Array.from(text.trim());
  return characters.every((one) => map.has(one)) ? characters.map((one) => map.get(one) ?? one).join("") : text;
}

/** A line break inside a paragraph; two of them end it. Text nodes have none: their white space is spaces. */
export const lineBreak = "\n";

/** The paragraphs that a run of inline text with its line breaks makes. */
export function splitAtBreaks(text: string): string[] {
  return text
    .split(/\n\s*\n/)
    .map((part) => part.replace(/\s+/g, " ").trim())
    .filter((part) => part !== "");
}
