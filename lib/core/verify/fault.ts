import { cleanLine } from "../problem.ts";
import { compareText } from "../text/compare.ts";

/** What should hold in a built site, each called after the truth. */
export const verifyRules = [
  "address-inside",
  "evidence-present",
  "evidence-valid",
  "file-readable",
  "fingerprint-matches",
  "id-unique",
  "mark-leads",
  "note-agrees",
  "note-recorded",
  "note-shown",
  "page-present",
  "pinpoint-agrees",
  "quotation-stands",
  "sentence-agrees",
  "text-unaltered",
  "transclusion-unaltered",
  "verification-stated",
  "way-back",
  "words-withheld",
] as const;

export type VerifyRule = (typeof verifyRules)[number];

/** Something in a built site that proves a citation wrong, or leaves it unproved. */
export interface Fault {
  /** Relative to the site's folder, with forward slashes. */
  readonly file: string;
  /** 1-based number of the note concerned; the whole file when absent. */
  readonly note?: number;
  readonly rule: VerifyRule;
  /** What is wrong and what is there, in whole sentences on one line. */
  readonly message: string;
}

/** Takes what is wrong with one note. */
export type Report = (rule: VerifyRule, message: string) => void;

/** One line: `briefs/deadline/index.html  note 14  text-unaltered  message`. Nothing in a built site can forge more of them. */
export function formatFault({ file, note, rule, message }: Fault): string {
  const parts = [file, ...(note === undefined ? [] : [`note ${note}`]), rule, message];
  return parts.map(cleanLine).join("  ");
}

/** Sorted by file, note, rule and message; the very same fault is reported once. */
export function sortFaults(faults: readonly Fault[]): Fault[] {
  const seen = new Map(faults.map((fault) => [formatFault(fault), fault]));
  return [...seen.values()].sort(
    (a, b) =>
      compareText(a.file, b.file) ||
      (a.note ?? 0) - (b.note ?? 0) ||
      compareText(a.rule, b.rule) ||
      compareText(a.message, b.message),
  );
}
