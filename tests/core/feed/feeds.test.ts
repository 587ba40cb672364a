import fc from "fast-check";
import { parseFeed } from "feedsmith";
import { describe, expect, test } from "vitest";
import type { Brief } from "../../../lib/core/brief/brief.ts";
import { writeAtom } from "../../../lib/core/feed/atom.ts";
import { briefEntries, correctionEntries } from "../../../lib/core/feed/brief-entries.ts";
import { mostEntries, newestEntries, type Feed, type FeedEntry } from "../../../lib/core/feed/feed.ts";
import type { FeedWords } from "../../../lib/core/feed/feed-words.ts";
import { writeJsonFeed } from "../../../lib/core/feed/json-feed.ts";
import { atomFaults } from "../../support/atom-schema.ts";
import { jsonFeedFaults } from "../../support/json-feed-schema.ts";
import { briefOf } from "../support/documents.ts";

const absolute = (path: string) => `https://pincite.example/x${path}`;
const words: FeedWords = {
  withdrawn: (title) => `Withdrawn: ${title}`,
  correction: (title) => `Correction: ${title}`,
  corrected: ({ dateText, note }) => `Corrected, ${dateText}: ${note}`,
};
const wordsFor = () => words;

function brief(name: string, keys: readonly string[] = []): Brief {
  const given = new Map(keys.map((line) => [line.slice(0, line.indexOf(":")), line]));
  const all = ["title: A brief", "summary: What it says.", "authors: [{ given: Amina, family: Shah }]"]
    .concat("date: 2026-03-05", "status: published")
    .filter((line) => !given.has(line.slice(0, line.indexOf(":"))));
  const reading = briefOf(`---\n${[...all, ...keys].join("\n")}\n---\nText.\n`, name);
  expect(reading.problems).toEqual([]);
  return reading.brief;
}

function feedOf(entries: readonly FeedEntry[], more: Partial<Feed> = {}): Feed {
  return {
    title: "The briefs",
    description: "",
    language: "en",
    author: "A publisher",
    home: absolute("/briefs/"),
    icon: absolute("/favicon.svg"),
    atom: absolute("/feed.xml"),
    json: absolute("/feed.json"),
    topics: absolute("/topics/"),
    updated: entries[0]?.updated ?? "2026-03-05",
    entries,
    ...more,
  };
}

const corrected = brief("corrected", [
  "question: Who?",
  "topics: [refugees, law]",
  "aliases: [second, first]",
  "changes:",
  "  - { date: 2026-03-07, kind: update, note: More. }",
  "  - { date: 2026-03-09, kind: correction, note: One < two & three. }",
  "  - { date: 2026-03-09, kind: correction, note: Another. }",
]);
const withdrawn = brief("withdrawn", [
  "title: ایک رائے",
  "status: withdrawn",
  "withdrawn: { date: 2026-04-01, reason: غلط ترجمہ۔ }",
  "language: ur",
]);
const draft = brief("draft", ["status: draft", "changes: [{ date: 2026-03-06, kind: correction, note: No. }]"]);
const briefs = [corrected, withdrawn, draft];

describe("the feed of briefs", () => {
  const entries = briefEntries(briefs, absolute, wordsFor);

  test("has no drafts, and says of one withdrawn only that and why", () => {
    expect(entries.map(({ title }) => title)).toEqual(["A brief", "Withdrawn: ایک رائے"]);
    expect(entries[1]).toMatchObject({
      language: "ur",
      published: "2026-03-05",
      updated: "2026-04-01",
      summary: "غلط ترجمہ۔",
      html: '<div lang="ur" dir="rtl"><p>غلط ترجمہ۔</p></div>',
    });
  });

  test("sums a brief up by its bottom line, with the question and what was corrected", () => {
    expect(entries[0]).toMatchObject({
      url: "https://pincite.example/x/briefs/corrected/",
      updated: "2026-03-09",
      summary: "What it says.",
      html: '<div lang="en" dir="ltr"><p>Who?</p><p>What it says.</p><p>Corrected, 9 March 2026: One &lt; two &amp; three.</p><p>Corrected, 9 March 2026: Another.</p></div>',
      authors: ["Amina Shah"],
      topics: ["refugees", "law"],
    });
  });

  test("knows a brief by its first name, whatever it is called later", () => {
    expect(entries[0]?.id).toBe("https://pincite.example/x/briefs/first/");
    const before = briefEntries([brief("first")], absolute, wordsFor);
    const after = briefEntries([brief("second", ["aliases: [first]"])], absolute, wordsFor);
    expect([before[0]?.id, after[0]?.id]).toEqual([entries[0]?.id, entries[0]?.id]);
  });
});

