import { describe, expect, test } from "vitest";
import { interpretTag, type TagMeaning, type TagName } from "../../../lib/core/tags/citation-tag.ts";
import { readTag } from "../../../lib/core/tags/tag.ts";

function interpret(text: string): TagMeaning {
  const tag = readTag(text, 0);
  if (tag?.kind !== "tag") throw new Error(`not a tag: ${text}`);
  return interpretTag(tag, tag.name as TagName);
}

/** Each problem as `offset rule`. */
function problemsOf(text: string): string[] {
  return interpret(text).problems.map(({ rule, offset }) => `${offset} ${rule}`);
}

describe("what a tag asks for", () => {
  test("a paragraph supports the claim unless the author says otherwise", () => {
    const { request, problems } = interpret('{% cite "udhr", 7 %}');
    expect(problems).toEqual([]);
    expect(request).toEqual({
      main: {
        sourceId: "udhr",
        sourceOffset: 8,
        pinpoint: [{ from: "7" }],
        pinpointOffset: 16,
        relation: "supports",
        relationOffset: 0,
      },
    });
  });

  test("quotation, relation and remark are kept with their places", () => {
    const { request } = interpret('{% cite "udhr", "7-9", quote="All", as="disputes", note="Hm." %}');
    expect(request?.main).toMatchObject({
      pinpoint: [{ from: "7", to: "9" }],
      relation: "disputes",
      relationOffset: 39,
      quotation: { text: "All", altered: false, offset: 29 },
      remark: "Hm.",
    });
  });

  test("a quotation is altered when the author says so", () => {
    const { request, problems } = interpret('{% cite "a", 1, altered="yes", quote="[q] r s" %}');
    expect(problems).toEqual([]);
    expect(request?.main.quotation).toEqual({ text: "[q] r s", altered: true, offset: 37 });
  });

  test("a quotation set beside another source cites both at the same pinpoint", () => {
    const { request, problems } = interpret('{% quote "udhr-ur", "14.1", beside="udhr" %}');
    expect(problems).toEqual([]);
    expect(request?.main.sourceId).toBe("udhr-ur");
    expect(request?.beside).toMatchObject({ sourceId: "udhr", sourceOffset: 35, pinpoint: [{ from: "14.1" }] });
  });

  test("options may come in any order", () => {
    expect(interpret('{% cite "a", 1, note="n", as="context", quote="q" %}').request?.main).toMatchObject({
      relation: "context",
      remark: "n",
      quotation: { text: "q" },
    });
  });
});

describe("problems, at the place of the slip", () => {
  test.each([
    ["nothing is given", "{% cite %}", ["0 citation-arguments"]],
    ["the source id is a number", "{% cite 7 %}", ["8 citation-arguments"]],
    ["the source id cannot be read", "{% cite “a”, 7 %}", ["8 citation-arguments"]],
    ["the source id is empty", '{% cite "", 7 %}', ["8 citation-arguments"]],
    ["the pinpoint is missing", '{% cite "a" %}', ["0 citation-arguments"]],
    ["the pinpoint is no pinpoint", '{% cite "a", "7;8" %}', ["13 citation-arguments"]],
    ["a label with a point has no quotation marks", '{% cite "a", 14.10 %}', ["13 citation-arguments"]],
    ["a number has an underscore", '{% cite "a", 1_0 %}', ["13 citation-arguments"]],
    ["there is a third argument", '{% cite "a", 7, 12 %}', ["16 citation-arguments"]],
    ["an option comes before the pinpoint", '{% cite "a", as="context", 7 %}', ["27 citation-arguments"]],
    [
      "a third argument behind an option is one too many, no more",
      '{% cite "a", 7, note="n", 12 %}',
      ["26 citation-arguments"],
    ],
    ["an option is not known", '{% cite "a", 7, qoute="x" %}', ["16 option-known"]],
    ["an option belongs to the other tag", '{% cite "a", 7, beside="b" %}', ["16 option-known"]],
    ["a quote quotes", '{% quote "a", 7, quote="x" %}', ["17 option-known"]],
    ["an option is given twice", '{% cite "a", 7, note="x", note="y" %}', ["26 citation-arguments"]],
    ["a relation is not known", '{% cite "a", 7, as="support" %}', ["19 relation-known"]],
    ["a relation is empty", '{% cite "a", 7, as="" %}', ["19 relation-known"]],
    ["a relation is in capitals", '{% cite "a", 7, as="Disputes" %}', ["19 relation-known"]],
    ["a quotation is empty", '{% cite "a", 7, quote=" " %}', ["22 citation-arguments"]],
    ["a remark is empty", '{% cite "a", 7, note="" %}', ["21 citation-arguments"]],
    ["the other source is empty", '{% quote "a", 7, beside="" %}', ["24 citation-arguments"]],
    ["what is altered is not said", '{% cite "a", 7, quote="x", altered="no" %}', ["35 citation-arguments"]],
    ["an alteration is a number", '{% cite "a", 7, quote="x", altered=1 %}', ["35 citation-arguments"]],
    ["nothing is quoted that could be altered", '{% cite "a", 7, altered="yes" %}', ["16 citation-arguments"]],
    ["a quote is altered", '{% quote "a", 7, altered="yes" %}', ["17 option-known"]],
    ["a slip in the grammar is one of meaning too", '{% cite "a" 7 %}', ["12 citation-arguments"]],
    [
      "several slips are all reported",
      '{% cite "a", 7, frob="x", as="y", note="" %}',
      ["16 option-known", "29 relation-known", "39 citation-arguments"],
    ],
  ])("%s", (_, text, expected) => {
    expect(problemsOf(text)).toEqual(expected);
  });

  test.each([
    ["a near option is offered", '{% cite "a", 7, qoute="x" %}', 'Write quote="…".'],
    ["a far option is to be taken out", '{% cite "a", 7, page="x" %}', "Take it out."],
    ["another alteration is told what to write", '{% cite "a", 7, quote="x", altered="no" %}', 'Write altered="yes"'],
    ["a near relation is offered", '{% cite "a", 7, as="dispute" %}', 'Write as="disputes".'],
    [
      "for a far relation all are named",
      '{% cite "a", 7, as="xyz" %}',
      "supports, disputes, qualifies, context, opinion",
    ],
    ["a number that should be a string is written out", '{% cite "a", 14.10 %}', 'Write "14.10".'],
    ["of a quote, the example is a quote", "{% quote %}", '{% quote "source-id", 7 %}'],
  ])("%s", (_, text, expected) => {
    expect(interpret(text).problems[0]?.message).toContain(expected);
  });
});

describe("what can still be checked is not given up", () => {
  test.each([
    ["an option that is not known", '{% cite "a", 7, frob="x" %}', true],
    ["a relation that is not known", '{% cite "a", 7, as="x" %}', true],
    ["a missing comma", '{% cite "a" 7 %}', true],
    ["a third argument", '{% cite "a", 7, 8 %}', true],
    ["a missing pinpoint", '{% cite "a" %}', false],
    ["a pinpoint that is none", '{% cite "a", "?" %}', false],
    ["a missing source", "{% cite %}", false],
  ])("%s leaves a request: %s %s", (_, text, stands) => {
    expect(interpret(text).request !== undefined).toBe(stands);
  });
});
