import { readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, inject, test } from "vitest";
import { fixtureFolder } from "../support/fixture-site.ts";
import { elementsOf } from "../support/html-page.ts";
import { repository, runCommand } from "../support/run-command.ts";
import { buildCopy, commandLine, copyProject, removeCopy, type SiteCopy } from "../support/site-copy.ts";

interface Document {
  readonly address: string;
  readonly kind: string;
  readonly label: string;
  readonly anchor: string;
  readonly text: string;
}

/** The lines of an export, in pairs. @throws where one is no JSON. */
function pairsOf(text: string): { readonly action: unknown; readonly document: Document }[] {
  const lines = text.split("\n");
  expect(lines.pop()).toBe("");
  return Array.from({ length: lines.length / 2 }, (_, at) => ({
    action: JSON.parse(lines[2 * at] ?? "") as unknown,
    document: JSON.parse(lines[2 * at + 1] ?? "") as Document,
  }));
}

describe("of the example library", () => {
  const { dist } = inject("exampleSite");
  let text: string;
  let documents: Document[];

  beforeAll(async () => {
    const { code, stdout, stderr } = await runCommand("export", "--root", repository, "--dist", dist);
    expect({ code, stderr }).toEqual({ code: 0, stderr: "350 documents of 3 briefs and 71 sources\n" });
    text = stdout;
    documents = pairsOf(text).map(({ document }) => document);
  });

  test("a paragraph is an action and a document, on a line each", () => {
    const lines = text.split("\n");
    const at = lines.indexOf('{"index":{"_index":"pincite","_id":"/sources/udhr/#p14.1"}}');
    expect(JSON.parse(lines[at + 1] ?? "")).toEqual({
      address: "https://pincite.example/sources/udhr/#p14.1",
      page: "https://pincite.example/sources/udhr/",
      kind: "source",
      title: "Universal Declaration of Human Rights",
      language: "en",
      topics: [],
      year: "1948",
      publisher: "United Nations General Assembly",
      grade: "primary",
      status: "",
      anchor: "p14.1",
      label: "14.1",
      text: "Everyone has the right to seek and to enjoy in other countries asylum from persecution.",
    });
  });

  test("a section of a brief has its heading and its topics, and a brief begins with its question and bottom line", () => {
    const pairs = pairsOf(text);
    const section = pairs.find(({ document }) => document.label === "Four dates, three groups");
    expect(section).toMatchObject({
      action: { index: { _index: "pincite", _id: "/briefs/repatriation-deadline/#four-dates-three-groups" } },
      document: { kind: "brief", topics: ["refugees", "law", "security"], year: "2026", language: "en" },
    });
    const beginning = documents.find(({ address }) => address.endsWith("/briefs/repatriation-deadline/"));
    expect(beginning?.text).toMatch(
      /^Who was told to leave Pakistan by when .* Bottom line There was not one deadline/,
    );
  });

  test("every paragraph and heading that stands on a page of its own kind is in it, by the place that it has", () => {
    for (const path of ["sources/udhr-ur/", "briefs/sanctuary-and-assurances/"]) {
      const elements = elementsOf(readFileSync(join(dist, path, "index.html"), "utf8"));
      const ids = elements
        .filter(({ attributes }) => attributes.class === "paragraph")
        .map(({ attributes }) => attributes.id ?? "");
      const found = documents.filter(({ address }) => address.includes(`/${path}`));
      if (ids.length > 0) expect(found.map(({ anchor }) => anchor)).toEqual(ids);
      const everyId = new Set(elements.map(({ attributes }) => attributes.id));
      expect(found.filter(({ anchor }) => anchor !== "" && !everyId.has(anchor))).toEqual([]);
      expect(found.length).toBeGreaterThan(3);
    }
  });

  test("notes, their marks, who cites a paragraph, and the words of the frame are not in it", () => {
    expect(documents.filter(({ text }) => /↩|Cited in|In note \d|Cite this|Skip to/.test(text))).toEqual([]);
    expect(documents.filter(({ text }) => text !== text.trim() || text === "")).toEqual([]);
  });
});

describe("of a library that hides something", () => {
  let copy: SiteCopy;
  beforeAll(async () => {
    copy = copyProject(fixtureFolder("loop"));
    await buildCopy(copy);
  });
  afterAll(() => {
    removeCopy(copy);
  });

  test("drafts and withheld paragraphs leave no trace, and addresses are as the site's links have them", async () => {
    const { stdout } = await runCommand("export", ...commandLine(copy), "--index", "loop-1");
    expect(stdout).not.toMatch(/wordofdraft|withheld|unfinished/i);
    const [first] = pairsOf(stdout);
    expect(first?.document.address).toMatch(/^\/x\/briefs\//);
    expect(first?.action).toMatchObject({ index: { _index: "loop-1" } });
    expect(pairsOf(stdout).filter(({ document }) => document.kind === "source").length).toBeGreaterThan(0);
  });

  test("into a file, the same", async () => {
    const to = join(copy.root, "paragraphs.ndjson");
    const { stdout, stderr } = await runCommand("export", ...commandLine(copy), "--to", to);
    expect(stdout).toBe("");
    expect(stderr).toMatch(/^\d+ documents of \d+ briefs? and \d+ sources? in .*paragraphs\.ndjson\n$/);
    expect(readFileSync(to, "utf8")).toBe((await runCommand("export", ...commandLine(copy))).stdout);
  });

  test.each([
    [["--index", "Briefs"], /^error: option '--index <name>' argument 'Briefs' is invalid\. Write small letters/],
    [["--index", "_all"], /is invalid\. Write small letters/],
    [["--dist", "gone"], /gone is not a folder\. Name one that holds a built site\. npx pincite build makes one\.\n$/],
    [["--dist", "briefs"], /briefs holds no built site: .*npx pincite build makes one\.\n$/],
    [
      ["--to", "no/such/folder.ndjson"],
      /^no\/such\/folder\.ndjson cannot be written\. Name a file in a folder that is there\./,
    ],
  ])("%j is told what to write", async (args, sentence) => {
    const { code, stdout, stderr } = await runCommand("export", "--root", copy.root, ...args);
    expect(stderr).toMatch(sentence);
    expect({ code, stdout }).toEqual({ code: 1, stdout: "" });
  });
});
