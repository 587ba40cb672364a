/** Characters that stand for the same letters drawn otherwise: ligatures, Arabic forms, radicals used as characters. */
const drawn = /[\uFB00-\uFB06\uFB13-\uFB4F\uFB50-\uFDFB\uFE70-\uFEFC\u2E80-\u2FD5\uF900-\uFAFF]/g;
/** Radicals that are whole characters too; Unicode gives them no compatibility form. */
const radicals = new Map(
  Array.from(
    "⺠民⻄西⻅见⻆角⻉贝⻋车⻓长⻔门⻘青⻚页⻛风⻜飞⻝食⻢马⻤鬼⻥鱼⻦鸟⻨麦⻩黄⻪黾⻬齐⻮齿⻰龙⻁虎".matchAll(
      /(.)(.)/gu,
    ),
    ([, radical = "", character = ""]) => [radical, character] as const,
  ),
);
/** A mark drawn by itself on a blank. */
const markOnBlank = /[ \u0640](?=\p{M})/gu;

/** The characters that a PDF's glyphs stand for, as they would be typed. */
export function typedCharacters(text: string): string {
  return text
    .replace(drawn, (character) => radicals.get(character) ?? character.normalize("NFKC"))
    .replace(markOnBlank, "")
    .replace(/\u0000/g, "");
}

/** Whether a text is marks alone, which belong above or below a letter. */
export function isMarks(text: string): boolean {
  return /^\s*\p{M}+\s*$/u.test(text);
}

const rightToLeft = /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}]/u;
const digit = /\p{Nd}/u;

/** How a text runs: digits run from left to right in every script. */
export function directionOfText(text: string): "ltr" | "rtl" | "neutral" {
  for (const character of text) {
    if (digit.test(character)) return "ltr";
    // The comma and the stop of Arabic take the direction of what is around them.
    if (/[،؛؟۔٪]/u.test(character)) continue;
    if (rightToLeft.test(character)) return "rtl";
    if (/\p{L}/u.test(character)) return "ltr";
  }
  return "neutral";
}

/** Whether words are written without spaces between them at this place. */
export function isSpaceless(character: string): boolean {
  return /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\u3000-\u303F\uFF00-\uFFEF]/u.test(character);
}
