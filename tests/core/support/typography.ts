import type { Random } from "../../bench/random.ts";

/** Each letter of Arabic script with its presentation forms, which print it alone, first, last or between. */
const presented = new Map<string, string[]>();
for (let code = 0xfb50; code <= 0xfefc; code++) {
  const form = String.fromCharCode(code);
  const letter = form.normalize("NFKC");
  if (/\p{L}/u.test(form) && letter !== form && letter.length === 1)
    presented.set(letter, [...(presented.get(letter) ?? []), form]);
}

/** Spellings of the same: whichever is found becomes any other. */
const families: readonly (readonly string[])[] = [
  ["'", "‘", "’", "‛", "′", "ʼ", "＇"],
  ['"', "“", "”", "„", "«", "»", "″"],
  ["-", "‐", "‑", "–", "—", "−", "﹣"],
  ["...", "…"],
  ["ffi", "\uFB03"],
  ["fi", "\uFB01"],
  ["fl", "\uFB02"],
  ["ff", "\uFB00"],
  ["st", "\uFB06"],
  [" ", "\u00A0", "  ", "\n", "\t", "\u2009", "\u202F", "\u3000", "\u0085", " \u200B"],
  ["ی", "ي", "ى"],
  ["ک", "ك"],
  ...Array.from({ length: 10 }, (_, digit) => [
    String(digit),
    String.fromCharCode(0x0660 + digit),
    String.fromCharCode(0x06f0 + digit),
  ]),
  ...Array.from(presented, ([letter, forms]) => [letter, ...forms]),
];
const spellings = new Map<string, readonly string[]>();
for (const family of families)
  for (const spelling of family) spellings.set(spelling, [...(spellings.get(spelling) ?? []), ...family]);
const spelled = new RegExp(
  Array.from(spellings.keys(), (spelling) => spelling.replace(/[.]/g, "\\."))
    .sort((a, b) => b.length - a.length)
    .join("|"),
  "g",
);
/** With a hamza above it, yeh is a letter of its own, which the forms of yeh do not spell. */
const hamza = "\u0654";

const invisible = ["\u00AD", "\u200B", "\u2060", "\uFEFF"];
const arabicOnly = ["\u0640", "\u200C", "\u200D", "\u200E", "\u200F", "\u061C", "\u0640\u0640"];

/** The same words and numbers in other typography, never the same string. */
export function retypeset(words: string, random: Random, language: string): string {
  for (;;) {
    const some = random.pick([0.05, 0.3, 1]);
    let typed = words.replace(spelled, (one, at: number) =>
      random.chance(some) && words[at + 1] !== hamza ? random.pick(spellings.get(one) ?? [one]) : one,
    );
    const put = language === "ur" ? [...invisible, ...arabicOnly] : invisible;
    typed = typed.replace(/(?<=\p{L})(?=\p{L})/gu, () => (random.chance(some / 8) ? random.pick(put) : ""));
    if (random.chance(0.2)) typed = typed.normalize("NFD");
    if (random.chance(0.1)) typed = random.pick([` ${typed} `, `\u200F${typed}`, `\uFEFF${typed}`]);
    if (typed !== words) return typed;
  }
}