test("the feed of corrections has every correction and withdrawal, each with an id of its own", () => {
  const entries = newestEntries(correctionEntries(briefs, absolute, wordsFor));
  expect(entries.map(({ id, title, url, summary }) => [id, title, url, summary])).toEqual([
    [
      absolute("/briefs/withdrawn/#withdrawn-2026-04-01"),
      "Withdrawn: ایک رائے",
      absolute("/briefs/withdrawn/"),
      "غلط ترجمہ۔",
    ],
    [
      absolute("/briefs/first/#correction-2026-03-09-1"),
      "Correction: A brief",
      absolute("/briefs/corrected/#changes"),
      "One < two & three.",
    ],
    [
      absolute("/briefs/first/#correction-2026-03-09-2"),
      "Correction: A brief",
      absolute("/briefs/corrected/#changes"),
      "Another.",
    ],
  ]);
});

test("a feed holds the newest fifty, by the day on which something was last said of them", () => {
  const many = Array.from({ length: 60 }, (_, index) =>
    brief(`b-${index}`, [`date: 2025-01-${String(1 + (index % 28)).padStart(2, "0")}`]),
  );
  const entries = newestEntries(briefEntries([...many, corrected], absolute, wordsFor));
  expect(entries).toHaveLength(mostEntries);
  expect(entries[0]?.id).toBe("https://pincite.example/x/briefs/first/");
  const days = entries.map(({ updated }) => updated);
  expect(days).toEqual(days.toSorted().reverse());
});

describe("both forms", () => {
  const lists: [string, Feed][] = [
    ["of briefs", feedOf(newestEntries(briefEntries(briefs, absolute, wordsFor)), { description: "All of them" })],
    ["of corrections", feedOf(newestEntries(correctionEntries(briefs, absolute, wordsFor)))],
    ["of nothing", feedOf([])],
  ];

  test.each(lists)("%s are what their specifications ask for", (_, feed) => {
    expect(atomFaults(writeAtom(feed))).toEqual([]);
    expect(jsonFeedFaults(writeJsonFeed(feed))).toEqual([]);
  });

  test.each(lists)("%s are read back by another's parser", (_, feed) => {
    for (const text of [writeAtom(feed), writeJsonFeed(feed)]) expect(readBack(text)).toEqual(told(feed));
  });

  test("survive any words", () => {
    const [one] = briefEntries([corrected], absolute, wordsFor);
    if (!one) throw new Error("There is no entry");
    const words = fc.string({ unit: "grapheme", minLength: 1, maxLength: 40 }).map((text) => `a${text}<&>"']]>b`);
    fc.assert(
      fc.property(words, words, words, (title, summary, author) => {
        const entry: FeedEntry = {
          ...one,
          title,
          summary,
          authors: [author],
          html: summary,
        };
        const feed = feedOf([entry], { title, author });
        expect(atomFaults(writeAtom(feed))).toEqual([]);
        expect(jsonFeedFaults(writeJsonFeed(feed))).toEqual([]);
        expect((JSON.parse(writeJsonFeed(feed)) as { items: unknown[] }).items[0]).toMatchObject({ title, summary });
      }),
      { numRuns: 60 },
    );
  });
});

describe("the validators", () => {
  const feed = feedOf(briefEntries(briefs, absolute, wordsFor));
  const atom = writeAtom(feed);

  test.each([
    ["no id", atom.replace(/<id>.*<\/id>/, "")],
    ["no title", atom.replace(/<title>.*<\/title>/, "")],
    ["a day for a moment", atom.replace("T00:00:00Z", "")],
    ["a relative address", atom.replace("https://pincite.example/x/briefs/", "/x/briefs/")],
    ["a strange element", atom.replace("<generator>", "<maker/><generator>")],
    ["an id twice", atom.replaceAll("/withdrawn/</id>", "/first/</id>")],
    ["an entry newer than the feed", atom.replace("2026-04-01", "2027-04-01")],
  ])("notice %s in Atom", (_, xml) => {
    expect(xml).not.toBe(atom);
    expect(atomFaults(xml)).not.toEqual([]);
  });

  test.each([["title"], ["version"], ["items"]])("notice that %s is not in JSON Feed", (key) => {
    const content = JSON.parse(writeJsonFeed(feed)) as Record<string, unknown>;
    expect(jsonFeedFaults(JSON.stringify({ ...content, [key]: undefined }))).not.toEqual([]);
  });
});

/** What a reader gets of a feed in either form. */
function told(feed: Feed) {
  const entries = feed.entries.map(({ id, title, url, summary, updated, html }) => ({
    id,
    title,
    url,
    summary,
    html,
    updated: `${updated}T00:00:00Z`,
  }));
  return { title: feed.title, entries };
}

function readBack(text: string) {
  const read = parseFeed(text);
  if (read.format === "atom") {
    const { title, entries = [] } = read.feed;
    return {
      title: title?.value,
      entries: entries.map((entry) => ({
        id: entry.id,
        title: entry.title?.value,
        url: entry.links?.find(({ rel }) => rel === "alternate")?.href,
        summary: entry.summary?.value,
        html: entry.content?.value,
        updated: entry.updated,
      })),
    };
  }
  if (read.format !== "json") throw new Error(`A feed was taken for ${read.format}`);
  const { title, items = [] } = read.feed;
  return {
    title,
    entries: items.map((item) => ({
      id: item.id,
      title: item.title,
      url: item.url,
      summary: item.summary,
      html: item.content_html,
      updated: item.date_modified,
    })),
  };
}
