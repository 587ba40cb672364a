// What was typed, as an index has its words.

/** Their words stand together, without spaces. */
const unspaced = /^(?:zh|ja|th)(?:-|$)/;

const punctuation = /[\p{Pd}\p{Pe}\p{Pf}\p{Pi}\p{Po}\p{Ps}]/u;

/**
 * @param language of the index. @param kept signs that are letters there.
 * @returns `typed` in lower case without punctuation, `plain` also without diacritics; neither has more
 *   than one space between words. Undefined where no word is left.
 */
export function asTyped(query, language, kept) {
  const locale = localeOf(language);
  const words = unspaced.test(language) ? Array.from(segments(query, locale, "word")) : [query];
  const letters = (word) =>
    Array.from(segments(word, locale, "grapheme"), (letter) => {
      if (kept.includes(letter)) return letter;
      return punctuation.test(letter) ? "" : letter.toLocaleLowerCase();
    }).join("");
  const typed = words
    .map(letters)
    .filter((word) => word !== "")
    .join(" ")
    .replace(/\s{2,}/g, " ")
    .trim();
  const plain = typed.normalize("NFD").replace(/\p{M}/gu, "");
  return plain === "" ? undefined : { typed, plain, isPhrase: /^\s*".+"\s*$/.test(query) };
}

function* segments(text, locale, granularity) {
  for (const { segment } of new Intl.Segmenter(locale, { granularity }).segment(text)) yield segment;
}

function localeOf(language) {
  try {
    return Intl.getCanonicalLocales(language)[0];
  } catch {
    return "und";
  }
}
