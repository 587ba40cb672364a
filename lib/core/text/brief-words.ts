/** How sure the author is: the scale of confidence, highest first. */
export const confidences = ["high", "moderate", "low"] as const;
export type Confidence = (typeof confidences)[number];

/** Words that Pincite sets among a brief's own, so in the brief's language. */
export interface BriefWords {
  readonly table: string;
  readonly figure: string;
  readonly confidence: Readonly<Record<Confidence, string>>;
}

const english: BriefWords = {
  table: "Table",
  figure: "Figure",
  confidence: { high: "high confidence", moderate: "moderate confidence", low: "low confidence" },
};

const others: ReadonlyMap<string, BriefWords> = new Map([
  [
    "ur",
    {
      table: "جدول",
      figure: "شکل",
      confidence: { high: "اعتماد: زیادہ", moderate: "اعتماد: درمیانہ", low: "اعتماد: کم" },
    },
  ],
]);

/** The words for a language that has them, English for any other. @param language BCP 47. */
export function briefWords(language: string): BriefWords {
  return others.get(language.toLowerCase().split("-")[0] ?? "") ?? english;
}
