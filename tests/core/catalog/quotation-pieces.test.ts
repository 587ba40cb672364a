import { describe, expect, test } from "vitest";
import { checkQuotation } from "../../../lib/core/catalog/quotation.ts";

const text =
  "The Ministry said that about 1.3 million people – not all – had left by 30 June […] and none of the refugees returned. Its recieved letters of 1,300 words were unlawful.";
const urdu = "ہر شخص کو اپنی زندگی، آزادی اور ذاتی تحفظ کا حق ہے۔ کوئی شخص غلام یا لونڈی بنا کر نہ رکھا جا سکے گا۔";

/** How a quotation agrees, and the pieces of the text that it quotes. */
function check(quotation: string, { altered = false, source = text, language = "en" } = {}): string {
  const found = checkQuotation({ text: quotation, altered }, [source], language);
  if (found.kind === "absent") return "absent";
  const pieces = found.place?.pieces.map(({ start, end }) => source.slice(start, end)) ?? [];
  return `${found.agreement}: ${pieces.join(" | ")}`;
}

describe("pieces in order, with an ellipsis between", () => {
  test.each([
    ["one character", "The Ministry said … had left", "The Ministry said | had left"],
    ["three full stops", "The Ministry said ... had left", "The Ministry said | had left"],
    ["three full stops with spaces", "The Ministry said . . . had left", "The Ministry said | had left"],
    ["brackets", "The Ministry said […] had left", "The Ministry said | had left"],
    ["brackets around full stops", "The Ministry said [...] had left", "The Ministry said | had left"],
    ["brackets around it and spaces", "The Ministry said [ … ] had left", "The Ministry said | had left"],
    ["no space", "The Ministry said…had left", "The Ministry said | had left"],
    ["a full stop and an ellipsis", "refugees returned. … were unlawful", "refugees returned | were unlawful"],
    ["four full stops", "refugees returned.... were unlawful.", "refugees returned | were unlawful."],
    ["several", "Ministry said … not all … none of", "Ministry said | not all | none of"],
    ["two in a row", "Ministry said … […] had left", "Ministry said | had left"],
    ["one that the source has too", "30 June […] and none … were unlawful", "30 June | and none | were unlawful"],
    ["other typography in a piece", "people - not all … had left", "people – not all | had left"],
    ["pieces that touch", "The Ministry … said that", "The Ministry | said that"],
    ["a number grouped", "letters of … 1,300 words", "letters of | 1,300 words"],
  ])("%s", (_, quotation, pieces) => {
    expect(check(quotation)).toBe(`elided: ${pieces}`);
  });

  test("in Urdu too", () => {
    expect(check("ہر شخص کو … تحفظ كا حق ہے", { source: urdu, language: "ur" })).toBe(
      "elided: ہر شخص کو | تحفظ کا حق ہے",
    );
    expect(check("تحفظ کا … ہر شخص کو", { source: urdu, language: "ur" })).toBe("absent");
  });

  test.each([
    ["at the beginning", "… about 1.3 million", "verbatim: about 1.3 million"],
    ["at the end", "had left […]", "verbatim: had left"],
    ["at both ends, around one word", "[...] million ...", "verbatim: million"],
    ["at both ends, and in between", "… said that … had left …", "elided: said that | had left"],
    ["that stands in the source", "30 June […] and", "verbatim: 30 June […] and"],
    ["that stands there in other typography", "30 June [...] and", "typographic: 30 June […] and"],
  ])("an ellipsis %s", (_, quotation, expected) => {
    expect(check(quotation)).toBe(expected);
  });

  test.each([
    ["a piece of one word", "The Ministry said … left"],
    ["a first piece of one word", "Ministry … had left"],
    ["a hyphenated word, which is one", "non-binding … had left"],
    ["pieces out of order", "had left … Ministry said"],
    ["a piece twice that stands once", "had left … had left"],
    ["pieces that overlap", "Ministry said that … that about 1.3 million"],
    ["an ellipsis inside a word", "were un…lawful now"],
    ["an ellipsis inside a word, the rest standing elsewhere", "of the re […] fugees returned"],
    ["an ellipsis inside a number", "of 1…300 words"],
    ["an ellipsis inside a number, with its comma", "of 1,…300 words"],
    ["an ellipsis inside a number, hidden", "of 1\u2063…\u2063300 words"],
    ["a number cut at the ellipsis", "said that about 1 … people – not all"],
    ["another number", "about 1.4 million … had left"],
    ["another word in a piece", "The Ministry claimed … had left"],
    ["another case", "the Ministry said … had left"],
    ["a negation of one word put in", "had not … and none"],
    ["words that stand nowhere", "The Ministry said … had gone"],
    ["nothing but ellipses", "… […] ..."],
    ["an ellipsis in round brackets", "The Ministry said (…) had left"],
  ])("not %s", (_, quotation) => {
    expect(check(quotation)).toBe("absent");
  });

  test.each([
    ["between two digits", "from 1 man and 3 million more", "from 1…3 million"],
    ["before a decimal point", "only 5 percent in all", "only ....5 percent"],
    ["before a decimal point, spaced", "only 5 percent in all", "only . . .5 percent"],
  ])("an ellipsis %s is none", (_, source, quotation) => {
    expect(check(quotation, { source })).toBe("absent");
  });

  test("pieces do not run from one text into another", () => {
    const texts = ["one two three.", "four five six."];
    expect(checkQuotation({ text: "one two … five six", altered: false }, texts).kind).toBe("absent");
    expect(checkQuotation({ text: "one two … five six", altered: false }, [texts.join(" ")]).kind).toBe("found");
  });

  test("hundreds of ellipses cost no more than the text is long", () => {
    const words = Array.from({ length: 40_000 }, (_, n) => `word${n}`);
    const pairs = words.flatMap((word, n) => (n % 20 === 0 ? [`${word} ${words[n + 1] ?? ""}`] : []));
    const source = words.join(" ");
    expect(check(pairs.join(" … "), { source })).toMatch(/^elided/);
    expect(check([...pairs].reverse().join(" … "), { source })).toBe("absent");
    expect(check("a b … ".repeat(2000), { source: "a b ".repeat(20_000) })).toMatch(/^elided/);
    expect(check("a b … ".repeat(2000) + "c d", { source: "a b ".repeat(20_000) })).toBe("absent");
    expect(check("… ".repeat(20_000), { source })).toBe("absent");
    expect(check("[".repeat(20_000) + "…", { source })).toBe("absent");
  }, 10_000);
});

