import { expect, test } from "vitest";
import { checkQuotation } from "../../../lib/core/catalog/quotation.ts";
import { countWords } from "../../../lib/core/catalog/word-count.ts";
import { findWords } from "../../../lib/core/text/find-words.ts";
import { withoutInvisible } from "../../../lib/core/text/invisible.ts";
import { quotationForm } from "../../../lib/core/text/normal-form.ts";
import { Random } from "../../bench/random.ts";
import { quotedTexts, type QuotedTexts } from "../support/quoted-texts.ts";
import { retypeset } from "../support/typography.ts";

const corpora = quotedTexts();
const trials = 20_000;

interface Passage {
  readonly corpus: QuotedTexts;
  readonly text: string;
  /** The words at the beginning and end of the passage stand between spaces. */
  readonly words: readonly string[];
}

function check(quotation: string, { corpus, text }: Passage): string {
  const found = checkQuotation({ text: quotation, altered: false }, [text], corpus.language);
  return found.kind === "found" ? found.agreement : found.kind;
}

/** Whether neither a word nor a number is torn. */
function standsWhole(words: string, text: string): boolean {
  return findWords(withoutInvisible(text), withoutInvisible(words)) >= 0;
}

/** Some words in a row that really stand in a paragraph, as whole words and numbers. */
function pickPassage(random: Random, least: number, most: number): Passage {
  for (;;) {
    const corpus = random.pick(corpora);
    const text = random.pick(corpus.paragraphs);
    const all = text.split(" ");
    const length = Math.min(all.length, random.whole(least, most));
    const from = random.whole(0, all.length - length);
    const passage = { corpus, text, words: all.slice(from, from + length) };
    if (standsWhole(passage.words.join(" "), text)) return passage;
  }
}

function otherWord({ corpus }: Passage, random: Random): string {
  return random.pick(random.pick(corpus.paragraphs).split(" "));
}

/** What a careless or dishonest hand does to a quotation, a different word or number each time. */
const tamperings: readonly ((passage: Passage, random: Random) => string[])[] = [
  function changeDigit({ words }, random) {
    const at = random.whole(0, 9);
    return words.map((word) => word.replace(/[0-9]/, (digit) => String((Number(digit) + 1 + (at % 9)) % 10)));
  },
  function addNegation({ words, corpus }, random) {
    return words.toSpliced(random.whole(1, words.length - 1), 0, random.pick(corpus.negations));
  },
  function dropNegation({ words, corpus }) {
    return words.filter((word) => !corpus.negations.includes(word));
  },
  function swapForAnother(passage, random) {
    return passage.words.with(random.whole(0, passage.words.length - 1), otherWord(passage, random));
  },
  function dropWord({ words }, random) {
    return words.toSpliced(random.whole(1, words.length - 2), 1);
  },
  function turnAround({ words }, random) {
    const at = random.whole(0, words.length - 2);
    return words.toSpliced(at, 2, words[at + 1] ?? "", words[at] ?? "");
  },
];

/** Whether words stand in a text in form Q, even as parts of other words: more than is ever accepted. */
function standsLoosely(pieces: readonly string[], { corpus, text }: Passage): boolean {
  const form = quotationForm(text, corpus.language);
  let from = 0;
  for (const piece of pieces) {
    const wanted = quotationForm(piece, corpus.language);
    const at = form.indexOf(wanted, from);
    if (at < 0) return false;
    from = at + wanted.length;
  }
  return true;
}

/** A quotation that was tampered with and now says what the paragraph nowhere says. */
function tamper(passage: Passage, random: Random): string | undefined {
  const words = random.pick(tamperings)(passage, random).join(" ");
  return standsLoosely([words], passage) ? undefined : words;
}

test(`${trials} true quotations in other typography are all found`, () => {
  const random = new Random(1);
  const refused: string[] = [];
  for (let trial = 0; trial < trials; trial++) {
    const passage = pickPassage(random, 1, 30);
    const quotation = retypeset(passage.words.join(" "), random, passage.corpus.language);
    if (!["verbatim", "typographic"].includes(check(quotation, passage))) refused.push(quotation);
  }
  expect(refused).toEqual([]);
});

test(`of ${trials} quotations that were tampered with, none is found`, () => {
  const random = new Random(2);
  const found: string[] = [];
  for (let trial = 0; trial < trials;) {
    const passage = pickPassage(random, 3, 30);
    const tampered = tamper(passage, random);
    if (tampered === undefined) continue;
    trial += 1;
    const quotation = random.chance(0.5) ? retypeset(tampered, random, passage.corpus.language) : tampered;
    if (["verbatim", "typographic"].includes(check(quotation, passage))) found.push(quotation);
  }
  expect(found).toEqual([]);
});

/** Two to four pieces of a passage, with something left out between them. */
function pickPieces(passage: Passage, random: Random): string[] {
  const pieces: string[] = [];
  for (let from = 0; pieces.length < 4;) {
    const length = random.whole(2, 6);
    if (from + length > passage.words.length) break;
    pieces.push(passage.words.slice(from, from + length).join(" "));
    from += length + random.whole(1, 6);
  }
  return pieces;
}

const ellipses = ["…", " … ", " ... ", " […] ", "[...]", " . . . "];

test("of 6000 elided quotations those that are true are found, and with pieces changed or out of order none", () => {
  const random = new Random(3);
  const wrong: string[] = [];
  for (let trial = 0; trial < 6000;) {
    const passage = pickPassage(random, 12, 60);
    const pieces = pickPieces(passage, random);
    const sound = pieces.every(
      (piece) => standsWhole(piece, passage.text) && countWords(piece) >= 2 && !/\.\.\.|…/.test(piece),
    );
    if (pieces.length < 2 || !sound) continue;
    const at = random.whole(0, pieces.length - 1);
    const piece = { ...passage, words: (pieces[at] ?? "").split(" ") };
    const changed = random.chance(0.5)
      ? [...pieces].reverse()
      : pieces.with(at, random.pick(tamperings.slice(0, 4))(piece, random).join(" "));
    if (standsLoosely(changed, passage)) continue;
    trial += 1;
    const join = random.pick(ellipses);
    const isTrue = check(retypeset(pieces.join(join), random, passage.corpus.language), passage);
    if (isTrue !== "elided" && !/\p{N}\S?$|^\S?\p{N}/mu.test(pieces.join("\n")))
      wrong.push(`refused: ${pieces.join(join)}`);
    if (check(changed.join(join), passage) !== "absent") wrong.push(`found: ${changed.join(join)}`);
  }
  expect(wrong).toEqual([]);
});
