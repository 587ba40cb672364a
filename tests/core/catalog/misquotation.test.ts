import { describe, expect, test } from "vitest";
import { describeMisquotation, unbrokenTexts } from "../../../lib/core/catalog/misquotation.ts";
import { briefFrom, sourceFrom } from "../support/documents.ts";

const { source } = sourceFrom(
  [
    "The Ministry said that about 1.3 million people had left by June.",
    "Nobody was asked, and of the many refugees none has returned since.",
    "It said\nno more.",
  ].join("\n\n"),
);

/** What is said of the one citation of a body, which does not hold. */
function messageOf(body: string): string {
  const { brief, problems } = briefFrom(body);
  const [citation] = brief.citations;
  if (!citation?.request.quotation || problems.length > 0) throw new Error(`not one sound quotation: ${body}`);
  const paragraphs = citation.request.pinpoint.flatMap(({ from, to }) => {
    const [first, last] = [source.byLabel.get(from), source.byLabel.get(to ?? from)];
    return first && last ? source.paragraphs.slice(first.position - 1, last.position) : [];
  });
  return describeMisquotation(citation, citation.request.quotation, source, paragraphs).message;
}

describe("words of another paragraph come with the tag that would hold", () => {
  test.each([
    [
      "as it is typed",
      '{% cite "report", 1, quote="Nobody was asked" %}',
      '"Nobody was asked" is in ¶2 of "report", not in ¶1. Write {% cite "report", "2", quote="Nobody was asked" %}.',
    ],
    [
      "with all its options",
      '{% cite "report", 1, note="Hm \\"so\\".", as="disputes", quote="Nobody was asked" %}',
      '"Nobody was asked" is in ¶2 of "report", not in ¶1. Write {% cite "report", "2", quote="Nobody was asked", as="disputes", note="Hm \\"so\\"." %}.',
    ],
    [
      "elided",
      '{% cite "report", "1, 3", quote="was asked … none has returned" %}',
      '"was asked … none has returned" is in ¶2 of "report", not in ¶1, 3. Write {% cite "report", "2", quote="was asked … none has returned" %}.',
    ],
    [
      "altered",
      '{% cite "report", 1, quote="of the [Afghan] refugees none has", altered="yes" %}',
      '"of the [Afghan] refugees none has" is in ¶2 of "report", not in ¶1. Write {% cite "report", "2", quote="of the [Afghan] refugees none has", altered="yes" %}.',
    ],
    [
      "too long to be written out",
      `{% cite "report", 1, quote="Nobody was asked", note="${"very ".repeat(30)}" %}`,
      '"Nobody was asked" is in ¶2 of "report", not in ¶1. Cite ¶2 instead.',
    ],
  ])("%s", (_, tag, expected) => {
    expect(messageOf(`A${tag}`)).toBe(expected);
  });
});

const absent = (quotation: string) => `"${quotation}" is not in ¶1 of "report"`;

describe("what is wrong with a quotation in pieces is said of the piece", () => {
  test.each([
    [
      "one word between ellipses",
      'quote="The Ministry … had … by June"',
      `${absent("The Ministry … had … by June")}: "had" is too little to be found between ellipses or brackets. Quote at least 2 words of the source there.`,
    ],
    [
      "an ellipsis in a number",
      'quote="said that about 1…3 million"',
      `${absent("said that about 1…3 million")}: an ellipsis stands inside a number. Write a space before and after it.`,
    ],
    [
      "a piece that is misspelled",
      'quote="The Ministry said … about 1.3 milion people"',
      '"about 1.3 milion people" is not in ¶1 of "report" after "The Ministry said"; there stands "about 1.3 million people". Write that, or end the quotation before it.',
    ],
    [
      "the first piece",
      'quote="The Ministr said … had left"',
      '"The Ministr said" is not in ¶1 of "report"; there stands "The Ministry said". Write that, or end the quotation before it.',
    ],
    [
      "a piece that is nowhere",
      'quote="The Ministry said … xylophone quartz"',
      '"xylophone quartz" is not in ¶1 of "report" after "The Ministry said". Copy the words from the source.',
    ],
    [
      "pieces out of order",
      'quote="had left … The Ministry"',
      '"The Ministry" is not in ¶1 of "report" after "had left"; it stands earlier. Put the pieces in the order of the source.',
    ],
    [
      "brackets that would have to be announced",
      'quote="The Ministry [claimed] that about"',
      `${absent("The Ministry [claimed] that about")} as it is typed: words in brackets stand there for others. Add altered="yes", and readers are told so.`,
    ],
    [
      "brackets that stand for too much",
      'quote="The Ministry [x] had left", altered="yes"',
      '"had left" is not in ¶1 of "report" after "The Ministry" with at most 5 words and no number between. Write … for what the brackets leave out.',
    ],
    [
      "brackets inside a word",
      'quote="million people[s] had left", altered="yes"',
      `${absent("million people[s] had left")}: "[s]" changes part of a word. Put the whole word in brackets.`,
    ],
    [
      "brackets without a word",
      'quote="The Ministry [?] said that", altered="yes"',
      `${absent("The Ministry [?] said that")}: "[?]" holds no word. Write … for words left out.`,
    ],
    [
      "a number in brackets",
      'quote="The Ministry [in 2025] said that", altered="yes"',
      `${absent("The Ministry [in 2025] said that")}: "[in 2025]" puts a number among the source's words. Say it outside the quotation.`,
    ],
    [
      "long words in brackets",
      'quote="The Ministry [on that very same sad day] said that", altered="yes"',
      `${absent("The Ministry [on that very same sad day] said that")}: "[on that very same sad day]" is longer than 5 words. Write fewer, or end the quotation before it.`,
    ],
    [
      "many brackets",
      `quote="${"said that [x] ".repeat(9)}", altered="yes"`,
      `${absent(`${"said that [x] ".repeat(9).slice(0, 80).trimEnd()}…`)}: 9 words of yours in brackets are more than the 8 that may be. Quote less, or say it in your own words.`,
    ],
    [
      "brackets in words that are not there",
      'quote="The Ministry [so] xylophone quartz"',
      `${absent("The Ministry [so] xylophone quartz")}. Copy the words from the source: it begins "The Ministry said that about 1.3 million people had left by…".`,
    ],
  ])("%s", (_, options, expected) => {
    expect(messageOf(`A{% cite "report", 1, ${options} %}`)).toBe(expected);
  });
});

test("paragraphs that follow each other are one text, each a line of it", () => {
  const paragraphs = (...labels: string[]) => labels.flatMap((label) => source.byLabel.get(label) ?? []);
  expect(unbrokenTexts(paragraphs("2", "3"))).toEqual([
    "Nobody was asked, and of the many refugees none has returned since.\nIt said no more.",
  ]);
  expect(unbrokenTexts(paragraphs("1", "3"))).toHaveLength(2);
  expect(unbrokenTexts(paragraphs("3", "2"))).toHaveLength(2);
});
