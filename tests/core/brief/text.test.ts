import { describe, expect, test } from "vitest";
import { briefFrom, briefHead, briefOf, placesOf } from "../support/documents.ts";

function sentencesOf(body: string): string[] {
  return briefFrom(body).brief.citations.map(({ sentence }) => sentence);
}

describe("the sentence that a citation supports", () => {
  test.each([
    ["behind its full stop", 'One left.{% cite "s", 1 %} Two stayed.', ["One left."]],
    ["inside it", 'One left. Two{% cite "s", 1 %} stayed. Three.', ["Two stayed."]],
    ["each has its own", 'One.{% cite "s", 1 %} Two.{% cite "s", 2 %}', ["One.", "Two."]],
    ["without markup", '*One* [left](/x) `now`.{% cite "s", 1 %}', ["One left now."]],
    ["over two lines", 'One\nleft.{% cite "s", 1 %} Two.', ["One left."]],
    ["in a list item, not in the next", '- One{% cite "s", 1 %}\n- Two', ["One"]],
    ["in a table, the row's cells", '| a | b |\n|---|---|\n| c{% cite "s", 1 %} | d |\n| e | f |', ["c · d"]],
    ["in a table's head, the head", '| a{% cite "s", 1 %} | b |\n|---|---|\n| c | d |', ["a · b"]],
    ["in a footnote, the footnote's", 'One.[^x]\n\n[^x]: Two.{% cite "s", 1 %} Three.', ["Two."]],
    ["in a note in place, the note's", 'One.^[Two.{% cite "s", 1 %} Three.]', ["Two."]],
    [
      "without its abbreviations being cut",
      'One. Dr. Khan met the U.S. Congress.{% cite "s", 1 %}',
      ["Dr. Khan met the U.S. Congress."],
    ],
    ["in a heading, the heading", '## One{% cite "s", 1 %}\n\nTwo.', ["One"]],
  ])("%s", (_, body, expected) => {
    expect(sentencesOf(body)).toEqual(expected);
  });
});

describe("where a citation stands alone, it supports what stands above it:", () => {
  const alone = '{% cite "s", 1 %}';

  test.each([
    ["the last sentence of the paragraph above", `One. Two.\n\n${alone}`, ["Two."]],
    ["not what another tag alone says", `One. Two.\n\n${alone}\n\n${alone}`, ["Two.", "Two."]],
    ["the item above", `- One\n- ${alone}`, ["One"]],
    ["the heading above", `## One\n\n${alone}`, ["One"]],
    ["the title", alone, ["A brief"]],
    ["the row above", `| a | b |\n|---|---|\n| c | d |\n| ${alone} | |`, ["c · d"]],
    ["in a footnote, the sentence that mentions it", `One.[^x] Two.\n\nThree.\n\n[^x]: ${alone}`, ["One."]],
    ["in a note in place too", `One.^[${alone}] Two.`, ["One."]],
  ])("%s", (_, body, expected) => {
    expect(sentencesOf(body)).toEqual(expected);
  });
});

describe("headings", () => {
  test.each([
    ["an id is made of the words", "## Cards & *deadlines* (2025)", ["cards-deadlines-2025"]],
    ["of any script", "## مہاجرین کی واپسی", ["مہاجرین-کی-واپسی"]],
    ["with accents composed", "## Cafe\u0301", ["café"]],
    ["the same words twice", "## A\n\n## A\n\n## A", ["a", "a-2", "a-3"]],
    ["the same words as another's second id", "## A 2\n\n## A\n\n## A", ["a-2", "a", "a-2-x"]],
    ["without words", "## ***\n\n## !", ["section", "section-2"]],
    [
      "never an id of the notes",
      "## Notes\n\n## Note 1\n\n## Ref\n\n## Ref 1 2",
      ["section-notes", "section-note-1", "section-ref", "section-ref-1-2"],
    ],
    [
      "nor of the page around the text",
      "## Main\n\n## Contents\n\n## Changes\n\n## Cited sources\n\n## Note popover",
      ["section-main", "section-contents", "section-changes", "section-cited-sources", "section-note-popover"],
    ],
    ["words that only begin like one are free", "## Noted\n\n## References", ["noted", "references"]],
    ["a citation adds nothing", '## A{% cite "s", 1 %}', ["a"]],
  ])("%s", (_, body, expected) => {
    expect(briefFrom(body).brief.headings.map(({ id }) => id)).toEqual(expected);
  });

  test("are listed with their depth and words", () => {
    expect(briefFrom('## *A* `{% b %}`{% cite "s", 1 %}\n\nC\n---').brief.headings).toEqual([
      { depth: 2, id: "a-b", text: "A {% b %}" },
      { depth: 2, id: "c", text: "C" },
    ]);
  });
});

test("an ordered list may begin with any number", () => {
  const { brief, problems } = briefFrom("3. a\n4. b");
  expect(problems).toEqual([]);
  expect(brief.words).toBe(2);
});

test.each([
  ["words of the text are counted", "One two\n\n- three", 3],
  ["notes are not", 'One{% cite "s", 1 %} two[^x]^[no no]\n\n[^x]: no no', 2],
  ["of nothing there are none", "", 0],
])("%s", (_, body, expected) => {
  expect(briefFrom(body).brief.words).toBe(expected);
});

describe("what a brief is called and where it stands", () => {
  test("its file's name is its address", () => {
    expect(briefFrom("a", "deadline").brief).toMatchObject({
      kind: "brief",
      name: "deadline",
      path: "briefs/deadline.md",
      url: "/briefs/deadline/",
      title: "A brief",
      language: "en",
    });
  });

  test("its own language comes before the site's", () => {
    expect(briefOf(briefHead.replace("status", "language: ur\nstatus")).brief.language).toBe("ur");
  });

  test("with faulty front matter its citations can still be checked", () => {
    const { brief, problems } = briefOf('---\ntitle: T\n---\nA{% cite "s", 1 %}');
    expect(placesOf(problems)).toEqual(Array<string>(4).fill("2:1 front-matter-key"));
    expect(brief.citations).toHaveLength(1);
    expect(brief.meta.status).toBe("draft");
  });
});
