import { describe, expect, test } from "vitest";
import { briefFrom } from "../support/documents.ts";

const cite = (id: string) => `{% cite "${id}", 1 %}`;

function sectionsOf(body: string): string[] {
  return briefFrom(body).brief.sections.map(({ heading, id, place, citations }) => {
    const ids = citations.map(({ request }) => request.sourceId).join(" ");
    return `${place.line}:${place.column} ${heading}#${id} ${ids}`.trim();
  });
}

describe("the sections of a brief", () => {
  test.each([
    ["are those of its headings", `## A\n\nOne.${cite("a")}\n\n## B\n\nTwo.${cite("b")}`, ["8:4 A#a a", "12:4 B#b b"]],
    ["begin before the first", `One.${cite("a")}\n\n## B`, ["8:1 # a", "10:4 B#b"]],
    ["take in deeper headings", `## A\n\n### B\n\nOne.${cite("a")}`, ["8:4 A#a a"]],
    ["take in a heading that is quoted", `## A\n\n> ## B\n\nOne.${cite("a")}`, ["8:4 A#a a"]],
    ["have what their headings cite", `## A${cite("a")}`, ["8:4 A#a a"]],
    ["have what is set in them", `## A\n\n{% quote "a", 1, beside="b" %}`, ["8:4 A#a a b"]],
    ["have what their tables cite", `## A\n\n| a |\n|---|\n| b${cite("a")} |`, ["8:4 A#a a"]],
    [
      "have the footnotes they mention first",
      `## A\n\nOne.[^x]\n\n## B\n\nTwo.[^x]${cite("b")}\n\n[^x]: Three.${cite("x")}`,
      ["8:4 A#a x", "12:4 B#b b"],
    ],
    ["are none when there is nothing", "", []],
  ])("%s", (_, body, expected) => {
    expect(sectionsOf(body)).toEqual(expected);
  });
});

const long = "Nothing that we have read so far says who decided that they should leave.";

describe("a paragraph without a citation is", () => {
  test.each([
    ["listed with its section", `## A\n\n${long}`, ["10:1 A"]],
    ["listed before the first heading too", long, ["8:1 "]],
    ["listed in a block quote", `> ${long}`, ["8:3 "]],
    ["not one that cites anywhere", `${long} ${long}${cite("a")} ${long}`, []],
    ["not one with a citation alone below it", `${long}\n\n${cite("a")}`, []],
    ["not a short one", "They left.", []],
    ["not a lead-in", `${long.slice(0, -1)}:\n\n- one`, []],
    ["not a caption", `**${long}**`, []],
    ["not a list item", `- ${long}`, []],
    ["not a footnote", `One.[^x]\n\n[^x]: ${long}`, []],
    ["not a heading", `## ${long}`, []],
    ["not a row", `| ${long} |\n|---|\n| ${long} |`, []],
  ])("%s", (_, body, expected) => {
    const { uncitedParagraphs } = briefFrom(body).brief;
    expect(uncitedParagraphs.map(({ place, section }) => `${place.line}:${place.column} ${section.heading}`)).toEqual(
      expected,
    );
  });

  test("shown by its opening words", () => {
    const [paragraph] = briefFrom(`${long} ${long}`).brief.uncitedParagraphs;
    expect(paragraph?.text).toBe(`${long} Nothing that we have read so far says who…`);
  });
});