describe("an author's signs inside a piece", () => {
  test.each([
    ["[sic]", "Its recieved [sic] letters", "verbatim: Its recieved letters"],
    ["[sic!]", "Its recieved [sic!] letters", "verbatim: Its recieved letters"],
    ["[sic] without a space", "Its recieved[sic] letters", "verbatim: Its recieved letters"],
    ["[sic] before a full stop", "were unlawful [sic].", "verbatim: were unlawful."],
    ["[sic] beside an ellipsis", "recieved [sic] letters … were unlawful", "elided: recieved letters | were unlawful"],
    ["a small letter for a capital", "[t]he Ministry said", "typographic: The Ministry said"],
    ["a capital for a small letter", "[H]ad left by 30 June", "typographic: had left by 30 June"],
    ["a letter in the middle", "of the [R]efugees", "typographic: of the refugees"],
    ["a letter that is the same", "[T]he Ministry", "typographic: The Ministry"],
    ["a letter in a piece", "[m]inistry said … [H]ad left", "elided: Ministry said | had left"],
  ])("%s", (_, quotation, expected) => {
    expect(check(quotation)).toBe(expected);
  });

  test.each([
    ["(sic)", "Its recieved (sic) letters"],
    ["[sic] inside a word", "were un[sic]lawful"],
    ["[sic] inside a number", "of 1,[sic]300 words"],
    ["[sic] that would join a number", "about 1 [sic].3 million"],
    ["another letter in brackets", "[S]he Ministry"],
    ["a letter with another accent", "[Ť]he Ministry"],
    ["a letter in the middle of a word", "The M[I]nistry"],
    ["another case outside the brackets", "[t]he ministry"],
    ["two letters in brackets", "[TH]e Ministry"],
    ["a word in brackets that stands for another", "The Ministry [claimed] that about"],
    ["a word in brackets that is put in", "The [Interior] Ministry said"],
    ["a letter that begins no word of the source", "were un[L]awful"],
  ])("not %s", (_, quotation) => {
    expect(check(quotation)).toBe("absent");
  });

  test("what stands in the source is taken as it stands", () => {
    const source = "A letter “recieved [sic]” by [T]he Times [of London] (sic).";
    for (const words of ["“recieved [sic]” by", "by [T]he Times", "Times [of London]", "(sic)"])
      expect(check(words, { source })).toBe(`verbatim: ${words}`);
    expect(check("[a] letter “recieved [sic]”", { source })).toBe("typographic: A letter “recieved [sic]”");
    expect(check("A letter … “recieved [sic]” by … Times [of London]", { source })).toMatch(/^elided/);
  });

  test.each([
    ["a Turkish dotless i", "ırmak var", "[I]rmak var"],
    ["a sharp s", "ßa", "[SS]a"],
  ])("a letter is the same only when one small letter is the other: %s", (_, source, quotation) => {
    expect(check(quotation, { source })).toBe("absent");
  });
});

