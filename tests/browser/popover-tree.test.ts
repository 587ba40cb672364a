import { expect, test } from "vitest";
import { useFixtureBrowser } from "../support/fixture-browser.ts";

const site = useFixtureBrowser("urdu");

/** As a screen reader gets it: roles, names and states, and nothing of how it looks. */
test.each([
  ["asylum", "ltr"],
  ["panah", "rtl"],
])("the tree of an open note of %s, written %s, is as it was approved", async (slug, direction) => {
  const context = await site.browser.newContext();
  const page = await context.newPage();
  await page.goto(new URL(`briefs/${slug}/`, site.url).href);
  expect(await page.locator("html").getAttribute("dir")).toBe(direction);
  await page.locator(".prose a[role=doc-noteref]").first().click();
  const popover = page.locator("#note-popover:popover-open");
  await popover.waitFor();
  // Where it is served, and on which day it was built, is none of the tree's.
  const tree = (await popover.ariaSnapshot()).replaceAll(site.url, "/").replace(/\d{1,2}\s\p{L}+،? \d{4}/gu, "(a day)");
  await expect(`${tree}\n`).toMatchFileSnapshot(`snapshots/popover-${direction}.yml`);
  await context.close();
});
