/** Characters that TeX takes for commands, and what stands for them; what begins a ligature is cut from what follows. */
const signs: ReadonlyMap<string, string> = new Map([
  ["\\", "\\textbackslash{}"],
  ["{", "\\textbraceleft{}"],
  ["}", "\\textbraceright{}"],
  ["^", "\\textasciicircum{}"],
  ["~", "\\textasciitilde{}"],
  ["`", "\\textasciigrave{}"],
  ["$", "\\$"],
  ["&", "\\&"],
  ["#", "\\#"],
  ["%", "\\%"],
  ["_", "\\_"],
]);

/** Text as a field of BibTeX has it, between its braces. Letters of all scripts stay as they are, in UTF-8. */
export function bibtexText(text: string): string {
  return text
    .replace(/\s+/g, " ")
    .replace(/[\\{}^~`$&#%_]/g, (sign) => signs.get(sign) ?? sign)
    .replace(/([-'])(?=\1)/g, "$1{}");
}

/** A title whose capitals stay: styles that set titles in small letters leave alone what stands in braces. */
export function bibtexTitle(title: string): string {
  const words = title.trim().split(/\s+/);
  return words
    .map((word, at) => ((at === 0 ? /.\p{Lu}/u : /\p{Lu}/u).test(word) ? `{${bibtexText(word)}}` : bibtexText(word)))
    .join(" ");
}

/** An address or an identifier: it is not typeset, and nothing in it can end the field. */
export function bibtexVerbatim(text: string): string {
  return text.replace(/[\s{}\\]/g, (sign) => encodeURIComponent(sign));
}

/** A name: a body in braces of its own, a person's family name first. */
export function bibtexName(name: {
  literal?: string | undefined;
  family?: string | undefined;
  given?: string | undefined;
}): string {
  if (name.family === undefined || name.given === undefined)
    return `{${bibtexText(name.literal ?? name.family ?? "")}}`;
  return `${part(name.family)}, ${part(name.given)}`;
}

/** A part of a name, in braces where it would be taken apart. */
function part(text: string): string {
  return /,|(?:^|\s)and(?:\s|$)/i.test(text) ? `{${bibtexText(text)}}` : bibtexText(text);
}
