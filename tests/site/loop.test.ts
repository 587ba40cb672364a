import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { fixtureFolder } from "../support/fixture-site.ts";
import { elementsOf, htmlPages, inside, type HtmlElement } from "../support/html-page.ts";
import { buildCopy, copyProject, removeCopy, type SiteCopy } from "../support/site-copy.ts";
import { filesBelow, readPlain } from "../support/tree.ts";

let copy: SiteCopy;
let pages: Map<string, string>;

beforeAll(async () => {
  copy = copyProject(fixtureFolder("loop"));
  await buildCopy(copy);
  pages = htmlPages(copy.dist);
});

afterAll(() => {
  removeCopy(copy);
});

const elements = (file: string): HtmlElement[] => elementsOf(pages.get(file) ?? "");
const withClass = (file: string, name: string) =>
  elements(file).filter(({ attributes }) => (attributes.class ?? "").split(" ").includes(name));

/** Files of the built site, the search index decompressed, in which a word stands. */
function filesWith(word: string): string[] {
  return filesBelow(copy.dist).filter((file) =>
    readPlain(copy.dist, file).toString("utf8").toLowerCase().includes(word),
  );
}

test("the site is the fixture's own", () => {
  const briefs = [...pages.keys()].filter((file) => file.startsWith("briefs/") && file !== "briefs/index.html");
  expect(briefs).toEqual(["briefs/asylum/index.html", "briefs/panah/index.html", "briefs/withdrawn-view/index.html"]);
  const sources = [...pages.keys()].filter((file) => file.startsWith("sources/") && file !== "sources/index.html");
  expect(sources).toEqual(
    ["archive-file", "charter", "judgment", "unused"].map((source) => `sources/${source}/index.html`),
  );
});

describe("what may not be shown is nowhere in the site, its search index included", () => {
  test.each([
    ["the title of a draft", "wordofdrafttitle"],
    ["the summary of a draft", "wordofdraftsummary"],
    ["the text of a draft", "wordofdraftbody"],
    ["the address of a draft", "unfinished"],
    ["the topic of a draft", "topicofdraft"],
    ["the first paragraph of an excerpt, far from what is cited", "withheldfirst"],
    ["a paragraph two away from the last one cited", "withheldsixth"],
    ["a paragraph that only a draft cites", "withheldseventh"],
    ["a quotation in an excerpt", "withheldeighth"],
    ["a table in an excerpt", "withheldninth"],
    ["a source under its record only", "withheldfile"],
    ["a cited paragraph of such a source", "withheldcited"],
    ["a heading of such a source", "withheldheading"],
    ["an excerpt that nobody cites", "withheldunused"],
  ])("%s", (_, word) => {
    expect(filesWith(word)).toEqual([]);
  });
});

describe("what may be shown is in the page and in the search index", () => {
  test.each([
    ["the paragraph before a cited one", "neighbourbefore"],
    ["the paragraph after a cited one", "neighbourafter"],
    ["a cited paragraph", "reasons for flight"],
    ["a withdrawn brief", "until the judgment came"],
  ])("%s", (_, words) => {
    const files = filesWith(words);
    expect(files.filter((file) => file.endsWith(".html"))).not.toEqual([]);
    expect(files.filter((file) => file.startsWith("pagefind/fragment/"))).not.toEqual([]);
  });
});

test("an excerpt says how many paragraphs are left out, and where", () => {
  const shown = elements("sources/judgment/index.html").filter(({ attributes }) =>
    /^(?:gap|paragraph .*)$/.test(attributes.class ?? ""),
  );
  expect(shown.map(({ attributes, text }) => attributes.id ?? text)).toEqual([
    "1 paragraph not shown",
    ...["p2", "p3", "p4", "p5"],
    "4 paragraphs not shown",
  ]);
});

test("a cited paragraph that may not be shown still has its address, and says why it is empty", () => {
  const paragraphs = withClass("sources/archive-file/index.html", "paragraph");
  expect(paragraphs.map(({ attributes }) => attributes.id)).toEqual(["p2"]);
  expect(paragraphs[0]?.text).toContain("The words of this paragraph may not be shown here.");
  expect(paragraphs[0]?.text).toContain("Back to note 5");
});

