import { withoutInvisible } from "../text/invisible.ts";
import { quotationForm } from "../text/normal-form.ts";

/** Letters that people type for one another, beyond those that are one in quotations. */
const alike: ReadonlyMap<string, string> = new Map([
  // Arabic heh for the one that Urdu is written with; the same with the mark of a teh marbuta.
  ["\u0647", "\u06C1"],
  ["\u06C3", "\u0629"],
  // Sigma at the end of a word.
  ["\u03C2", "\u03C3"],
]);

/** What characters are folded to, once it is known: few, and the same for every text. */
const known = new Map<string, string>();

/**
 * A character as it is looked for: as quotations have it, and besides without case, accents,
 * harakat and hamza. Nothing for a mark or an invisible character; a sign stays, or is a space.
 */
export function foldCharacter(character: string): string {
  let folded = known.get(character);
  if (folded === undefined) known.set(character, (folded = fold(character)));
  return folded;
}

function fold(character: string): string {
  let folded = withoutInvisible(character);
  // A letter without its mark may be one that quotations have another for.
  for (let next = foldOnce(folded); next !== folded; next = foldOnce(folded)) folded = next;
  return Array.from(folded, (letter) => alike.get(letter) ?? letter).join("");
}

function foldOnce(text: string): string {
  // Between two bars white space is not trimmed.
  const form = quotationForm(`|${text}|`).slice(1, -1);
  return form.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
}

/** A text with each of its characters folded. */
export function foldLetters(text: string): string {
  const small = text.toLowerCase();
  return /[^\x00-\x7F]/.test(small) ? small.replace((changing ??= changingCharacters()), foldCharacter) : small;
}

let changing: RegExp | undefined;

/** The characters that folding may change. Most are not among them, and looking is many times as fast as replacing. */
function changingCharacters(): RegExp {
  let same = "\\x00-\\x7F\u4E00-\u9FFF";
  for (let code = 0x80; code < 0x2100; code++) {
    const character = String.fromCharCode(code);
    if (foldCharacter(character) === character && !/[\p{Cn}\]\\^-]/u.test(character)) same += character;
  }
  return new RegExp(`[\uD800-\uDBFF][\uDC00-\uDFFF]|[^${same}]`, "g");
}
