/**
 * Every character that takes no room: format characters (Cf), which a byte order mark
 * inside a text is too, those that Unicode lets a font ignore, and control characters
 * that are not white space. A word with one of them in it is still one word.
 */
const invisible = /[\p{Cf}\p{DI}\x00-\x08\x0E-\x1F\x7F-\x84\x86-\x9F]+/gu;

export function withoutInvisible(text: string): string {
  return text.replace(invisible, "");
}

/** Embeddings, overrides and isolates: they make the words around them read in another order. */
const directionControl = /[\u202A-\u202E\u2066-\u2069]/u;

/** The first character that turns the reading direction of what follows, as `U+202E`. */
export function findDirectionControl(text: string): string | undefined {
  const found = directionControl.exec(text);
  return found ? codePointName(found[0]) : undefined;
}

/** Control characters but for tab and line feed, lone surrogates, and noncharacters. */
const notText = /[\x00-\x08\x0B-\x1F\x7F-\x9F]|\p{Cs}|\p{NChar}/u;

/** The first character that belongs in no text, as `U+001B`. */
export function findNoText(text: string): string | undefined {
  const found = notText.exec(text);
  return found ? codePointName(found[0]) : undefined;
}

/** Whatever {@link findDirectionControl} and {@link findNoText} find, taken out. */
export function cleanText(text: string): string {
  return text.replace(new RegExp(`${directionControl.source}|${notText.source}`, "gu"), "");
}

/** The first code point of a text by number, as `U+001B`. */
export function codePointName(character: string): string {
  return `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, "0")}`;
}
