import type { BrowserContext } from "playwright-core";
import { afterEach, expect, test } from "vitest";
import { examine } from "../support/accessibility.ts";
import { useExampleBrowser } from "../support/example-browser.ts";
import { openWatchedPage } from "../support/watched-page.ts";

declare const navigator: { readonly clipboard: { readText(): Promise<string> } };
declare function getSelection(): { toString(): string };

const example = useExampleBrowser();
let context: BrowserContext;
afterEach(() => context.close());

const pages = [
  ["briefs/repatriation-deadline/", "Cite this brief"],
  ["sources/udhr/", "Cite this source"],
] as const;

test.each(pages)(
  "on %s the content security policy has nothing against its data, and %s copies",
  async (path, name) => {
    context = await example.browser.newContext();
    await context.grantPermissions(["clipboard-read", "clipboard-write"]);
    const { page, complaints } = await openWatchedPage(context);
    await page.goto(new URL(path, example.url).href);
    await page.getByText(name, { exact: true }).click();
    const box = page.locator(".cite > .cite-copied");
    await box.getByRole("button", { name: "Copy" }).click();
    await box.getByRole("button", { name: "Copied" }).waitFor();
    expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(
      await box.locator(".cite-text").textContent(),
    );

    const bibtex = page.locator(".cite-format").first();
    await bibtex.getByText("BibTeX", { exact: true }).click();
    await bibtex.getByRole("button", { name: "Copy" }).click();
    await bibtex.getByRole("button", { name: "Copied" }).waitFor();
    expect(await page.evaluate(() => navigator.clipboard.readText())).toMatch(/^@\w+\{[^]*\}$/);
    expect(complaints).toEqual([]);
  },
);

test("where the clipboard is refused the words are selected", async () => {
  context = await example.browser.newContext();
  const page = await context.newPage();
  await page.addInitScript("delete Navigator.prototype.clipboard");
  await page.goto(new URL("sources/udhr/", example.url).href);
  await page.getByText("Cite this source", { exact: true }).click();
  await page.locator(".cite > .cite-copied button").click();
  await page.locator(".cite > .cite-copied button", { hasText: "Selected" }).waitFor();
  expect(await page.evaluate(() => getSelection().toString())).toContain("Universal Declaration of Human Rights");
});

test.each(pages)("without JavaScript %s still shows its citation and its files", async (path, name) => {
  context = await example.browser.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  await page.goto(new URL(path, example.url).href);
  await page.getByText(name, { exact: true }).click();
  await page.locator(".cite > .cite-copied .cite-text").waitFor({ state: "visible" });
  expect(await page.locator(".cite button").count()).toBe(0);
});

test.each(pages)("%s is accessible with its citation open, and prints nothing of it", async (path) => {
  context = await example.browser.newContext({ bypassCSP: true });
  const page = await context.newPage();
  await page.goto(new URL(path, example.url).href);
  await page.locator(".cite > summary").click();
  await page.locator(".cite .cite-text").first().waitFor({ state: "visible" });
  expect((await examine(page, "html")).violations).toEqual([]);
  await page.emulateMedia({ media: "print" });
  await page.locator(".cite").first().waitFor({ state: "hidden" });
});
