import type { Page } from "playwright-core";

/** What readers do to see a component that a page does not show at once, and how it is known to be there. */

export async function openNote(page: Page): Promise<void> {
  // The second: its quotation differs in typography, and its source has a long title. In a wide window
  // notes stand in the margin, and the mark leads there.
  await page.locator("a[role=doc-noteref]").nth(1).click();
  await page.locator(".note-popover:popover-open, .sidenote").first().waitFor();
}

export async function openSource(page: Page): Promise<void> {
  await page.locator(".with-source-offer button").click();
  await page.locator("dialog.with-source .is-cited").first().waitFor();
}

export async function followNote(page: Page): Promise<void> {
  const href = await page.locator(".note .pinpoint a").first().getAttribute("href");
  await page.goto(new URL(href ?? "", page.url()).href);
  await page.locator(".arrival:target").waitFor();
}

export async function openTables(page: Page): Promise<void> {
  for (const summary of await page.locator(".chart-table summary").all()) await summary.click();
}

export async function awaitFound(page: Page): Promise<void> {
  await page.locator(".hit").first().waitFor();
  await page.locator(".filters select").first().waitFor();
}

export async function awaitNothing(page: Page): Promise<void> {
  await page.locator(".search-status", { hasText: "zzzz" }).waitFor();
}

/** Search that finds no index to search in. */
export async function failSearch(page: Page): Promise<void> {
  await page.getByRole("searchbox").fill("berth");
  await page.getByRole("searchbox").press("Enter");
  await page.locator(".search-status:not(:empty)").waitFor();
}

export async function openSearch(page: Page): Promise<void> {
  await page.keyboard.press("/");
  await page.getByRole("dialog").waitFor();
  await page.keyboard.type("nine");
  await page.getByRole("dialog").getByRole("status").filter({ hasText: "nine" }).waitFor();
  await page.getByRole("option").first().waitFor();
}
