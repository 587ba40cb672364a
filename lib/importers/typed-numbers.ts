/** How a paragraph's number is typed; a document's own numbers are all typed in one way. */
export type NumberForm = "1." | "(1)" | "1.1" | "§ 1" | "Article 1" | "Paragraph 1";

/** A number that a paragraph begins with. */
export interface TypedNumber {
  readonly form: NumberForm;
  /** 14.1 is [14, 1]. */
  readonly parts: readonly number[];
  /** Its label, in the digits 0–9. */
  readonly label: string;
  /** The paragraph's words without it. */
  readonly rest: string;
}

const number = String.raw`(\d{1,4}(?:\.\d{1,3}){0,4})`;
const forms: readonly (readonly [NumberForm, RegExp])[] = [
  ["(1)", /^\((\d{1,4})\)\s+(?=\S)/],
  ["§ 1", new RegExp(String.raw`^§+\s*${number}[.:)]?\s+(?=\S)`)],
  [
    "Article 1",
    new RegExp(String.raw`^(?:art(?:icle|\.)|المادة|مادة|ماده|دفعہ|آرٹیکل)\s*${number}\s*[.:)–—-]?\s+(?=\S)`, "iu"),
  ],
  ["Article 1", /^第\s*(\d{1,4})\s*[条條][\s:：]*(?=\S)/u],
  ["Paragraph 1", new RegExp(String.raw`^(?:para(?:graph|\.)?|¶)\s*${number}[.:)]?\s+(?=\S)`, "i")],
  ["1.1", /^(\d{1,4}(?:\.\d{1,3}){1,4})\.?\s+(?=\S)/],
  ["1.", /^(\d{1,4})(?:\s?[.)۔-]\s+(?=\S)|\.(?=\p{L}))/u],
];

/** The number that a text begins with, as one of the forms that documents use; a date or a decimal is none in most of them. */
export function readTypedNumber(text: string): TypedNumber | undefined {
  const plain = withPlainDigits(text.trim());
  for (const [form, pattern] of forms) {
    const match = pattern.exec(plain);
    if (!match?.[1]) continue;
    const label = form === "§ 1" ? `§${match[1]}` : match[1];
    const parts = match[1].split(".").map(Number);
    return { form, parts, label, rest: text.trim().slice(match[0].length) };
  }
  return undefined;
}

const zeros = [0x0660, 0x06f0, 0x0966, 0xff10];

/** Arabic, Persian, Devanagari and full-width digits as 0–9, one for one. */
export function withPlainDigits(text: string): string {
  return text.replace(/[٠-٩۰-۹०-९０-９]/g, (digit) => {
    const code = digit.charCodeAt(0);
    const zero = zeros.find((start) => code >= start && code < start + 10) ?? code;
    return String(code - zero);
  });
}

/** Whether a number may come right after another: 14.1 after 14, 14.2 or 15 after 14.1. */
export function follows(parts: readonly number[], before: readonly number[]): boolean {
  const depth = parts.findIndex((part, at) => part !== before[at]);
  if (depth < 0) return false;
  if (depth >= before.length) return parts.length === before.length + 1 && parts[depth] === 1;
  if (parts[depth] !== (before[depth] ?? 0) + 1) return false;
  const deeper = parts.slice(depth + 1);
  return deeper.length <= 1 && deeper.every((part) => part === 1);
}
