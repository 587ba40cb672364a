/**
 * Abbreviations whose full stop ends no sentence, as they are written in English,
 * without the last dot. The ones in `beforeNumbers` count only where a number follows.
 */
const always: ReadonlySet<string> = new Set(
  `Dr Mr Mrs Ms Mx Messrs Prof Gen Col Maj Capt Lt Sgt Adm Sen Rep Gov Pres Hon Rev Fr St Amb Mt Ft
   Co Corp Inc Ltd Univ Dept cf e.g i.e eg ie viz vs v al ed eds trans vol vols Vol Vols`.split(/\s+/),
);
const beforeNumbers: ReadonlySet<string> = new Set(
  `No Nos no nos Art Arts art arts Para Paras para paras p pp ch Ch chs sec Sec secs fig Fig figs
   cl app ca c approx Jan Feb Mar Apr Jun Jul Aug Sept Sep Oct Nov Dec`.split(/\s+/),
);

const lastWord = /([^\s()[\]{}"'“”‘’«»]+)\.$/u;
const initial = /(?:^|[.\-\u2010-\u2015])\p{Lu}\p{M}*$/u;
const number = /^[\s([]*(?:\p{Nd}|[IVXLCDM]+\b)/u;

/**
 * Whether a text ends in an abbreviation or an initial, such as `Dr.` or `U.S.`, so that
 * what follows it still belongs to the same sentence.
 *
 * @param text without white space at its end; @param next what follows it.
 * @param language BCP 47; initials are known in every language, words in English only.
 */
export function endsInAbbreviation(text: string, next: string, language: string): boolean {
  // No abbreviation is longer, and a pattern for the end of a text would try every word before it.
  const word = lastWord.exec(text.slice(-16))?.[1];
  if (word === undefined) return false;
  if (initial.test(word)) return true;
  if (!/^en(?:-|$)/i.test(language)) return false;
  return always.has(word) || (beforeNumbers.has(word) && number.test(next));
}
