import type { BrowserContext } from "playwright-core";
import { beforeAll, describe, expect, test } from "vitest";
import { examine } from "../support/accessibility.ts";
import { useFixtureBrowser } from "../support/fixture-browser.ts";

/** In the page, not here: these tests are compiled without the browser's types. */
declare const navigator: { readonly clipboard: { readText(): Promise<string> } };
declare const document: { readonly documentElement: { readonly scrollWidth: number } };

const briefs = [
  ["left to right", "briefs/pieces/"],
  ["right to left", "briefs/tukre/"],
  ["with its glossary", "glossary/"],
] as const;

const site = useFixtureBrowser("pieces", "/x/");

describe.each(["light", "dark"] as const)("in %s colours", (colorScheme) => {
  describe.each([360, 1440])("in a window %d pixels wide", (width) => {
    let context: BrowserContext;

    beforeAll(async () => {
      const viewport = { width, height: 800 };
      // Axe is put into the page, which the site's policy lets nobody do.
      context = await site.browser.newContext({ viewport, colorScheme, bypassCSP: true, reducedMotion: "reduce" });
    });

    test.each(briefs)("a brief of all pieces, %s, keeps to WCAG 2.2 AA and fits the window", async (_, path) => {
      const page = await context.newPage();
      await page.goto(new URL(path, site.url).href);
      const { violations } = await examine(page, "html");
      expect(violations).toEqual([]);
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(width);
      await page.close();
    });
  });
});

test("a narrow window shows the options one below the other, each value with its criterion", async () => {
  const page = await site.browser.newPage({ viewport: { width: 390, height: 800 } });
  await page.goto(new URL("briefs/pieces/", site.url).href);
  const row = page.locator(".options tbody tr").first();
  const cells = await row.locator("td").all();
  const tops = await Promise.all(cells.map(async (cell) => (await cell.boundingBox())?.y ?? 0));
  expect(tops).toEqual([...new Set(tops)].sort((a, b) => a - b));
  // The browser's own tree: what is set below each other is a table all the same.
  const tree = await page.locator(".options").ariaSnapshot();
  expect(tree).toMatch(/rowheader "Do nothing"/);
  await page.close();
});

test("a term tells on the spot what it means, and without scripts leads there", async () => {
  const page = await site.browser.newPage({ javaScriptEnabled: false });
  await page.goto(new URL("briefs/pieces/", site.url).href);
  await page.locator("a.term").first().click();
  expect(await page.locator(".terms li:target").textContent()).toContain("How deep a ship sits");
  await page.close();
  const scripted = await site.browser.newPage();
  await scripted.goto(new URL("briefs/pieces/", site.url).href);
  await scripted.locator("a.term").first().click();
  const popover = scripted.locator("#note-popover:popover-open");
  await popover.waitFor();
  expect(await popover.textContent()).toContain("How deep a ship sits");
  await scripted.close();
});

test("a mark of confidence tells on the spot what it means", async () => {
  const page = await site.browser.newPage();
  await page.goto(new URL("briefs/pieces/", site.url).href);
  await page.locator("a.confidence").first().click();
  const popover = page.locator("#note-popover:popover-open");
  await popover.waitFor();
  expect(await popover.textContent()).toContain("we would be surprised to be wrong");
  await page.close();
});

test("the contents follow the reader", async () => {
  const page = await site.browser.newPage({ viewport: { width: 1440, height: 800 } });
  await page.goto(new URL("briefs/pieces/", site.url).href);
  const current = () => page.locator(".toc a[aria-current=location]").allTextContents();
  expect(await current()).toEqual([]);
  for (const name of ["What happened", "The traffic", "What could be done"]) {
    // As text, for these tests are compiled without the browser's types.
    await page.evaluate(`document.getElementById("${name.toLowerCase().replaceAll(" ", "-")}").scrollIntoView()`);
    await expect.poll(current).toEqual([name]);
  }
  await page.close();
});

test("code can be copied as it stands", async () => {
  const context = await site.browser.newContext({ permissions: ["clipboard-read", "clipboard-write"] });
  const page = await context.newPage();
  await page.goto(new URL("briefs/pieces/", site.url).href);
  await page.locator(".copy-code").click();
  await expect.poll(() => page.locator(".copy-code").textContent()).toBe("Copied");
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(
    "SELECT season, count(*) FROM calls GROUP BY season; -- <b>all</b>",
  );
  await context.close();
});
