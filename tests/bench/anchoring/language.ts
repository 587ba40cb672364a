import type { Random } from "../random.ts";

/** What a mutation has to know of a corpus's language. */
export interface Language {
  /** Between words; empty where words are written together. */
  readonly space: "" | " ";
  /** A word that makes a sentence say the opposite. */
  readonly negation: string;
  /** Spellings that mean the same: each pair may be changed for the other. */
  readonly typography: readonly (readonly [string, string])[];
}

const latinSigns = [
  ["'", "’"],
  [' "', " “"],
  [" - ", " – "],
  ["...", "…"],
] as const;

export const english: Language = { space: " ", negation: "not", typography: latinSigns };
export const urdu: Language = {
  space: " ",
  negation: "نہیں",
  typography: [
    ["ی", "ي"],
    ["ک", "ك"],
    ["،", ","],
  ],
};
export const persian: Language = { ...urdu, negation: "نه" };
export const arabic: Language = {
  space: " ",
  negation: "لا",
  typography: [
    ["ى", "ي"],
    ["،", ","],
  ],
};
export const chinese: Language = {
  space: "",
  negation: "不",
  typography: [
    ["，", ","],
    ["。", "."],
    ["；", ";"],
  ],
};

/** A text's words, or its characters where words are written together. */
export function unitsOf(text: string, { space }: Language): string[] {
  return space === "" ? Array.from(text) : text.split(space);
}

export function joinUnits(units: readonly string[], { space }: Language): string {
  return units.join(space);
}

/** One of the words of some texts, the frequent ones more often. */
export function anyWord(texts: readonly { readonly text: string }[], language: Language, random: Random): string {
  return random.pick(unitsOf(random.pick(texts).text, language));
}
