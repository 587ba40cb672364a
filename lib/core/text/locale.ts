/**
 * A language as Open Graph names it, with the territory where it is likeliest spoken when
 * none is given (CLDR likely subtags): `ur` is `ur_PK`.
 *
 * @param tag BCP 47; anything else comes back as it is.
 */
export function localeOf(tag: string): string {
  try {
    const { language, region } = new Intl.Locale(tag).maximize();
    return region === undefined ? language : `${language}_${region}`;
  } catch {
    return tag;
  }
}
