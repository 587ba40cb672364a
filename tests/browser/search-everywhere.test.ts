import type { Page } from "playwright-core";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { examine } from "../support/accessibility.ts";
import { useExampleBrowser } from "../support/example-browser.ts";
import { useFixtureSite } from "../support/fixture-browser.ts";
import { openWatchedPage, type WatchedPage } from "../support/watched-page.ts";

const example = useExampleBrowser();
const brief = "briefs/sanctuary-and-assurances/";
const urdu = useFixtureSite("urdu");
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

const dialog = () => page.getByRole("dialog");
const field = () => page.getByRole("combobox");
const options = () => page.getByRole("option");
const active = () => page.locator("[role=option][aria-selected=true]");

/** Open a page and search on it, with the keyboard alone. */
async function searchFrom(address: string, query: string): Promise<void> {
  await page.goto(address);
  await page.keyboard.press("/");
  await dialog().waitFor();
  await page.keyboard.type(query);
  // What a part of the query found may stand there before.
  await dialog()
    .getByRole("status")
    .filter({ hasText: `“${query}”` })
    .waitFor();
  await options().first().waitFor();
}

/** What of the page's words is marked as found. */
const marked = () =>
  page.evaluate<string[]>("Array.from(CSS.highlights.get('found') ?? [], (range) => range.toString())");

const focused = () => page.evaluate<string>("document.activeElement.id || document.activeElement.localName");

describe("search opens over a page", () => {
  test.each(["/", "Control+k", "Meta+k"])("at %s, with the field in focus", async (key) => {
    await page.goto(new URL(brief, example.url).href);
    await page.keyboard.press(key);
    await dialog().waitFor();
    expect(await focused()).toBe("site-search-field");
    expect(await field().inputValue()).toBe("");
  });

  test("at a click on the header's link, which has the focus again when Escape closes it", async () => {
    await page.goto(new URL(brief, example.url).href);
    await page.getByRole("link", { name: "Search", exact: true }).click();
    await dialog().waitFor();
    await page.keyboard.type("asylum");
    await page.keyboard.press("Escape");
    await dialog().waitFor({ state: "hidden" });
    expect(await focused()).toBe("site-search");
  });

  test("with all that is typed while it is still on its way", async () => {
    // Before the page is opened: what the browser has in memory already never comes by here.
    await page.route("**/assets/search-dialog-*.js", async (route) => {
      await page.keyboard.type("/asyl");
      await route.continue();
    });
    await page.goto(new URL(brief, example.url).href);
    await page.keyboard.press("/");
    await dialog().waitFor();
    await page.keyboard.type("um");
    expect(await field().inputValue()).toBe("/asylum");
  });

  test("but not while something is typed, which gets its slash", async () => {
    await page.goto(example.url);
    await page.getByRole("searchbox").focus();
    await page.keyboard.type("1/2");
    expect(await page.getByRole("searchbox").inputValue()).toBe("1/2");
    expect(await dialog().count()).toBe(0);
  });

  test("and on the search page the key leads to the field there", async () => {
    await page.goto(new URL("search/", example.url).href);
    await page.keyboard.press("/");
    expect(await focused()).toBe("q");
    expect(await dialog().count()).toBe(0);
  });

  test("at the single key only until the reader turns that off", async () => {
    await page.goto(new URL(brief, example.url).href);
    await page.keyboard.press("/");
    await page.getByRole("checkbox").uncheck();
    await page.reload();
    await page.keyboard.press("/");
    await page.keyboard.press("Control+k");
    await dialog().waitFor();
    expect(await field().inputValue()).toBe("");
    await page.getByRole("checkbox").check();
    await page.keyboard.press("Escape");
    await page.keyboard.press("/");
    await dialog().waitFor();
  });
});

test("nothing of it is fetched before it is opened", async () => {
  const fetched: string[] = [];
  page.on("request", (request) => fetched.push(new URL(request.url()).pathname));
  await page.goto(new URL(brief, example.url).href, { waitUntil: "networkidle" });
  const isSearch = (path: string) => /^\/pagefind\/|\/(?:search-(?!everywhere)|found-)/.test(path);
  expect(fetched.filter(isSearch)).toEqual([]);
  await page.keyboard.press("/");
  await expect.poll(() => fetched.filter(isSearch).length).toBeGreaterThan(3);
});

test("without JavaScript the header's link leads to the search page", async () => {
  const plain = await example.browser.newContext({ javaScriptEnabled: false });
  const withoutScript = await plain.newPage();
  await withoutScript.goto(new URL(brief, example.url).href);
  await withoutScript.getByRole("link", { name: "Search", exact: true }).click();
  expect(withoutScript.url()).toBe(new URL("search/", example.url).href);
  await plain.close();
});

