/**
 * Whether a text may be in a language, to judge by its letters: at least one is of the
 * script that the language is usually written in (CLDR likely subtags), or none is of any.
 *
 * @param tag BCP 47; where its script is not known to Unicode under its own name, as for Japanese, every text may.
 */
export function mayBeIn(tag: string, text: string): boolean {
  if (!/\p{L}/u.test(text)) return true;
  try {
    const { script = "" } = new Intl.Locale(tag).maximize();
    return new RegExp(`\\p{Script=${script}}`, "u").test(text);
  } catch {
    return true;
  }
}
