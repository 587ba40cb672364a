import type { Page } from "playwright-core";
import { afterEach, beforeEach, expect, test } from "vitest";
import { useFixtureBrowser } from "../support/fixture-browser.ts";
import { openWatchedPage, type WatchedPage } from "../support/watched-page.ts";

const site = useFixtureBrowser("loop", "/x/");
let watched: WatchedPage;
let page: Page;

beforeEach(async () => {
  watched = await openWatchedPage(await site.browser.newContext());
  ({ page } = watched);
  await page.goto(site.url);
});

afterEach(async () => {
  await page.context().close();
  expect(watched.complaints).toEqual([]);
});

const address = (path: string) => new URL(path, site.url).href;

test("from the home page a reader gets to a brief, its note, the paragraph and back", async () => {
  await page.getByRole("link", { name: "The right of asylum" }).click();
  await page.waitForURL(address("briefs/asylum/"));
  await page.locator("#ref-1").click();
  await page.locator("#note-popover:popover-open .pinpoint a").click();
  await page.waitForURL(address("sources/charter/#p14.1-asylum-1"));
  await page.locator(".arrival:target").getByRole("link", { name: "Back to note 1" }).click();
  await page.waitForURL(address("briefs/asylum/#note-1"));
});

test("the style sheet finds its fonts", async () => {
  const loaded = await page.evaluate<string[]>(
    "document.fonts.ready.then((fonts) => [...fonts].filter((font) => font.status === 'loaded').map((font) => font.family))",
  );
  expect(loaded.map((family) => family.replaceAll('"', ""))).toContain("Source Serif");
});

test("search finds the paragraph and leads to it", async () => {
  await page.getByRole("searchbox").fill('"asylum from persecution"');
  await page.getByRole("searchbox").press("Enter");
  await page.locator('a.hit[href*="/x/sources/charter/?found="][href$="#p14.1"]').click();
  await page.waitForURL(address("sources/charter/#p14.1"));
  await page.locator("[id='p14.1']:target").waitFor();
});

test("search leads to a brief in Urdu as well", async () => {
  await page.goto(address("search/?q=پناہ"));
  await page.locator('.result a[href*="/x/briefs/panah/?found="]').click();
  await page.waitForURL(address("briefs/panah/"));
});

test("search opens over any page, and leads from there", async () => {
  await page.goto(address("briefs/asylum/"));
  await page.keyboard.press("/");
  await page.getByRole("combobox").fill('"asylum from persecution"');
  await page.locator('[role=option][href$="#p14.1"]').click();
  await page.waitForURL(address("sources/charter/#p14.1"));
});
