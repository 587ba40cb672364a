/**
 * Two normal forms of text, after what was measured to be safe: F for fingerprints,
 * which forgives only encoding, and Q for quotations, which also forgives typography.
 * Both are idempotent. Neither applies NFKC to everything: that would turn 10⁶ into 106.
 */

/** Soft hyphen, zero-width space, word joiner, byte order mark: they change line breaks, never the text. */
const breakCharacters = /[\u00AD\u200B\u2060\uFEFF]/g;
/** White space as Unicode has it. JavaScript counts the byte order mark too, which would cut a word in two. */
const whiteSpace = /(?:(?!\uFEFF)[\s\u0085])+/g;

/** White space other than single spaces between words. */
const looseWhiteSpace = /[^\S ]|\u0085| {2}|^ | $/;

/** Each run of white space one space, ends trimmed. */
export function collapseWhiteSpace(text: string): string {
  // Most texts are as they should be, and looking is many times as fast as replacing.
  if (!looseWhiteSpace.test(text)) return text;
  return text.replace(whiteSpace, " ").replace(/^ | $/g, "");
}

/**
 * Fingerprint form F: NFC, each run of white space one space, ends trimmed,
 * invisible break characters dropped. Case and zero-width (non-)joiners are kept.
 */
export function fingerprintForm(text: string): string {
  return collapseWhiteSpace(text.replace(breakCharacters, "").normalize("NFC"));
}

const joinersAndMarks = /\u200C|\u200D|[\u0640\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069]/g;
/** Latin ligatures and Arabic presentation forms, the only characters that get NFKC. */
const presentationForms = /[\uFB00-\uFB06\uFB50-\uFDCF\uFDF0-\uFDFF\uFE70-\uFEFC]/g;

type Fold = readonly [RegExp, string | ((match: string) => string)];

const dash = "[-\u2010-\u2015\u2212\uFE58\uFE63\uFF0D]";
const alefMaksura: Fold = [/\u0649/g, "\u06CC"];
const folds: readonly Fold[] = [
  [/[\u2018\u2019\u201A\u201B\u2032\u2039\u203A\u02BC\uFF07]/g, "'"],
  [/[\u201C\u201D\u201E\u201F\u2033\u00AB\u00BB\uFF02]/g, '"'],
  // Two hyphens are what a typewriter has for a dash.
  [new RegExp(`${dash}{2,}`, "g"), "\u2014"],
  [/\u2026/g, "..."],
  [/\u064A/g, "\u06CC"],
  [/\u0643/g, "\u06A9"],
  [/[\u0660-\u0669]/g, (digit) => String(digit.charCodeAt(0) - 0x0660)],
  [/[\u06F0-\u06F9]/g, (digit) => String(digit.charCodeAt(0) - 0x06f0)],
];

/**
 * Quotation form Q: F, with quotation marks, dashes, ellipses, Latin ligatures and
 * Arabic presentation forms folded, joiners, tatweel and bidi marks removed, the
 * Arabic and Persian yeh, kaf and digits made one. Words, numbers and case stay.
 *
 * @param language BCP 47, of the text; in Arabic ى is a letter of its own and is kept.
 */
export function quotationForm(text: string, language = ""): string {
  return foldDashes(quotationFormWithDashes(text, language));
}

/** The quotation form before its dashes are folded: {@link foldDashes} gives the rest. */
export function quotationFormWithDashes(text: string, language = ""): string {
  const all = isArabic(language) ? folds : [...folds, alefMaksura];
  // Dropping a mark can let two characters compose, so go on until nothing changes.
  let form = foldOnce(text, all);
  for (let next = foldOnce(form, all); next !== form; next = foldOnce(form, all)) form = next;
  return form;
}

/** Every dash a hyphen, one for one: offsets stay what they were. */
export function foldDashes(text: string): string {
  return text.replace(new RegExp(dash, "g"), "-");
}

function foldOnce(text: string, all: readonly Fold[]): string {
  let form = fingerprintForm(text)
    .replace(joinersAndMarks, "")
    .replace(presentationForms, (ligature) => ligature.normalize("NFKC"))
    .normalize("NFC");
  for (const [pattern, replacement] of all) {
    form = typeof replacement === "string" ? form.replace(pattern, replacement) : form.replace(pattern, replacement);
  }
  return fingerprintForm(form);
}

function isArabic(language: string): boolean {
  return /^ar(?:-|$)/i.test(language);
}
