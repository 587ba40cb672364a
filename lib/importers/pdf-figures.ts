import type { Glyphs } from "./pdf-pages.ts";

/**
 * A piece of text that runs from right to left, parted into figures and the rest: figures
 * that go on in the next piece would change places with what is between them otherwise.
 */
export function splitAtFigures(glyphs: Glyphs, direction: string): Glyphs[] {
  const { text, left, right } = glyphs;
  if (direction !== "rtl" || !/\p{Nd}/u.test(text) || /^\p{Nd}+$/u.test(text)) return [glyphs];
  const perCharacter = (right - left) / Array.from(text).length;
  let end = right;
  const parts = (text.match(/\p{Nd}+|\P{Nd}+/gu) ?? []).map((part) => {
    const start = end - Array.from(part).length * perCharacter;
    const own = { ...glyphs, text: part, left: start, right: end };
    end = start;
    return own;
  });
  return parts.toReversed();
}

/**
 * Arabic and Persian figures share most of their shapes, and fonts name the shared ones after
 * either: where a document has both, all become those that it mostly has.
 */
export function uniteFigures(texts: readonly string[]): (text: string) => string {
  const all = texts.join("");
  const count = (pattern: RegExp) => all.match(pattern)?.length ?? 0;
  const persian = count(/[\u06F0-\u06F9]/g);
  const arabic = count(/[\u0660-\u0669]/g);
  if (persian === 0 || arabic === 0) return (text) => text;
  const shift = (pattern: RegExp, by: number) => (text: string) =>
    text.replace(pattern, (figure) => String.fromCharCode(figure.charCodeAt(0) + by));
  return persian >= arabic ? shift(/[\u0660-\u0669]/g, 0x90) : shift(/[\u06F0-\u06F9]/g, -0x90);
}
