import type { Browser, Page } from "playwright-core";
import { describe, expect, test } from "vitest";
import { useExampleBrowser } from "../support/example-browser.ts";
import { useFixtureBrowser } from "../support/fixture-browser.ts";

const example = useExampleBrowser();
const urdu = useFixtureBrowser("urdu");

const briefs: readonly (readonly [string, () => { readonly url: string; readonly browser: Browser }, string])[] = [
  ["a brief in English", () => example, "briefs/sanctuary-and-assurances/"],
  ["a brief in Urdu", () => urdu, "briefs/panah/"],
];

/** More than any page has before its first note. */
const manySteps = 200;

/** Press Tab until what has the focus is what a reader looks for. */
async function tabTo(page: Page, selector: string): Promise<void> {
  for (let step = 0; step < manySteps; step++) {
    await page.keyboard.press("Tab");
    if ((await page.locator(`${selector}:focus`).count()) === 1) return;
  }
  throw new Error(`The key Tab does not lead to ${selector}.`);
}

const focusedHref = async (page: Page) => (await page.locator(":focus").getAttribute("href")) ?? "";
const hashOf = (page: Page) => new URL(page.url()).hash;

describe.each(briefs)("by keyboard alone, in %s", (_, site, brief) => {
  test.each([
    ["with", true],
    ["without", false],
  ])("a reader goes from a mark to its paragraph and back to the mark, %s JavaScript", async (_, javaScriptEnabled) => {
    const { browser, url } = site();
    const context = await browser.newContext({ javaScriptEnabled });
    const page = await context.newPage();
    await page.goto(new URL(brief, url).href);

    await tabTo(page, "main a[role=doc-noteref]");
    const mark = page.locator(":focus");
    const [markId, noteHash] = [await mark.getAttribute("id"), await focusedHref(page)];
    await page.keyboard.press("Enter");
    if (javaScriptEnabled) {
      await page.locator("#note-popover:popover-open").waitFor();
      await tabTo(page, "#note-popover .pinpoint a");
    } else {
      await page.waitForURL((now) => now.hash === noteHash);
      await tabTo(page, ".note:target .pinpoint a");
    }

    await page.keyboard.press("Enter");
    await page.locator(".paragraph .arrival:target").waitFor();
    await tabTo(page, ".arrival:target a");
    expect(new URL(await focusedHref(page), page.url()).href).toBe(new URL(brief + noteHash, url).href);

    await page.keyboard.press("Enter");
    await page.locator(`.note:target`).waitFor();
    expect(hashOf(page)).toBe(noteHash);
    await tabTo(page, ".note:target a[role=doc-backlink]");
    await page.keyboard.press("Enter");
    await page.waitForURL((now) => now.hash === `#${markId ?? ""}`);
    expect(await page.locator(":target").getAttribute("id")).toBe(markId);
    await context.close();
  });
});
