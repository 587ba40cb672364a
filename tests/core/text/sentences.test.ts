import { describe, expect, test } from "vitest";
import { Sentences } from "../../../lib/core/text/sentences.ts";

/** The sentence that a mark where the bar stands belongs to. */
function sentenceAtBar(marked: string, language: string): string {
  return new Sentences(marked.replace("|", ""), language).at(marked.indexOf("|"));
}

describe("the sentence that a note mark belongs to", () => {
  test.each([
    ["behind the full stop, it is the sentence that has ended", "One left.| Two stayed.", "en", "One left."],
    ["inside a sentence, it is that sentence", "One left. Two| stayed.", "en", "Two stayed."],
    ["at the beginning, it is the first sentence", "|One left. Two stayed.", "en", "One left."],
    ["at the end, it is the last sentence", "One left. Two stayed.|", "en", "Two stayed."],
    ["behind a space too, it is the one before", "One left. |Two stayed.", "en", "One left."],
    ["a decimal point ends no sentence", "It was 1.3 million| people.", "en", "It was 1.3 million people."],
    ["the Urdu full stop ends a sentence", "وہ گئے۔| وہ آئے۔", "ur", "وہ گئے۔"],
    ["line breaks are spaces", "One\n  left.| Two.", "en", "One left."],
    ["of nothing it is nothing", "|", "en", ""],
    ["behind nothing but space it is nothing", "  |", "en", ""],
  ])("%s", (_, marked, language, expected) => {
    expect(sentenceAtBar(marked, language)).toBe(expected);
  });

  test("many can be asked for, in any order", () => {
    const sentences = new Sentences("One. Two. Three.", "en");
    expect([12, 4, 9, 3, 0].map((offset) => sentences.at(offset))).toEqual(["Three.", "One.", "Two.", "One.", "One."]);
    expect(sentences.last()).toBe("Three.");
  });
});

test("a long text has the same sentences as its parts", () => {
  const parts = Array.from(
    { length: 3000 },
    (_, index) => `Here ${"word ".repeat((index * 7) % 40)}number ${index} left.`,
  );
  const long = parts.toSpliced(10, 0, `${"Word ".repeat(5000)}end.`);
  const sentences = new Sentences(long.join(" "), "en");
  let offset = 0;
  for (const part of long) {
    expect(sentences.at(offset + 1)).toBe(part);
    offset += part.length + 1;
  }
});

describe("the full stop of an abbreviation ends no sentence", () => {
  test.each([
    ["a title and initials", "One left. Dr. Khan met the U.S. Congress.| Two."],
    ["initials of a name", "J. R. Smith came.| Two."],
    ["a title behind a bracket", "He came (with Prof. Smith) to Gen. Jones.| Two."],
    ["a name of a place", "St. Gallen is far.| Two."],
    ["a Latin abbreviation", "Some, e.g. Afghans, i.e. Pashtuns, left.| Two."],
    ["authors", "So say Smith et al. Others agree.| Two."],
    ["a number", "Under No. 14 and Art. 3 it is so.| Two."],
    ["a page", "It says so on pp. 14 and in vol. IV of it.| Two."],
    ["parties to a case", "In Smith vs. Jones it was so.| Two."],
  ])("%s", (_, marked) => {
    const expected = marked.replace(/^One left\. /, "").replace("| Two.", "");
    expect(sentenceAtBar(marked, "en")).toBe(expected);
  });

  test.each([
    ["a word that is no abbreviation", "He likes art.| Two.", "en", "He likes art."],
    ["a number's abbreviation with no number behind it", "She said no.| Two.", "en", "She said no."],
    ["a word that only ends like one", "They saw the mist. Two|.", "en", "Two."],
    ["an English abbreviation in another language", "Er kam mit Co. Zwei|.", "de", "Zwei."],
  ])("but %s does", (_, marked, language, expected) => {
    expect(sentenceAtBar(marked, language)).toBe(expected);
  });

  test("initials are known in every language", () => {
    expect(sentenceAtBar("Das sagt J. Meier.| Zwei.", "de")).toBe("Das sagt J. Meier.");
  });
});
