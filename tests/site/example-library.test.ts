import { beforeAll, describe, expect, test } from "vitest";
import type { Catalog } from "../../lib/core/catalog/catalog.ts";
import type { VerifiedCitation } from "../../lib/core/catalog/check-citation.ts";
import { coverage } from "../../lib/core/brief/coverage.ts";
import { readPassages } from "../../lib/core/brief/passages.ts";
import { withoutDates } from "../../lib/core/brief/stated-dates.ts";
import { statedFigures } from "../../lib/core/brief/stated-figures.ts";
import { relations } from "../../lib/core/tags/relation.ts";
import { readExampleCatalog } from "../support/example-catalog.ts";
import { briefsByLetter, exampleClaims } from "../support/example-claims.ts";
import { exampleFigures } from "../support/example-figures.ts";

let catalog: Catalog;
const cited = new Map<string, readonly VerifiedCitation[]>();

beforeAll(async () => {
  catalog = await readExampleCatalog();
  for (const brief of catalog.library.briefs)
    cited.set(
      brief.name,
      (catalog.verified.get(brief) ?? []).filter((one) => one !== undefined),
    );
});

const citationsOf = (letter: string) => cited.get(briefsByLetter.get(letter) ?? "") ?? [];

test("the library is as large as it says, and nothing in it is in doubt or answered for", () => {
  expect(catalog.library.briefs.length).toBeGreaterThanOrEqual(3);
  expect(catalog.library.sources.size).toBeGreaterThanOrEqual(67);
  expect([...cited.values()].flat().length).toBeGreaterThanOrEqual(122);
  expect([...catalog.problems, ...catalog.warnings]).toEqual([]);
  expect(exampleClaims).toHaveLength(45);
});

describe.each(exampleClaims.map(({ claim, cites }) => [claim, cites] as const))("claim %s", (claim, cites) => {
  test("rests on the paragraphs that it was to rest on, each in its relation", () => {
    const found = citationsOf(claim.slice(0, 1)).flatMap(({ source, paragraphs, citation }) =>
      paragraphs.map(({ label }) => `${source.id} ${label} ${citation.request.relation}`),
    );
    expect(cites.filter((cite) => !found.includes(cite))).toEqual([]);
  });
});

const figures = exampleFigures.map(({ letter, figure, from }) => [letter, figure, from] as const);

test.each(figures)("brief %s has “%s” from %s, which says so", (letter, figure, from) => {
  const sentences = citationsOf(letter).filter(
    ({ citation, source, paragraphs }) =>
      inOneCase(citation.sentence).includes(inOneCase(figure)) &&
      paragraphs.some(({ label }) => `${source.id} ${label}` === from),
  );
  expect(sentences).not.toEqual([]);
  const [id = "", label = ""] = from.split(" ");
  const paragraph = catalog.library.sources.get(id)?.paragraphs.find((one) => one.label === label);
  for (const number of figure.match(/\d[\d.,]*\d|\d/g) ?? []) expect(numbersIn(paragraph?.text)).toContain(number);
});

function inOneCase(text: string): string {
  return text.toLowerCase();
}

function numbersIn(text = ""): readonly string[] {
  return text.match(/\d[\d.,]*\d|\d/g) ?? [];
}

test("no figure stands in a sentence, row or caption without a citation", () => {
  const bare = catalog.library.briefs.flatMap(({ name, tokens, language }) => {
    const passages = readPassages(tokens(), language);
    const covered = coverage(passages);
    return passages.flatMap((passage) => {
      if (passage.kind === "heading" || passage.kind === "head" || covered.whole.has(passage)) return [];
      const { ends } = passage.sentences;
      return ends.flatMap((_, index) => {
        const sentence = passage.sentences.textOf(index);
        const stated = statedFigures(withoutDates(sentence, language));
        return stated.length === 0 || covered.cited.get(passage)?.has(index) ? [] : [`${name}: ${sentence}`];
      });
    });
  });
  expect(bare).toEqual([]);
});

test("no opinion supports anything, and every relation is used", () => {
  const used = [...cited.values()].flat().map(({ source, citation }) => ({
    grade: source.meta.grade,
    relation: citation.request.relation,
  }));
  expect(used.filter(({ grade, relation }) => grade === "opinion" && relation === "supports")).toEqual([]);
  expect(new Set(used.map(({ relation }) => relation))).toEqual(new Set(relations));
});

test("nothing explains conduct by nationality, and people are called people", () => {
  const words = /illegal (?:alien|immigrant|migrant)|\binflux|infiltrat|khawarij|imaginary line|\bhordes?\b|swarm/i;
  const said = catalog.library.briefs.flatMap((brief) =>
    readPassages(brief.tokens(), brief.language).map(({ text }) => text),
  );
  expect(said.filter((text) => words.test(text))).toEqual([]);
  const generalising = [...cited.values()].flat().filter(({ source, paragraphs }) => {
    return source.id === "cutting-edge-2025" && paragraphs.some(({ label }) => label === "5");
  });
  expect(generalising.map(({ citation }) => citation.request.relation)).toEqual(["opinion", "opinion"]);
  for (const { citation } of generalising) expect(citation.request.remark).toMatch(/not adopted|rejected/);
});
