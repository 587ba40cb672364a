import { describe, expect, test } from "vitest";
import { briefHead, briefOf, placesOf } from "../support/documents.ts";
import { briefWith, openIn, sourceOf, warningsOf } from "./warnings.ts";

const source = sourceOf("s", { issued: '"1893"' });
const cite = '{% cite "s", 1 %}';
const body = `## Who said “so”\n\nA.${cite} B.${cite} C.${cite}\n\n## Next\n\nSome 500 left. Some 600 stayed.`;

/** The rules that an answer leaves open. */
function leftBy(answer: string): string[] {
  const brief = briefWith(body, "evidenceHorizon: 2025-01-01", `answers: [{ ${answer}, reason: It holds. }]`);
  return warningsOf(brief, source).open.map(({ rule }) => rule);
}

const [fresh, figures, section] = ["evidence-fresh", "figures-cited", "section-sources"];

describe("an answer is about a warning", () => {
  test.each([
    ["by the heading", 'rule: section-sources, about: "Who said “so”"', [fresh, figures, figures]],
    ["by the heading's first words", "rule: section-sources, about: Who said", [fresh, figures, figures]],
    ["by words with an ellipsis", "rule: section-sources, about: Who said…", [fresh, figures, figures]],
    ["whatever the white space", 'rule: section-sources, about: " Who  said"', [fresh, figures, figures]],
    ["whatever the quotation marks", `rule: section-sources, about: 'Who said "so"'`, [fresh, figures, figures]],
    ["by the section's only source", "rule: section-sources, about: s", [fresh, figures, figures]],
    ["by the source", "rule: evidence-fresh, about: s", [section, figures, figures]],
    ["by the sentence's first words", "rule: figures-cited, about: Some 600", [section, fresh, figures]],
    ["by its rule alone", "rule: figures-cited", [section, fresh]],
    ["by words that several share", "rule: figures-cited, about: Some", [section, fresh]],
  ])("%s", (_, answer, expected) => {
    expect(leftBy(answer).toSorted()).toEqual(expected.toSorted());
  });
});

describe("an answer is about none, and is a warning itself, when", () => {
  test.each([
    ["nothing begins so", "rule: figures-cited, about: Some 700"],
    ["it ends inside a word", "rule: figures-cited, about: Som"],
    ["it has another rule", "rule: figures-cited, about: Who said"],
    ["it has another case", "rule: figures-cited, about: some 600"],
    ["no such warning is left", "rule: dates-cited"],
    ["it has nothing but an ellipsis", "rule: figures-cited, about: …"],
  ])("%s", (_, answer) => {
    expect(leftBy(answer).toSorted()).toEqual(["answer-needed", fresh, figures, figures, section]);
  });

  test("another that is more exact has answered already", () => {
    const [general, exact] = [
      "{ rule: figures-cited, reason: A. }",
      "{ rule: figures-cited, about: Some, reason: B. }",
    ];
    const brief = briefWith("Some 500 left.", "answers:", `  - ${general}`, `  - ${exact}`);
    expect(openIn(brief)).toEqual(["8:5 answer-needed"]);
    expect(warningsOf(brief).answered).toMatchObject([{ reason: "B." }]);
  });
});

test("the warning of a stale answer says where it stands and what to do", () => {
  const brief = briefWith("So.", "answers:", "  - { rule: dates-cited, about: They left, reason: It holds. }");
  const [stale] = warningsOf(brief).open;
  expect(stale).toMatchObject({ place: { line: 8, column: 5 }, rule: "answer-needed" });
  expect(stale?.message).toBe(
    'There is no dates-cited warning about "They left" for this to answer. Take it out, or copy the first words of the sentence, row or heading into about:.',
  );
});

test("no answer is called stale while a citation of its brief does not hold", () => {
  const brief = briefWith(body, "answers: [{ rule: section-sources, reason: It holds. }]");
  expect(openIn(brief).join()).not.toContain("answer-needed");
});

test("what is answered is kept with its reason", () => {
  const brief = briefWith("Some 500 left.", "answers: [{ rule: figures-cited, reason: We counted. }]");
  expect(warningsOf(brief)).toMatchObject({
    open: [],
    answered: [{ warning: { rule: "figures-cited", place: { line: 9, column: 6 } }, reason: "We counted." }],
  });
});

describe("an answer that is not well written is a problem of the front matter", () => {
  test.each([
    ["a rule that is not known", "{ rule: section-source, reason: A. }", "Write section-sources."],
    ["a rule that is not about evidence", "{ rule: table-row-fits, reason: A. }", "Write one of dates-cited"],
    ["no reason", "{ rule: figures-cited }", "Say why the brief stands as it is."],
    ["an empty reason", '{ rule: figures-cited, reason: " " }', "is empty."],
    ["an unknown key", "{ rule: figures-cited, reason: A., because: B. }", 'There is no key "because"'],
    ["an empty about", '{ rule: figures-cited, about: "", reason: A. }', "is empty."],
  ])("%s", (_, answer, expected) => {
    const { problems } = briefOf(briefHead.replace("status:", `answers: [${answer}]\nstatus:`));
    expect(problems).toHaveLength(1);
    expect(problems[0]?.message).toContain(expected);
    expect(placesOf(problems)[0]).toMatch(/^6:\d+ front-matter-(?:key|value)$/);
  });
});
