import { describe, expect, test } from "vitest";
import { examine } from "../support/accessibility.ts";
import { useFixtureBrowser } from "../support/fixture-browser.ts";

const site = useFixtureBrowser("life", "/x/");

const addresses = [
  ["briefs/first-view/", "briefs/corrected-view/"],
  ["briefs/second-view/#note-1", "briefs/corrected-view/#note-1"],
  ["briefs/first-view/#ref-1-2", "briefs/corrected-view/#ref-1-2"],
  ["briefs/first-view/#what-follows", "briefs/corrected-view/#what-follows"],
  ["evidence/first-view/#reliance", "evidence/corrected-view/#reliance"],
  ["sources/charta/#p2", "sources/charter/#p2"],
  ["sources/charta/#p1-first-view-1", "sources/charter/#p1-first-view-1"],
  ["sources/mithaq/#p1", "sources/misaq/#p1"],
] as const;

describe("an old address leads to the same place", () => {
  test.each(addresses)("%s at once, with scripts", async (from, to) => {
    const page = await site.browser.newPage();
    await page.goto(site.url + from);
    await page.waitForURL(site.url + to);
    expect(await page.locator(to.includes("#") ? ":target" : "h1").count()).toBe(1);
    // The way back is not by the page that is only passed through.
    await page.goto("about:blank");
    await page.goBack();
    expect(page.url()).toBe(site.url + to);
    await page.close();
  });

  test.each(addresses)("%s by one link, without scripts", async (from, to) => {
    const context = await site.browser.newContext({ javaScriptEnabled: false });
    const page = await context.newPage();
    await page.goto(site.url + from);
    expect(page.url()).toBe(site.url + from);
    const shown = page.locator(from.includes("#") ? ".moved-places > li:visible a" : ".lead a");
    expect(await shown.count()).toBe(1);
    expect(await page.locator("h1").boundingBox()).toMatchObject({
      y: expect.toSatisfy((y: number) => y >= 0) as number,
    });
    await shown.click();
    await page.waitForURL(site.url + to);
    await context.close();
  });
});

test("whoever comes from a note by an old address is told which, on the paragraph itself", async () => {
  const page = await site.browser.newPage();
  await page.goto(`${site.url}sources/charter/#p1-first-view-1`);
  const arrival = page.locator(".arrival:visible");
  expect(await arrival.count()).toBe(1);
  expect(await arrival.textContent()).toContain("This is the paragraph cited in note 1 of A view that was corrected.");
  await page.close();
});

test("search marks a brief that was withdrawn, and no other", async () => {
  const page = await site.browser.newPage();
  await page.goto(`${site.url}search/?q=refuge`);
  const results = page.locator(".result-title");
  await results.first().waitFor();
  const titles = (await results.allTextContents()).toSorted();
  expect(titles).toEqual(["A view that was corrected", "A view we no longer hold Withdrawn", "Charter of refuge"]);
  await page.close();
});

describe.each(["light", "dark"] as const)("in %s colours", (colorScheme) => {
  test.each([
    ["a withdrawn brief", "briefs/withdrawn-view/"],
    ["a withdrawn brief in Urdu", "briefs/wapas-liya-gaya/"],
    ["the evidence of a withdrawn brief", "evidence/withdrawn-view/"],
    ["a corrected brief", "briefs/corrected-view/"],
    ["the list of briefs", "briefs/"],
    ["a source that a withdrawn brief cites", "sources/charter/"],
    ["a page at an old address", "briefs/first-view/#note-1"],
    ["a page at the old address of an Urdu source", "sources/mithaq/#p1"],
  ])("%s keeps to WCAG 2.2 AA and fits a narrow window", async (_, path) => {
    const context = await site.browser.newContext({
      viewport: { width: 360, height: 800 },
      colorScheme,
      bypassCSP: true,
    });
    const page = await context.newPage();
    // The page at the old address stays for once, so that it can be looked at.
    await page.route("**/assets/moved-*.js", (route) => route.abort());
    await page.goto(site.url + path);
    const { violations } = await examine(page, "html");
    expect(violations).toEqual([]);
    expect(await page.evaluate("document.documentElement.scrollWidth <= document.documentElement.clientWidth")).toBe(
      true,
    );
    await context.close();
  });
});
