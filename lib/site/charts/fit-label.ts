import { chartWidth, textSize } from "./measures.ts";

/** Wide: scripts whose letters are as wide as they are high. None: marks set on other letters. */
const wide = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Extended_Pictographic}]/u;
const none = /[\p{M}\p{Cf}]/u;
const broad = /[\p{Lu}\p{N}MWmw—…%&@]/u;

/**
 * A label on one line of a chart, cut with an ellipsis where it would not fit. Nothing can
 * be measured without the reader's font, so widths are estimates on the generous side.
 */
export function fitLabel(text: string, width: number = chartWidth): string {
  const letters = Array.from(text.replace(/[\p{Cc}\s]+/gu, " ").trim());
  let room = width / textSize - (width === chartWidth ? 1 : 0);
  for (const [index, letter] of letters.entries()) {
    room -= wide.test(letter) ? 1.05 : none.test(letter) ? 0 : broad.test(letter) ? 0.72 : 0.53;
    if (room < 0) return `${letters.slice(0, index).join("").trimEnd()}…`;
  }
  return letters.join("");
}
