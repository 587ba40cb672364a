import { describe, expect, test } from "vitest";
import { briefView, newestFirst } from "../../../lib/core/view/brief-view.ts";
import { briefNamed, catalogOf, sourceOfWords } from "../support/catalogs.ts";
import { briefHead, briefOf } from "../support/documents.ts";

const sources = [sourceOfWords("One Two"), sourceOfWords("Three", {}, "other")];

function view(body: string) {
  const brief = briefNamed("brief", body);
  return briefView(catalogOf(sources, [brief]), brief);
}

describe("what is counted", () => {
  test("citations, sources and words found in them", () => {
    expect(
      view(
        'A{% cite "report", 1 %} b{% cite "report", 1 %} c{% cite "other", 1, quote="Three" %}\n\n{% quote "report", 2 %}',
      ),
    ).toMatchObject({ citations: 4, sources: 2, quotations: 2 });
  });

  test("notes, the author's own too", () => {
    expect(view('A{% cite "report", 1 %} b{% cite "report", 1 %}[^x]\n\n[^x]: c').notes).toBe(2);
  });

  test("a citation that does not hold is not", () => {
    expect(view('A{% cite "report", 9 %}')).toMatchObject({ citations: 0, sources: 0, citedSources: [] });
  });

  test.each([
    ["nothing takes a minute", 0, 1],
    ["a short brief takes a minute", 100, 1],
    ["as many words as are read in five minutes take five", 1100, 5],
  ])("%s", (_, words, minutes) => {
    expect(view("word ".repeat(words)).minutes).toBe(minutes);
  });
});

test("sources are listed in the order a reader meets them, with how often each is cited", () => {
  const { citedSources } = view('[^x]: n{% cite "other", 1 %}\n\nA{% cite "report", 1 %}[^x] b{% cite "report", 2 %}');
  expect(citedSources.map(({ id, times }) => [id, times])).toEqual([
    ["report", 2],
    ["other", 1],
  ]);
});

test("the table of contents has the sections, not what is below or above them", () => {
  expect(view("# A\n\n## B\n\n### C\n\n## D").toc.map(({ text }) => text)).toEqual(["B", "D"]);
});

test("front matter becomes what a reader reads", () => {
  const keys =
    "question: Why?\ntopics: [law]\nevidenceCutoff: 2026-03-01\nchanges: [{ date: 2026-03-09, kind: update, note: More. }]\n";
  const { brief } = briefOf(`${briefHead.replace("status", `${keys}status`)}Text`, "brief");
  expect(briefView(catalogOf([], [brief]), brief)).toMatchObject({
    slug: "brief",
    url: "/briefs/brief/",
    title: "A brief",
    question: "Why?",
    authors: ["Amina Shah"],
    date: "2026-03-05",
    dateText: "5 March 2026",
    evidenceCutoffText: "1 March 2026",
    topics: [{ name: "law", url: "/topics/law/" }],
    direction: "ltr",
    status: "published",
    life: {
      withdrawn: undefined,
      corrections: [],
      updates: [{ note: "More.", dateText: "9 March 2026", date: "2026-03-09" }],
    },
  });
});

test("corrections and updates are told apart, the newest of each first, in whatever order they are written", () => {
  const changes = [
    ["2026-03-09", "correction", "Second."],
    ["2026-03-08", "update", "First."],
    ["2026-03-12", "correction", "Last."],
    ["2026-03-09", "correction", "Third."],
  ];
  const keys = `changes:\n${changes.map(([date, kind, note]) => `  - { date: ${date}, kind: ${kind}, note: ${note} }\n`).join("")}`;
  const { brief } = briefOf(`${briefHead.replace("status", `${keys}status`)}Text`);
  const { life } = briefView(catalogOf([], [brief]), brief);
  expect(life.corrections.map(({ note, dateText }) => `${note} ${dateText}`)).toEqual([
    "Last. 12 March 2026",
    "Second. 9 March 2026",
    "Third. 9 March 2026",
  ]);
  expect(life.updates.map(({ note }) => note)).toEqual(["First."]);
});

test("lists of briefs begin with the newest, and of one day go by title", () => {
  const dated = (name: string, date: string, title: string) =>
    briefOf(briefHead.replace("2026-03-05", date).replace("A brief", title), name).brief;
  const briefs = [
    dated("a", "2025-01-01", "Z"),
    dated("b", "2026-01-01", "B"),
    dated("c", "2026-01-01", "A"),
    dated("d", "2026-01-01", "A"),
  ];
  expect(briefs.sort(newestFirst).map(({ name }) => name)).toEqual(["c", "d", "b", "a"]);
});
