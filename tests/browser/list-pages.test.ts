import { existsSync, rmSync } from "node:fs";
import { join } from "node:path";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { examine } from "../support/accessibility.ts";
import { launchBrowser } from "../support/browser.ts";
import { fixtureFolder } from "../support/fixture-site.ts";
import { invalidHtml } from "../support/html-validity.ts";
import { manyBriefs, manySources, writeManyDocuments } from "../support/many-documents.ts";
import { buildCopy, copyProject, removeCopy, type SiteCopy } from "../support/site-copy.ts";
import { serveSite } from "../support/static-server.ts";
import { edit } from "../support/two-sites.ts";

let copy: SiteCopy;
let browser: Browser;
let site: Awaited<ReturnType<typeof serveSite>>;

/** The site in Urdu, of which every list is longer than a page. */
beforeAll(async () => {
  copy = copyProject(fixtureFolder("urdu"));
  for (const folder of ["briefs", "sources"]) rmSync(join(copy.root, folder), { recursive: true });
  edit(copy, ".eleventy.ts", 'language: "ur",', 'language: "ur",\n  url: "https://many.example",');
  writeManyDocuments(copy.root, "ur");
  await buildCopy(copy);
  site = await serveSite(copy.dist);
  browser = await launchBrowser();
});

afterAll(async () => {
  await browser.close();
  await site.close();
  removeCopy(copy);
});

const next = 'main nav a[rel="next"]';
const pathOf = (page: Page) => new URL(page.url()).pathname;

async function open(path: string, options: Parameters<Browser["newContext"]>[0] = {}): Promise<Page> {
  const context = await browser.newContext(options);
  const page = await context.newPage();
  await page.goto(new URL(path, site.url).href);
  return page;
}

/** The names of all items of a list, page after page, as one who follows the ways onwards comes by them. */
async function walk(path: string, items: string): Promise<{ paths: string[]; names: string[] }> {
  const page = await open(path);
  const paths: string[] = [];
  const names: string[] = [];
  for (;;) {
    paths.push(pathOf(page));
    names.push(...(await page.locator(items).allInnerTexts()));
    const onwards = page.locator(next);
    if ((await onwards.count()) === 0) break;
    const target = await onwards.getAttribute("href");
    await onwards.click();
    await page.waitForURL((url) => url.pathname === target);
  }
  await page.context().close();
  return { paths, names };
}

test.each([
  ["briefs", "briefs/", ".card h2", manyBriefs, 3],
  ["sources", "sources/", ".source-title", manySources, 3],
  ["briefs of a topic", "topics/ports/", ".card h2", manyBriefs, 3],
  ["rows of the evidence", "evidence/", ".by-brief tbody th", manyBriefs, 2],
])("a reader comes by each of the %s once, page after page", async (_, path, items, count, pages) => {
  const { paths, names } = await walk(path, items);
  const further = Array.from({ length: pages - 1 }, (_, index) => `/${path}page/${index + 2}/`);
  expect(paths).toEqual([`/${path}`, ...further]);
  expect(new Set(names).size).toBe(count);
  expect(names).toHaveLength(count);
});

test("each claim that is disputed stands on one of the pages of the evidence", async () => {
  const page = await open("evidence/");
  const claims = await page.locator("section[aria-labelledby=contradictions] .claim").allInnerTexts();
  await page.locator("section[aria-labelledby=contradictions] a[href$='/page/2/#contradictions']").click();
  await page.waitForURL((url) => url.pathname === "/evidence/page/2/");
  claims.push(...(await page.locator("section[aria-labelledby=contradictions] .claim").allInnerTexts()));
  expect(new Set(claims).size).toBe(manyBriefs / 2);
  await page.context().close();
});

test.each([
  ["briefs/", "", "/briefs/page/2/"],
  ["briefs/page/2/", "/briefs/", "/briefs/page/3/"],
  ["briefs/page/3/", "/briefs/page/2/", ""],
])("the head of %s says where it stands", async (path, previous, following) => {
  const page = await open(path);
  const head = await (await page.request.get(page.url())).text();
  const link = (rel: string) => new RegExp(`<link rel="${rel}" href="([^"]*)"`).exec(head)?.[1] ?? "";
  expect([link("prev"), link("next")]).toEqual([previous, following]);
  expect(link("canonical")).toBe(`https://many.example/${path}`);
  const number = /page\/(\d)/.exec(path)?.[1];
  expect(await page.title()).toContain(number === undefined ? "بریف ·" : `بریف، صفحہ ${number} از 3 ·`);
  expect(existsSync(join(copy.dist, path, "index.md"))).toBe(true);
  await page.context().close();
});

test("a reader goes to where a year or a letter begins", async () => {
  const page = await open("briefs/page/3/");
  await page.locator(".list-beginnings a", { hasText: "2025" }).click();
  await page.locator(".card#from-2025:target").waitFor();
  expect(pathOf(page)).toBe("/briefs/");
  await page.goto(new URL("sources/", site.url).href);
  await page.locator(".list-beginnings a", { hasText: "و" }).click();
  await page.locator(".source-line:target .source-title", { hasText: "واپسی" }).waitFor();
  await page.context().close();
});

test("by keyboard alone a reader goes on to the next page and to the last", async () => {
  const page = await open("sources/", { javaScriptEnabled: false });
  const tabTo = async (selector: string) => {
    for (let step = 0; step < 300; step++) {
      await page.keyboard.press("Tab");
      if ((await page.locator(`${selector}:focus`).count()) === 1) return;
    }
    throw new Error(`The key Tab does not lead to ${selector}.`);
  };
  await tabTo(next);
  await page.keyboard.press("Enter");
  await page.waitForURL("**/sources/page/2/");
  await tabTo(".list-pages li:last-child a");
  await page.keyboard.press("Enter");
  await page.waitForURL("**/sources/page/3/");
  expect(await page.locator(".list-pages [aria-current=page]").innerText()).toBe("3");
  expect(await page.locator("header [aria-current]").getAttribute("href")).toBe("/sources/");
  await page.context().close();
});

describe.each(["light", "dark"] as const)("in %s colours", (colorScheme) => {
  test.each([
    ["briefs/page/2/", 360],
    ["sources/", 360],
    ["sources/page/3/", 1440],
    ["topics/ports/page/2/", 1440],
    ["evidence/page/2/", 360],
  ])("%s keeps to WCAG 2.2 AA in a window %d pixels wide, and fits it", async (path, width) => {
    const page = await open(path, { colorScheme, viewport: { width, height: 800 }, bypassCSP: true });
    expect((await examine(page, "html")).violations).toEqual([]);
    const excess = await page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth");
    expect(excess).toBe(0);
    await page.context().close();
  });
});

test.each(["briefs/page/2/", "sources/page/2/", "topics/ports/page/3/", "evidence/page/2/"])(
  "%s is valid HTML",
  async (path) => {
    const page = await open(path);
    const html = await (await page.request.get(page.url())).text();
    expect(await invalidHtml(path, html)).toEqual([]);
    await page.context().close();
  },
);

test("what leads on is not printed", async () => {
  const page = await open("briefs/page/2/");
  await page.emulateMedia({ media: "print" });
  expect(await page.locator(":is(.list-pages, .list-beginnings):visible").count()).toBe(0);
  expect(await page.locator(".list-place:visible").count()).toBe(1);
  await page.context().close();
});
