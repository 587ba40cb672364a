import { describe, expect, test } from "vitest";
import { examine } from "../support/accessibility.ts";
import { useFixtureBrowser } from "../support/fixture-browser.ts";

const site = useFixtureBrowser("life", "/x/");

describe("the page that stands for missing ones", () => {
  test.each([
    ["briefs/refuge-in-the-charter/", "refuge in the charter"],
    ["no/such_page.html", "no such page"],
    ["briefs/%D9%BE%D9%86%D8%A7%DB%81/", "پناہ"],
    ["2025/03/", ""],
    ["%25E0/<img src=x>", "E0 img src x"],
  ])("at %s offers to search for %j", async (path, words) => {
    const page = await site.browser.newPage();
    const response = await page.goto(site.url + path);
    expect(response?.status()).toBe(404);
    await expect.poll(() => page.inputValue("#q")).toBe(words);
    await page.close();
  });

  test("searches, also below a path", async () => {
    const page = await site.browser.newPage();
    await page.goto(`${site.url}briefs/no/such/refuge/`);
    await expect.poll(() => page.inputValue("#q")).toBe("no such refuge");
    await page.fill("#q", "refuge");
    await page.press("#q", "Enter");
    await page.waitForURL(`${site.url}search/?q=refuge`);
    await page.close();
  });

  test("opens search everywhere by its key", async () => {
    const page = await site.browser.newPage();
    await page.goto(`${site.url}no/such/page/`);
    await page.waitForSelector("#site-search[aria-keyshortcuts]");
    await page.locator("h1").click();
    await page.keyboard.press("/");
    await page.waitForSelector("dialog[open]");
    await page.close();
  });

  test("is complete without scripts", async () => {
    const context = await site.browser.newContext({ javaScriptEnabled: false });
    const page = await context.newPage();
    await page.goto(`${site.url}no/such/page/`);
    await page.fill("#q", "refuge");
    await page.press("#q", "Enter");
    await page.waitForURL(`${site.url}search/?q=refuge`);
    await context.close();
  });

  test("has nothing that a screen reader trips over", async () => {
    const context = await site.browser.newContext({ bypassCSP: true });
    const page = await context.newPage();
    await page.goto(`${site.url}no/such/page/`);
    expect((await examine(page, "body")).violations).toEqual([]);
    await context.close();
  });
});
