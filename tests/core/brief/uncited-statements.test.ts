import { describe, expect, test } from "vitest";
import { briefFrom, briefHead, briefOf } from "../support/documents.ts";

const cite = '{% cite "s", 1 %}';

function uncitedIn(body: string): string[] {
  return briefFrom(body).brief.uncitedStatements.map(({ words }) => words);
}

describe("a figure or date is cited when a citation stands", () => {
  test.each([
    ["in its sentence", `Some 500${cite} left.`],
    ["behind its sentence", `Some 500 left.${cite} Others stayed.`],
    ["behind a later sentence of the paragraph", `Some 500 left. Nobody asked why.${cite}`],
    ["alone in the block below", `Some 500 left.\n\n${cite}`],
    ["in the source's own words set below", `Some 500 left.\n\n{% quote "s", 1 %}`],
    ["in its row", `| a | b |\n|---|---|\n| PIPS${cite} | 521 |`],
    ["in the table's head", `| a | b${cite} |\n|---|---|\n| PIPS | 521 |`],
    ["in the table's caption", `**Deaths in 2024**${cite}\n\n| a | b |\n|---|---|\n| PIPS | 521 |`],
    ["in a line below the table", `| a | b |\n|---|---|\n| PIPS | 521 |\n\nSource: PIPS.${cite}`],
    ["in the lead-in to its list", `PIPS counts:${cite}\n\n- 521 attacks\n- 852 deaths`],
    ["in the list it leads into", `Some 500 left:\n\n- many by road${cite}`],
    ["in the footnote its sentence mentions", `Some 500 left.[^x]\n\n[^x]: By one count.${cite}`],
    ["in a note in place", `Some 500 left.^[By one count.${cite}]`],
  ])("%s", (_, body) => {
    expect(uncitedIn(body)).toEqual([]);
  });
});

describe("a figure or date is not cited by a citation", () => {
  test.each([
    ["of an earlier sentence", `They left.${cite} Some 500 stayed.`, ["500"]],
    ["that another figure has already called for", `Some 500 left. Some 600 stayed. All wept.${cite}`, ["500"]],
    ["of another paragraph", `Some 500 left.\n\nAll wept.${cite}`, ["500"]],
    ["of another row", `| a | b |\n|---|---|\n| PIPS | 521 |\n| PICSS | 905${cite} |`, ["521"]],
    ["of another list item", `- 521 left\n- 852 stayed${cite}`, ["521"]],
    ["in a list behind a full stop", `Some 500 left.\n\n- many by road${cite}`, ["500"]],
    ["below a heading", `Some 500 left.\n\n## Why${cite}`, ["500"]],
    ["in the text that mentions its footnote", `They left.${cite}[^x]\n\n[^x]: Some 500 of them.`, ["500"]],
    ["when its footnote has none either", "They left on 5 March.[^x]\n\n[^x]: A Thursday.", ["5 March"]],
    ["typed in code", `Some 500 left. \`${cite}\``, ["500"]],
  ])("%s", (_, body, expected) => {
    expect(uncitedIn(body)).toEqual(expected);
  });
});

describe("no citation is asked for", () => {
  test.each([
    ["in a heading", "## Some 500 left on 5 March 2026"],
    ["in code", "They wrote `500` and\n\n    500 left"],
    ["in a caption", "**Some 500 of 900 counted**\n\n| a |\n|---|\n| b |"],
    ["in a table's head", "| a | 500 |\n|---|---|\n| b | c |"],
    ["for the number of a row", "| No. | Who |\n|---|---|\n| 12 | A mayor |"],
    ["for the number of an item", "12. They left."],
  ])("%s", (_, body) => {
    expect(uncitedIn(body)).toEqual([]);
  });
});

test("a sentence that states a figure and a date is listed once, for its figure", () => {
  const [statement, ...others] = briefFrom("On 5 March 2026 some 500 left.").brief.uncitedStatements;
  expect(others).toEqual([]);
  expect(statement).toMatchObject({
    kind: "figure",
    words: "500",
    sentence: "On 5 March 2026 some 500 left.",
    rows: 0,
  });
});

test("what is stated in Urdu is found as well", () => {
  const { brief } = briefOf(
    `${briefHead.replace("status:", "language: ur\nstatus:")}تقریباً ۵۰۰ افراد چلے گئے۔ باقی ۳۰ جون ۲۰۲۵ تک رہے۔\n\nسب روئے۔${cite}`,
  );
  expect(brief.uncitedStatements).toMatchObject([
    { kind: "figure", words: "۵۰۰", sentence: "تقریباً ۵۰۰ افراد چلے گئے۔" },
    { kind: "date", words: "۳۰ جون ۲۰۲۵", place: { line: 9 } },
  ]);
});

test.each(["zz", "sr-Latn-RS", "mas"])("a brief in the language %s is read without a fault", (language) => {
  const text = `${briefHead.replace("status:", `language: ${language}\nstatus:`)}Some 500 left on 5 March 2026.`;
  expect(briefOf(text).brief.uncitedStatements).toHaveLength(1);
});

test("the rows of a table are listed once, with their number", () => {
  const { brief } = briefFrom("| a | b |\n|---|---|\n| PIPS | 521 |\n| PICSS | 905 |");
  expect(brief.uncitedStatements).toMatchObject([{ words: "521", sentence: "PIPS · 521", rows: 2 }]);
});

describe("a figure is placed where it stands", () => {
  test.each([
    ["in a paragraph", "Some 500 left.", "8:6"],
    ["in its second line", "They left.\nSome 500 did.", "9:6"],
    ["in emphasis", "Some **500** left.", "8:8"],
    ["with its currency", "Some $500 left.", "8:6"],
    ["behind a tag that holds it too", `They left.{% cite "s", " 500" %} Some 500 stayed.`, "8:39"],
    ["behind a link", "[See](https://example.org/500) some 500 left.", "8:37"],
    ["behind a sign that is escaped", "Some \\* 500 left.", "8:9"],
    ["in a list", "- They left.\n- Some 500 did.", "9:8"],
    ["in a block quote's second line", "> They left.\n> Some 500 did.", "9:8"],
    ["in a footnote", "They left.[^x]\n\n[^x]: Some 500 did.", "10:12"],
    ["in a note in place", "They left.^[Some 500 did.]", "8:18"],
    ["in a table, at the row's first word", "| a | b |\n|---|---|\n| PIPS | 500 |", "10:3"],
  ])("%s", (_, body, expected) => {
    const places = briefFrom(body).brief.uncitedStatements.map(({ place }) => `${place.line}:${place.column}`);
    expect(places).toEqual([expected]);
  });

  test("whatever the byte order mark and line endings", () => {
    const text = `\uFEFF${briefHead}They left.\nSome 500 did.`.replaceAll("\n", "\r\n");
    expect(briefOf(text).brief.uncitedStatements).toMatchObject([{ place: { line: 9, column: 6 } }]);
  });
});

test("any number of figures in one paragraph take time in proportion", () => {
  const { brief } = briefFrom("Some 500 left.\n".repeat(50_000));
  expect(brief.uncitedStatements).toHaveLength(50_000);
  expect(brief.uncitedStatements.at(-1)?.place.line).toBe(50_007);
});
