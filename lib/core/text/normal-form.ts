/**
 * Two normal forms of text, after what was measured to be safe: F for fingerprints,
 * which forgives only encoding, and Q for quotations, which also forgives typography.
 * Both are idempotent. Neither applies NFKC to everything: that would turn 10⁶ into 106.
 */

/** Soft hyphen, zero-width space, word joiner: they change line breaks, never the text. */
const invisible = /[\u00AD\u200B\u2060]/g;
/** White space as Unicode has it, plus the byte order mark inside a text. */
const whiteSpace = /[\s\u0085\uFEFF]+/g;

/**
 * Fingerprint form F: NFC, each run of white space one space, ends trimmed,
 * invisible break characters dropped. Case and zero-width (non-)joiners are kept.
 */
export function fingerprintForm(text: string): string {
  return text.replace(invisible, "").normalize("NFC").replace(whiteSpace, " ").trim();
}

const joinersAndMarks = /\u200C|\u200D|[\u0640\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069]/g;
/** Latin ligatures and Arabic presentation forms, the only characters that get NFKC. */
const presentationForms = /[\uFB00-\uFB06\uFB50-\uFDCF\uFDF0-\uFDFF\uFE70-\uFEFC]/g;

const folds: readonly (readonly [RegExp, string | ((match: string) => string)])[] = [
  [/[\u2018\u2019\u201A\u201B\u2032\u2039\u203A\u02BC\uFF07]/g, "'"],
  [/[\u201C\u201D\u201E\u201F\u2033\u00AB\u00BB\uFF02]/g, '"'],
  [/[\u2010-\u2015\u2212\uFE58\uFE63\uFF0D]/g, "-"],
  [/-{2,}/g, "-"],
  [/\u2026/g, "..."],
  [/[\u064A\u0649]/g, "\u06CC"],
  [/\u0643/g, "\u06A9"],
  [/[\u0660-\u0669]/g, (digit) => String(digit.charCodeAt(0) - 0x0660)],
  [/[\u06F0-\u06F9]/g, (digit) => String(digit.charCodeAt(0) - 0x06f0)],
];

/**
 * Quotation form Q: F, with quotation marks, dashes, ellipses, Latin ligatures and
 * Arabic presentation forms folded, joiners, tatweel and bidi marks removed, the
 * Arabic and Persian yeh, kaf and digits made one. Words, numbers and case stay.
 */
export function quotationForm(text: string): string {
  // Dropping a mark can let two characters compose, so go on until nothing changes.
  let form = foldOnce(text);
  for (let next = foldOnce(form); next !== form; next = foldOnce(form)) form = next;
  return form;
}

function foldOnce(text: string): string {
  let form = fingerprintForm(text)
    .replace(joinersAndMarks, "")
    .replace(presentationForms, (ligature) => ligature.normalize("NFKC"))
    .normalize("NFC");
  for (const [pattern, replacement] of folds) {
    form = typeof replacement === "string" ? form.replace(pattern, replacement) : form.replace(pattern, replacement);
  }
  return fingerprintForm(form);
}
