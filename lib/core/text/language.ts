const rightToLeftScripts = new Set(["Adlm", "Arab", "Hebr", "Mand", "Nkoo", "Rohg", "Samr", "Syrc", "Thaa"]);

export type Direction = "ltr" | "rtl";

/**
 * The direction a language is written in, from its likely script (CLDR likely subtags).
 *
 * @param tag BCP 47, such as `ur` or `fa-AF`; anything else is read as left to right.
 */
export function directionOf(tag: string): Direction {
  const known = directions.get(tag) ?? likelyDirection(tag);
  directions.set(tag, known);
  return known;
}

/** By tag, of which a library has a few; each card of a source asks. */
const directions = new Map<string, Direction>();

function likelyDirection(tag: string): Direction {
  try {
    const script = new Intl.Locale(tag).maximize().script;
    return script !== undefined && rightToLeftScripts.has(script) ? "rtl" : "ltr";
  } catch {
    return "ltr";
  }
}

const rightToLeftLetter =
  /[\p{Script=Adlam}\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Mandaic}\p{Script=Nko}\p{Script=Samaritan}\p{Script=Syriac}\p{Script=Thaana}]/u;

/** Whether a text can be in a language that is written in this direction: it has such a letter, or none at all. */
export function isWrittenIn(direction: Direction, text: string): boolean {
  if (direction === "rtl") return rightToLeftLetter.test(text) || !/\p{L}/u.test(text);
  return !rightToLeftLetter.test(text) || /\p{Script=Latin}/u.test(text);
}

/** As long as a tag of language, script, region and variant gets (RFC 5646, section 4.4.1). */
const longestTag = 35;
/** Subtags of one letter begin extensions and private use, which no reader's software knows. */
const singleton = /(?:^|-)[a-z0-9](?:-|$)/i;

/** Whether a string is a BCP 47 language tag that begins with an ISO 639 code: `ur`, not `persian`. */
export function isLanguageTag(tag: string): boolean {
  if (tag.length > longestTag || singleton.test(tag)) return false;
  try {
    return new Intl.Locale(tag).language.length <= 3;
  } catch {
    return false;
  }
}
