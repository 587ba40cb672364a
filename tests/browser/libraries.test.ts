import type { Browser, Page } from "playwright-core";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { examine } from "../support/accessibility.ts";
import { launchBrowser } from "../support/browser.ts";
import { invalidHtml } from "../support/html-validity.ts";
import { libraryPages } from "../support/page-kinds.ts";
import { budgets, load, openMeasuredPage } from "../support/page-weight.ts";
import { buildCopy } from "../support/site-copy.ts";
import { serveSite, type SiteServer } from "../support/static-server.ts";
import { openTwoSites, type TwoSites } from "../support/two-sites.ts";
import { openWatchedPage, type WatchedPage } from "../support/watched-page.ts";

let sites: TwoSites;
let site: SiteServer;
let browser: Browser;
let watched: WatchedPage;
let page: Page;

beforeAll(async () => {
  sites = await openTwoSites();
  await buildCopy(sites.programme);
  site = await serveSite(sites.programme.dist, "/ports/");
  browser = await launchBrowser();
});

afterAll(async () => {
  await browser.close();
  await site.close();
  await sites.remove();
});

beforeEach(async () => {
  watched = await openWatchedPage(await browser.newContext());
  ({ page } = watched);
});

afterEach(async () => {
  await page.context().close();
});

const address = (path: string) => new URL(path, site.url).href;

test("a reader gets from a note to the paragraph on the other site, and to what is shown of it here and back", async () => {
  await page.goto(address("briefs/shelter/"));
  await page.locator("#ref-1").click();
  const popover = page.locator("#note-popover:popover-open");
  await popover.locator(".badge-elsewhere").getByText("Harbour Library").waitFor();
  await popover.locator(".pinpoint a").click();
  await page.waitForURL(address("libraries/library/charter/#p2.1-shelter-1"));
  await page.locator(".arrival:target").getByRole("link", { name: "Back to note 1" }).click();
  await page.waitForURL(address("briefs/shelter/#note-1"));
  await page.locator("#note-1 .note-elsewhere").click();
  await page.waitForURL(`${sites.server.url}sources/charter/#p2.1`);
  await page.locator(".paragraph:target").getByText("No ship may be turned away").waitFor();
  expect(watched.complaints).toEqual([]);
});

test("beside the brief stands what is shown here of the other site's source", async () => {
  await page.goto(address("briefs/shelter/"));
  await page.getByRole("button", { name: "Read with sources" }).click();
  await page.locator(".with-source-text").getByText("No ship may be turned away").waitFor();
  expect(watched.complaints).toEqual([]);
});

describe.each([
  ["light", 360],
  ["dark", 1440],
] as const)("in %s colours, in a window %d pixels wide", (colorScheme, width) => {
  test.each([...libraryPages])("%s keeps to WCAG 2.2 AA and is valid HTML", async (_, path) => {
    const viewport = { width, height: 800 };
    const context = await browser.newContext({ viewport, colorScheme, bypassCSP: true, reducedMotion: "reduce" });
    const examined = await context.newPage();
    await examined.goto(address(path));
    const { violations } = await examine(examined, "html");
    await context.close();
    expect(violations).toEqual([]);
    const html = readFileSync(join(sites.programme.dist, path, "index.html"), "utf8");
    expect(await invalidHtml(path, html)).toEqual([]);
  });
});

test("the page of another site's source keeps within the budget of a page", async () => {
  const measured = await openMeasuredPage(browser);
  const weight = await load(measured, address(libraryPages.get("record") ?? ""));
  await measured.context().close();
  expect(weight.page).toBeLessThanOrEqual(budgets.page);
  expect(weight.scripts).toBeLessThanOrEqual(budgets.scripts);
});

test("search finds a paragraph of the other site, once and under its name", async () => {
  await page.goto(address("search/?q=draught"));
  await page.locator(".result").first().waitFor();
  // The programme's site has no word of it: nothing there cites that paragraph.
  const results = page.locator(".result");
  expect(await results.count()).toBe(1);
  expect(await results.first().textContent()).toContain("In \u2068Harbour Library\u2069");
  await results.first().locator("a.hit").click();
  await page.waitForURL(`${sites.server.url}sources/charter/?found=draught#p2.2`);
  expect(watched.complaints).toEqual([]);
});

test("a paragraph that both sites show is found where it stands, and a brief on its own site", async () => {
  await page.goto(address("search/?q=storm"));
  await page.locator(".result").nth(1).waitFor();
  const links = await page.locator(".result-title a").all();
  const hrefs = await Promise.all(links.map((link) => link.getAttribute("href")));
  expect(hrefs.map((href) => (href ?? "").replace(/\?.*/, "")).sort()).toEqual(
    [`${sites.server.url}sources/charter/`, address("briefs/shelter/")]
      .map((one) => one.replace(site.url, "/ports/"))
      .sort(),
  );
});

test("the search of a site does without another that is not there, and says so", async () => {
  await page.route(`${sites.server.url}**`, (route) => route.abort());
  await page.goto(address("search/?q=storm"));
  await page.locator(".result").first().waitFor();
  await page.getByText("could not be searched.").waitFor();
  expect(await page.locator(".search-status").textContent()).toContain(
    "\u2068Harbour Library\u2069 could not be searched.",
  );
});
