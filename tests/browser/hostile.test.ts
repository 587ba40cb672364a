import type { BrowserContext } from "playwright-core";
import { beforeAll, describe, expect, test } from "vitest";
import { useFixtureBrowser } from "../support/fixture-browser.ts";
import { htmlPages } from "../support/html-page.ts";
import { openWatchedPage } from "../support/watched-page.ts";

const site = useFixtureBrowser("hostile");

describe.each([
  ["under the site's policy", false],
  // So that a program which the policy would have stopped is seen to have been there.
  ["with the policy put out of force", true],
])("%s", (_, bypassCSP) => {
  let context: BrowserContext;

  beforeAll(async () => {
    context = await site.browser.newContext({ bypassCSP });
  });

  test("no page of a hostile library runs what its authors wrote, or loads anything for it", async () => {
    const { page, complaints } = await openWatchedPage(context);
    const files = [...htmlPages(site.dist).keys()];
    expect(files).toContain("briefs/hostile/index.html");
    for (const file of files) {
      await page.goto(new URL(file.replace(/index\.html$/, ""), site.url).href);
      await page.evaluate(() => new Promise((resolve) => setTimeout(resolve)));
      expect(complaints, file).toEqual([]);
    }
    await page.close();
  });

  test("a note that is opened shows its markup as words", async () => {
    const { page, complaints } = await openWatchedPage(context);
    await page.goto(new URL("briefs/hostile/", site.url).href);
    await page.locator("#ref-1").click();
    const popover = page.locator("#note-popover:popover-open");
    await popover.waitFor();
    expect(await popover.textContent()).toContain("<script>alert('remark')</script> {{ 7*7 }}");
    expect(await popover.locator("script, img, b").count()).toBe(0);
    expect(complaints).toEqual([]);
    await page.close();
  });

  test("titles and excerpts of search results are words", async () => {
    const { page, complaints } = await openWatchedPage(context);
    await page.goto(new URL("search/?q=remarkable", site.url).href);
    const result = page.locator('.result:has(a[href*="/sources/hostile/"])');
    await result.waitFor();
    expect(await result.locator(".result-title").textContent()).toBe("<img src=x onerror=alert(1)>");
    expect(await result.locator(".excerpt").textContent()).toContain("The word <b>remarkable</b> stands in <script>");
    expect(await page.locator("main").locator("img, b, script").count()).toBe(0);
    expect(complaints).toEqual([]);
    await page.close();
  });
});
