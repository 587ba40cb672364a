import type { Browser, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from "vitest";
import { examine } from "../support/accessibility.ts";
import { launchBrowser } from "../support/browser.ts";
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

test.each([
  "libraries/library/charter/",
  "libraries/library/bandargah/",
  "libraries/library/ledger/",
  "briefs/shelter/",
])("%s is accessible", async (path) => {
  const context = await browser.newContext({ bypassCSP: true });
  const examined = await context.newPage();
  await examined.goto(address(path));
  const { violations } = await examine(examined, "html");
  await context.close();
  expect(violations).toEqual([]);
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