test("a draft is counted and listed nowhere", () => {
  expect(withClass("sources/charter/index.html", "arrival").map(({ attributes }) => attributes.id)).toEqual([
    "p14.1-asylum-1",
    "p14.1-panah-1",
    "p14.1-panah-2",
    "p14.2-asylum-2",
    "p14.2-withdrawn-view-1",
  ]);
  expect(existsSync(join(copy.dist, "topics/topicofdraft"))).toBe(false);
  expect(existsSync(join(copy.dist, "evidence/unfinished"))).toBe(false);
});

describe("a withdrawn brief", () => {
  test("stays at its address and says that it was withdrawn", () => {
    const [notice] = withClass("briefs/withdrawn-view/index.html", "withdrawal");
    expect(notice?.text).toContain("This brief has been withdrawn · 1\u00a0February 2026");
    expect(notice?.text).toContain("The judgment says otherwise.");
  });

  test("is the only one that says so", () => {
    expect(withClass("briefs/asylum/index.html", "withdrawal")).toEqual([]);
  });
});

describe("a brief written from right to left", () => {
  const file = "briefs/panah/index.html";

  test("says so of its whole page, which speaks its language, and of no other", () => {
    const direction = (name: string) => elements(file).find((element) => element.name === name)?.attributes;
    expect(direction("html")).toMatchObject({ lang: "ur", dir: "rtl" });
    expect(direction("body")).toEqual({});
    expect(direction("article")).toMatchObject({ lang: "ur", dir: "rtl" });
    const around = elements("briefs/asylum/index.html").find(({ name }) => name === "html");
    expect(around?.attributes).toMatchObject({ lang: "en", dir: "ltr" });
  });

  test("keeps the direction of the English that it quotes", () => {
    const quotation = elements(file).find(({ name }) => name === "blockquote");
    const figure = elements(file).find(({ name }) => name === "figure");
    expect(quotation?.attributes.lang).toBe("en");
    expect(quotation?.attributes.dir ?? figure?.attributes.dir).toBe("ltr");
  });

  test("has links from its contents to its headings", () => {
    const all = elements(file);
    const ids = new Set(all.map(({ attributes }) => attributes.id));
    const toc = inside(
      all,
      all.find(({ attributes }) => attributes.class === "toc"),
    );
    const links = toc.flatMap(({ attributes }) => attributes.href ?? []);
    expect(links).toHaveLength(2);
    for (const link of links) expect(ids).toContain(decodeURIComponent(link.slice(1)));
  });

  test("is named in its own language where it cites", () => {
    const cites = elements("sources/charter/index.html").filter(({ name }) => name === "cite");
    const titles = cites.filter(({ text }) => text === "پناہ کا حق");
    expect(titles.length).toBeGreaterThan(0);
    expect(new Set(titles.map(({ attributes }) => attributes.lang))).toEqual(new Set(["ur"]));
  });
});

describe("code", () => {
  const blocks = () =>
    elements("briefs/asylum/index.html").filter(
      ({ name, attributes }) => name === "pre" && attributes.class !== "cite-text",
    );

  test("in a known language is coloured", () => {
    expect(blocks()[0]?.attributes.class).toBe("language-json");
    expect(blocks()[0]?.descendants).toBeGreaterThan(5);
    expect(blocks()[0]?.text).toBe('{ "granted": true, "years": 3 }');
  });

  test("in an unknown one is shown as it is", () => {
    expect(blocks()[1]?.text).toBe("a < b && c > d {{ 7*7 }}\n");
  });
});

describe("under a path of its own", () => {
  test("every address of the site begins with that path", () => {
    for (const file of pages.keys()) {
      const addresses = elements(file).flatMap(({ attributes }) =>
        ["href", "src", "action"].flatMap((name) => attributes[name] ?? []),
      );
      const others = addresses.filter((address) => !/^(?:\/x\/|#|https?:)/.test(address));
      expect(others, file).toEqual([]);
    }
  });

  test("the files themselves do not stand under it", () => {
    expect(existsSync(join(copy.dist, "index.html"))).toBe(true);
    expect(existsSync(join(copy.dist, "x"))).toBe(false);
  });

  test("the headers for a web host name it too", () => {
    expect(readFileSync(join(copy.dist, "_headers"), "utf8")).toContain("\n/x/assets/*\n");
  });
});