describe("words in brackets, when the author says that the quotation is altered", () => {
  const altered = (quotation: string, source = text) => check(quotation, { altered: true, source });

  test.each([
    ["a word for another", "The Ministry [claimed] that about", "The Ministry | that about"],
    ["a word put in", "none of the [Afghan] refugees returned", "none of the | refugees returned"],
    ["a word for several", "none of [them] returned. Its", "none of | returned. Its"],
    ["at the beginning", "[It] said that about", "said that about"],
    ["at the end", "The Ministry said [so]", "The Ministry said"],
    ["beside an ellipsis", "The Ministry … [people] had left", "The Ministry | had left"],
    [
      "with an ellipsis elsewhere",
      "The Ministry [claimed] that about … had left",
      "The Ministry | that about | had left",
    ],
    ["with [sic]", "Its recieved [sic] letters [were] of 1,300", "Its recieved letters | of 1,300"],
  ])("%s", (_, quotation, pieces) => {
    expect(altered(quotation)).toBe(`altered: ${pieces}`);
  });

  test.each([
    ["nothing is altered", "The Ministry said", "verbatim: The Ministry said"],
    ["brackets stand in the source", "30 June […] and", "verbatim: 30 June […] and"],
    ["it is only shortened", "The Ministry … had left", "elided: The Ministry | had left"],
  ])("when %s that is what is said", (_, quotation, expected) => {
    expect(altered(quotation)).toBe(expected);
  });

  test.each([
    ["a piece of one word", "The [Interior] Ministry said"],
    ["another word outside the brackets", "The Ministry [claimed] that around"],
    ["more words of the source", "The Ministry [x] had left"],
    ["more words of the author's", "The Ministry [did on that very same day] said that"],
    ["a number put in", "The Ministry [of 2025] said that"],
    ["a number replaced", "said that [some] people – not all"],
    ["a number replaced, with words", "The Ministry said [some] million people"],
    ["a number put in beside an ellipsis", "The Ministry … [5 million] had left"],
    ["a number put in at the end", "The Ministry said [5 million]"],
    ["part of a word", "of the refugee[s] returned"],
    ["part of a word, hidden", "of the refugees\u2063[s] returned"],
    ["empty brackets", "The Ministry [ ] said that"],
    ["pieces out of order", "that about [x] Ministry said"],
    ["brackets only", "[The] [Ministry]"],
    ["brackets inside brackets", "The Ministry [[claimed]] that about"],
    ["brackets that are not closed", "The Ministry [claimed that about"],
    ["too many brackets", "one two [x] ".repeat(9)],
  ])("not %s", (_, quotation) => {
    expect(altered(quotation, `${text} ${"one two ".repeat(12)}`)).toBe("absent");
  });

  test("a piece is taken where the next one follows closely, not where it stands first", () => {
    const source = "in the north a great many more other people fled; in the south people fled, in the end for good";
    expect(altered("in the [valley] people fled", source)).toBe("altered: in the | people fled");
    const found = checkQuotation({ text: "in the [valley] people fled", altered: true }, [source]);
    expect(found.kind === "found" && found.place?.pieces.map(({ start }) => start)).toEqual([50, 63]);
    expect(altered("in the [north] people fled … in the [hills] people fled", source)).toBe("absent");
  });

  test("many places for every piece cost no minutes", () => {
    const quotation = Array.from({ length: 9 }, () => "a b").join(" [x] ");
    expect(altered(quotation, "a b ".repeat(20_000))).toMatch(/^altered/);
    expect(altered(`${quotation} c d`, "a b ".repeat(20_000))).toBe("absent");
  }, 10_000);
});
