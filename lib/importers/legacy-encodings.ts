import { analyse } from "chardet";
import { decodeStrictly } from "./decode-strictly.ts";

/** The encodings taken into account; what others exist is left to the person who has the file. */
const candidates: ReadonlyMap<string, string> = new Map([
  ["windows-1252", "windows-1252"],
  ["ISO-8859-1", "windows-1252"],
  ["windows-1250", "windows-1250"],
  ["ISO-8859-2", "windows-1250"],
  ["windows-1251", "windows-1251"],
  ["KOI8-R", "koi8-r"],
  ["windows-1253", "windows-1253"],
  ["ISO-8859-7", "windows-1253"],
  ["windows-1254", "windows-1254"],
  ["ISO-8859-9", "windows-1254"],
  ["windows-1255", "windows-1255"],
  ["ISO-8859-8", "windows-1255"],
  ["windows-1256", "windows-1256"],
  ["Shift_JIS", "shift_jis"],
  ["EUC-JP", "euc-jp"],
  ["EUC-KR", "euc-kr"],
  ["Big5", "big5"],
  ["GB18030", "gb18030"],
]);

/** Confidence, of 100, under which the detector only guesses. */
const least = 10;

/** The text in the likeliest of the older encodings that gives whole words; undefined when none does. */
export function guessLegacyText(bytes: Uint8Array): { text: string; name: string } | undefined {
  const tried = new Set<string>();
  for (const { name, confidence } of analyse(bytes)) {
    const label = candidates.get(name);
    if (label === undefined || confidence < least || tried.has(label)) continue;
    tried.add(label);
    const text = decodeStrictly(bytes, label);
    if (text !== undefined && readsAsText(text) && !lacksKana(text, label)) return { text, name: label };
  }
  return undefined;
}

/** Whether a text is Chinese characters only, which no Japanese text is: it was Korean or Chinese. */
function lacksKana(text: string, label: string): boolean {
  return /^(?:shift_jis|euc-jp)$/.test(label) && !/[\p{Script=Hiragana}\p{Script=Katakana}]/u.test(text);
}

const otherScripts = [/\p{Script=Arabic}/u, /\p{Script=Cyrillic}/u, /\p{Script=Hebrew}/u, /\p{Script=Greek}/u];

/** Whether a decoding has the marks of a wrong one: controls, signs inside words, two scripts in a word, too many accents. */
function readsAsText(text: string): boolean {
  if (/[\x00-\x08\x0E-\x1F\x7F-\x9F]|\p{Co}|\p{Cn}/u.test(text)) return false;
  const words = text.match(/[\p{L}\p{M}]+/gu) ?? [];
  if (words.length === 0) return false;
  const odd = words.filter((word) => {
    const kinds = otherScripts.filter((script) => script.test(word)).length;
    return kinds > 1 || (kinds === 1 && /\p{Script=Latin}/u.test(word)) || /^\p{Ll}+\p{Lu}{2,}\p{Ll}/u.test(word);
  });
  const signsInside = text.match(/\p{L}[¡-©«-´¶-¹»-¿¢-¥×÷‰†‡¤]\p{L}/gu) ?? [];
  if (odd.length + signsInside.length > Math.max(0, words.length / 50)) return false;
  const latin = text.match(/\p{Script=Latin}/gu)?.length ?? 0;
  const accented = text.match(/[\u00C0-\u024F]/g)?.length ?? 0;
  return accented <= latin * 0.35;
}
