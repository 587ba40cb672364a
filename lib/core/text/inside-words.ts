/**
 * Where a text may not be cut, because a word or a number would be torn: "3 million" is
 * not what "1.3 million" says, nor "$5" what "−$5" says, nor "binding" what "non-binding" says.
 *
 * Every pattern matches the empty place between two characters. The text has no invisible
 * characters, its white space is single spaces, and its dashes are still told apart.
 */

/** Letters, marks and numbers; private letters too, since nobody knows what they are. */
const word = "[\\p{L}\\p{M}\\p{N}\\p{Co}\u200C\u200D]";
const letter = "\\p{L}\\p{M}*";
const digit = "\\p{N}";
/** Hyphens join letters to one word. En and em dashes, and two hyphens in a row, do not. */
const hyphen = "[-\u2010\u2011\u058A\u05BE\u1806\u2043\u30A0\uFE63\uFF0D_\u203F\uFE4D-\uFE4F\uFF3F]";
const apostrophe =
  "['`\u00B4\u02B9\u02BB-\u02BF\u02C8\u02CA\u02CB\u055A\u2018\u2019\u201B\u2032\u2035\uA78C\uFF07\uFF40]";
/** What stands between the digits of one number, time or date. */
const separator =
  "[.,:/'^_*\u00B7\u00D7\u02B9\u02BC\u066B\u066C\u2018\u2019\u2024\u2032\u2044\u2215\u2219\u22C5\u2236\uFE50\uFE52\uFE55\uFF07\uFF0C\uFF0E\uFF0F\uFF1A]";
const point = "[.\u00B7\u066B\u2024\uFE52\uFF0E]";
const currency = "\\p{L}{0,3}\\p{Sc} ?";
/** Where a number begins, its currency and decimal point included. */
const numberStart = `(?:${currency})?${point}?\\p{N}`;
/** Each of these in front of a number may be a minus or a plus; behind a word or number it is a dash. */
const sign = "[-+\u00AD\u2010-\u2015\u207A\u207B\u208A\u208B\u2043\u2212\u2796\uFE58\uFE62\uFE63\uFF0B\uFF0D]";
const behindWord = `(?<!${word}|[%‰°]|\\p{N} ?\\p{Sc})`;
/** These say something of a number wherever they stand, a space behind them or not. */
const bound =
  "[<>~\u00B1\u00AC\u2213\u223C\u2243\u2245\u2248\u2260\u2264-\u2267\u226A\u226B\u226E-\u2273\u2A7D\u2A7E\uFE64\uFE65\uFF1C\uFF1E\uFF5E]";
const firstGroup = "(?<!\\p{N})\\p{Nd}{1,3}";
const furtherGroup = "\\p{Nd}{3}(?!\\p{Nd})";
const fraction = "[\u00BC-\u00BE\u2150-\u215E\u2189]";

function places(...patterns: (readonly [string, string])[]): RegExp[] {
  return patterns.map(([before, after]) => new RegExp(`(?<=${before})(?=${after})`, "uy"));
}

const inside = places(
  [word, word],
  ["[^]", "\\p{M}"],
  // One word of two: neither before nor behind the hyphen.
  [letter, `${hyphen}\\p{L}`],
  [`${letter}${hyphen}`, "\\p{L}"],
  [letter, `${apostrophe}\\p{L}`],
  // 1.3, 1,300, 12:30, 5/3/2026, 10^6
  [digit, `${separator}${digit}`],
  [`${digit}${separator}`, digit],
  // 1 300 and 12 000 000; 1 ½
  [firstGroup, ` ${furtherGroup}`],
  [`${firstGroup} `, furtherGroup],
  [`(?<!\\p{N})\\p{Nd}{3}`, ` ${furtherGroup}`],
  ["\\p{Nd}", ` ${fraction}`],
  ["\\p{Nd} ", fraction],
  // .5, but not the full stop of No.5
  [`(?<!\\p{L}\\p{M}*)${point}`, "\\p{N}"],
  // −5, -$5, − 5 with the sign that is nothing but a minus
  [`${behindWord}${sign}`, numberStart],
  [`${behindWord}${sign}${currency}`, `${point}?\\p{N}`],
  [`[\u2212\u207B] `, numberStart],
  [`[\u2212\u207B] ${currency}`, `${point}?\\p{N}`],
  // ±5, < 5
  [`${bound} ?`, numberStart],
  [`${bound} ?${currency}`, `${point}?\\p{N}`],
);

/** An apostrophe closes no word that goes on: "they can’" is not in "they can’t". Words begin behind one: l’accord. */
const insideAtEnd = places([`${letter}${apostrophe}`, "\\p{L}"]);

/** Whether words may begin at a place of `text`, a 0-based offset in UTF-16 code units. */
export function mayBegin(text: string, at: number): boolean {
  return !matchesAt(inside, text, at);
}

/** Whether words may end before a place of `text`. */
export function mayEnd(text: string, at: number): boolean {
  return !matchesAt(inside, text, at) && !matchesAt(insideAtEnd, text, at);
}

function matchesAt(patterns: readonly RegExp[], text: string, at: number): boolean {
  return patterns.some((pattern) => {
    pattern.lastIndex = at;
    return pattern.test(text);
  });
}
