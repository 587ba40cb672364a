import { placeholderOpenings } from "../brief/brief-placeholder.ts";

/** What a new brief asks of its author, in one language. */
export interface BriefOutline {
  /** Stands for the summary until it is written. */
  readonly summary: string;
  readonly sections: readonly { readonly heading: string; readonly guidance: string }[];
}

/** Signs as they are typed: in code they are no citation. */
const cite = '`{% cite "source-id", 7 %}`';
const quote = '`{% cite "source-id", "14.1", quote="the very words" %}`';
const dispute = '`as="disputes"`';

interface Wording {
  readonly summary: string;
  readonly question: readonly [heading: string, guidance: string];
  readonly evidence: readonly [heading: string, guidance: string];
  readonly options: readonly [heading: string, guidance: string];
  readonly recommendation: readonly [heading: string, guidance: string];
  readonly changeOfMind: readonly [heading: string, guidance: string];
}

const english: Wording = {
  summary:
    "the answer in one paragraph, bottom line up front: what holds, how sure you are of it, and what should be done.",
  question: [
    "The question",
    "why it is asked now, by whom, and what you leave out. Say what you mean by words that others use otherwise.",
  ],
  evidence: [
    "Evidence",
    `what is known, each claim with the paragraph that supports it. Type \`npx pincite list\` and a few words in a terminal: it finds paragraphs and prints what to paste. Write ${cite} behind a claim, ${quote} where you quote, and ${dispute} in it where the source speaks against the claim.`,
  ],
  options: [
    "Options",
    "what could be done, doing nothing included; for each of them what speaks for it and what against it, with citations.",
  ],
  recommendation: ["Recommendation", "which of them, by whom and by when, and how sure you are."],
  changeOfMind: [
    "What would change our mind",
    "what you would have to see or read to say otherwise, and where it would show first.",
  ],
};

const urdu: Wording = {
  summary: "جواب ایک پیراگراف میں، نتیجہ سب سے پہلے: کیا ثابت ہے، کتنے یقین سے، اور کیا کرنا چاہیے۔",
  question: ["سوال", "یہ سوال ابھی کیوں اٹھا، کس نے اٹھایا، اور اس میں کیا شامل نہیں۔"],
  evidence: [
    "شواہد",
    `کیا معلوم ہے، ہر دعوے کے ساتھ وہ پیراگراف جو اس کی تائید کرتا ہے۔ ٹرمینل میں \`npx pincite list\` اور چند الفاظ لکھیں: پیراگراف اور ان کے حوالے مل جائیں گے۔ دعوے کے بعد ${cite} لکھیں، اقتباس کے لیے ${quote}، اور جہاں ماخذ دعوے کے خلاف ہو وہاں اس میں ${dispute} بڑھائیں۔`,
  ],
  options: [
    "ممکنہ راستے",
    "کیا کچھ کیا جا سکتا ہے، کچھ نہ کرنا بھی؛ ہر راستے کے حق میں اور اس کے خلاف کیا ہے، حوالوں کے ساتھ۔",
  ],
  recommendation: ["سفارش", "ان میں سے کون سا راستہ، کون اور کب تک، اور آپ کو کتنا یقین ہے۔"],
  changeOfMind: [
    "کس بات سے ہماری رائے بدل سکتی ہے",
    "کیا دیکھنے یا پڑھنے پر آپ کچھ اور کہیں گے، اور وہ سب سے پہلے کہاں نظر آئے گا۔",
  ],
};

const wordings: ReadonlyMap<string, Wording> = new Map([
  ["en", english],
  ["ur", urdu],
]);

/** @param language BCP 47; in one that is not known the outline is English. */
export function briefOutline(language: string): BriefOutline {
  const [primary = ""] = language.toLowerCase().split("-");
  const known = wordings.has(primary) ? primary : "en";
  const { summary, question, evidence, options, recommendation, changeOfMind } = wordings.get(known) ?? english;
  const placeholder = (guidance: string) => `${placeholderOpenings.get(known) ?? ""} ${guidance})`;
  const sections = [question, evidence, options, recommendation, changeOfMind].map(([heading, guidance]) => ({
    heading,
    guidance: placeholder(guidance),
  }));
  return { summary: placeholder(summary), sections };
}