describe("the arrow keys", () => {
  test("go through briefs and paragraphs, past the ends through the field, and keep the focus there", async () => {
    await searchFrom(new URL(brief, example.url).href, "Taliban");
    const number = await options().count();
    const ids: (string | null)[] = [];
    for (const key of ["ArrowDown", "ArrowDown", "ArrowUp", "ArrowUp", "ArrowUp", "ArrowDown"]) {
      await page.keyboard.press(key);
      ids.push(await field().getAttribute("aria-activedescendant"));
    }
    expect(ids).toEqual(["1", "2", "1", null, String(number), null].map((at) => at && `site-search-${at}`));
    expect(await focused()).toBe("site-search-field");
    expect(await dialog().getByRole("group").allTextContents()).toEqual([
      expect.stringMatching(/^Briefs \d/),
      expect.stringMatching(/^Source paragraphs, by source \d+/),
    ]);
  });

  test("choose what Enter opens: the very paragraph, with the words marked until Escape", async () => {
    await searchFrom(new URL(brief, example.url).href, '"asylum from persecution"');
    const wanted = await page.locator('[role=option][href*="/sources/udhr/"]').getAttribute("id");
    const number = Number.parseInt(wanted?.split("-").at(-1) ?? "", 10);
    for (let at = 1; at <= number; at++) await page.keyboard.press("ArrowDown");
    expect(await active().getAttribute("id")).toBe(wanted);
    await page.keyboard.press("Enter");
    await page.waitForURL(new URL("sources/udhr/#p14.1", example.url).href);
    await expect.poll(marked).toEqual(["asylum from persecution"]);
    expect(await page.locator("[id='p14.1']:target").count()).toBe(1);
    await page.keyboard.press("Escape");
    expect(await marked()).toEqual([]);
  });
});

test("Enter without a choice goes to the search page", async () => {
  await searchFrom(new URL(brief, example.url).href, "asylum");
  await page.keyboard.press("Enter");
  await page.waitForURL(new URL("search/?q=asylum", example.url).href);
  await page.locator(".result").first().waitFor();
});

test("a brief that was found opens at the first of the words, all of them marked", async () => {
  await searchFrom(example.url, "Taliban");
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Enter");
  await page.waitForURL(new URL(brief, example.url).href);
  await expect.poll(async () => (await marked()).length).toBeGreaterThan(3);
  const words = await marked();
  expect(words.filter((word) => !/^(?:Tehreek-e-)?Taliban(?:’s)?$/i.test(word))).toEqual([]);
});

describe("between languages", () => {
  test("words in Urdu on a page in English find the paragraph in Urdu, with its language", async () => {
    await searchFrom(new URL("briefs/asylum/", urdu.url).href, "پناہ");
    const found = options().filter({ hasText: "منشورِ پناہ" });
    expect(await found.locator(".excerpt").getAttribute("lang")).toBe("ur");
    expect(await found.locator(".excerpt:dir(rtl)").count()).toBe(1);
    await found.click();
    await page.waitForURL(new URL("sources/manshoor/#p14.1", urdu.url).href);
    await expect.poll(async () => [...new Set(await marked())]).toEqual(["پناہ"]);
  });

  test("words in English on a page in Urdu find the paragraph in English, once", async () => {
    await searchFrom(new URL("briefs/panah/", urdu.url).href, "asylum");
    // A brief in Urdu, whose words around the hit begin in English.
    expect(await page.locator("[role=option] .excerpt:lang(ur):dir(rtl)").count()).toBe(1);
    const found = options().filter({ has: page.getByText("¶14.1", { exact: true }) });
    expect(await found.count()).toBe(1);
    expect(await found.locator(".excerpt:lang(en):dir(ltr)").count()).toBe(1);
    expect(await page.locator("dialog[open]:dir(rtl)").count()).toBe(1);
  });
});

describe("what cannot be had is said", () => {
  test("words that stand nowhere", async () => {
    await page.goto(example.url);
    await page.keyboard.press("/");
    await page.keyboard.type("xyzzyplugh <img>");
    await expect.poll(() => page.getByRole("status").textContent()).toContain("Nothing found for “xyzzyplugh <img>”.");
    expect(await options().count()).toBe(0);
    expect(await field().getAttribute("aria-expanded")).toBe("false");
  });

  test("an index that does not come, until it does", async () => {
    // What the browser says of it is not the site's complaint.
    const other = await example.context.newPage();
    await other.route("**/pagefind-entry.json", (route) => route.abort());
    await other.goto(example.url);
    await other.keyboard.press("/");
    await other.keyboard.type("asylum");
    await expect.poll(() => other.getByRole("status").textContent()).toBe("The search index could not be loaded.");
    await other.unroute("**/pagefind-entry.json");
    await other.keyboard.type(" ");
    await other.getByRole("option").first().waitFor();
    await other.close();
  });
});

describe.each(["light", "dark"] as const)("in %s colours", (colorScheme) => {
  test.each([
    ["in English", "ltr", 1440, "asylum"],
    ["in English, on a phone", "ltr", 360, "asylum"],
    ["in Urdu", "rtl", 1440, "پناہ"],
    ["in Urdu, on a phone", "rtl", 360, "asylum"],
  ])("the dialog %s keeps to WCAG 2.2 AA, empty and with results", async (_, direction, width, query) => {
    const viewport = { width, height: 800 };
    const context = await example.browser.newContext({ viewport, colorScheme, bypassCSP: true });
    const other = await context.newPage();
    await other.goto(direction === "rtl" ? new URL("briefs/panah/", urdu.url).href : new URL(brief, example.url).href);
    await other.keyboard.press("/");
    await other.getByRole("dialog").waitFor();
    expect((await examine(other, "dialog")).violations).toEqual([]);
    await other.keyboard.type(query);
    await other.getByRole("option").first().waitFor();
    await other.keyboard.press("ArrowDown");
    expect((await examine(other, "dialog")).violations).toEqual([]);
    await context.close();
  });
});
