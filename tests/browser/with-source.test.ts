import type { Locator, Page } from "playwright-core";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { examine } from "../support/accessibility.ts";
import { useExampleBrowser } from "../support/example-browser.ts";
import { openWatchedPage } from "../support/watched-page.ts";

const brief = "briefs/sanctuary-and-assurances/";
const example = useExampleBrowser();
let page: Page;
let complaints: readonly string[];
let panel: Locator;

/** In the page, not here: these tests are compiled without the browser's types. */
declare const document: { querySelectorAll(selector: string): Iterable<{ readonly id: string }> };

beforeEach(async () => {
  ({ page, complaints } = await openWatchedPage(example.context));
  await page.setViewportSize({ width: 1440, height: 900 });
  await page.goto(new URL(brief, example.url).href);
  panel = page.locator("dialog.with-source");
});

afterEach(async () => {
  await page.close();
});

const openPanel = async () => {
  await page.getByRole("button", { name: "Read with sources" }).click();
  await panel.locator(".is-cited").first().waitFor();
};

/** What the panel shows as cited, by labels. */
const citedLabels = () => panel.locator(".is-cited .label").allTextContents();

/** Whether the first cited paragraph stands within the part of the panel that is seen. */
async function isCitedInView(): Promise<boolean> {
  const cited = await panel.locator(".is-cited").first().boundingBox();
  const text = await panel.locator(".with-source-text").boundingBox();
  return !!cited && !!text && cited.y >= text.y && cited.y < text.y + text.height;
}

test("the button opens the first cited source beside the brief, at the paragraph, and says so", async () => {
  await openPanel();
  expect(await panel.getByRole("heading", { level: 2 }).first().textContent()).toBe(
    await page.locator("#note-1 .note-source a").textContent(),
  );
  expect(await citedLabels()).toEqual(["¶1", "¶2", "¶3"]);
  expect(await isCitedInView()).toBe(true);
  expect(await page.locator(":focus").getAttribute("id")).toBe("with-source-title");
  const article = await page.locator(".brief").boundingBox();
  const beside = await panel.boundingBox();
  expect((article?.x ?? 0) + (article?.width ?? 0)).toBeLessThanOrEqual(beside?.x ?? 0);
  const announced = await page.locator("[role=status]").allTextContents();
  expect(announced.join()).toMatch(/Beside the brief: Narrative summary.*Note 1/);
  expect(complaints).toEqual([]);
});

test("a mark shows its paragraph there, stays where it was, and the address records it", async () => {
  await openPanel();
  await page.locator("#ref-14").scrollIntoViewIfNeeded();
  const before = await page.locator("#ref-14").boundingBox();
  await page.locator("#ref-14").click();
  await expect.poll(citedLabels).toEqual(["¶3"]);
  expect((await page.locator("#ref-14").boundingBox())?.y).toBeCloseTo(before?.y ?? 0, 0);
  const { search, hash } = new URL(page.url());
  expect(search + hash).toBe("?with=un-monitoring-16-2025#note-14");
  expect(await page.locator("#ref-14").getAttribute("aria-current")).toBe("true");
  expect(await page.locator("#note-popover:popover-open").count()).toBe(0);
});

test("an address that was shared shows the passage and the source again", async () => {
  await page.goto(new URL(`${brief}?with=unsc-2593-2021#note-7`, example.url).href);
  await expect.poll(citedLabels).toEqual(["¶1"]);
  await expect
    .poll(async () => {
      const box = await page.locator("#ref-7").boundingBox();
      return !!box && box.y > 0 && box.y < 900;
    })
    .toBe(true);
});

test.each(["?with=no-such-source#note-7", "?with=%3Cimg%3E", "?with="])(
  "an address that names no cited source is a brief as ever: %s",
  async (rest) => {
    await page.goto(new URL(brief + rest, example.url).href);
    await page.getByRole("button", { name: "Read with sources" }).waitFor();
    expect(await panel.isVisible()).toBe(false);
    expect(complaints).toEqual([]);
  },
);

test("the keyboard alone goes from the mark to the source, back to the mark, and closes it with Escape", async () => {
  await openPanel();
  await page.locator("#ref-6").focus();
  await page.keyboard.press("Enter");
  await expect.poll(citedLabels).toEqual(["¶2"]);
  await page.keyboard.press("Enter");
  expect(await page.locator(":focus").getAttribute("class")).toBe("with-source-text");
  await page.keyboard.press("Shift+Tab");
  await panel.getByRole("button", { name: "Back to the text" }).press("Enter");
  expect(await page.locator(":focus").getAttribute("id")).toBe("ref-6");
  await page.keyboard.press("Enter");
  await page.keyboard.press("Escape");
  await panel.waitFor({ state: "hidden" });
  expect(await page.locator(":focus").getAttribute("id")).toBe("ref-6");
  expect(new URL(page.url()).search).toBe("");
  await page.keyboard.press("Enter");
  await page.locator("#note-popover:popover-open").waitFor();
});

test("what is taken over brings no id, no script and no other parts of the source's page", async () => {
  await openPanel();
  for (const mark of ["#ref-2", "#ref-14", "#ref-2"]) await page.locator(mark).click();
  await panel.locator(".is-cited").first().waitFor();
  const ids = await page.evaluate(() => Array.from(document.querySelectorAll("[id]"), ({ id }) => id));
  expect(ids.length).toBe(new Set(ids).size);
  expect(await panel.locator(".with-source-text").locator("[id], script, .arrival, .cited-by").count()).toBe(0);
});

test("a source that cannot be had is said to be so, with the way to its page", async () => {
  await page.route("**/sources/**", (route) => route.abort());
  await page.getByRole("button", { name: "Read with sources" }).click();
  await expect.poll(() => panel.locator(".with-source-text").textContent()).toMatch(/could not be loaded/);
  const href = await panel.getByRole("link", { name: "Page of the source" }).getAttribute("href");
  expect(href).toContain("/sources/unsc-1267-ttp-2011/#p1-");
});

test("on a narrow screen the source is a sheet over the lower part, and the mark is seen above it", async () => {
  await page.setViewportSize({ width: 390, height: 800 });
  await openPanel();
  await page.locator("#ref-6").click();
  await expect.poll(citedLabels).toEqual(["¶2"]);
  const sheet = await panel.boundingBox();
  const mark = await page.locator("#ref-6").boundingBox();
  expect(sheet).toMatchObject({ x: 0, width: 390 });
  expect(sheet?.y).toBeGreaterThan(350);
  expect(mark?.y).toBeGreaterThanOrEqual(0);
  expect((mark?.y ?? 0) + (mark?.height ?? 0)).toBeLessThanOrEqual(sheet?.y ?? 0);
  expect(await isCitedInView()).toBe(true);
});

test("without JavaScript there is no button, and the shared address leads to the note", async () => {
  const context = await example.browser.newContext({ javaScriptEnabled: false });
  const plain = await context.newPage();
  await plain.goto(new URL(`${brief}?with=unsc-2593-2021#note-7`, example.url).href);
  expect(await plain.getByRole("button").count()).toBe(0);
  expect(await plain.locator(".note:target").getAttribute("id")).toBe("note-7");
  await context.close();
});

test("in print the source stands beside nothing, and the brief has its whole width", async () => {
  await openPanel();
  await page.emulateMedia({ media: "print" });
  expect(await panel.isVisible()).toBe(false);
  expect(await page.locator(".with-source-offer").isVisible()).toBe(false);
});

describe.each(["light", "dark"] as const)("in %s colours", (colorScheme) => {
  test.each([390, 1440])("a brief with a source keeps to WCAG 2.2 AA, %d pixels wide", async (width) => {
    const viewport = { width, height: 800 };
    const context = await example.browser.newContext({ viewport, colorScheme, bypassCSP: true });
    const own = await context.newPage();
    await own.goto(new URL(`${brief}?with=unsc-2593-2021#note-7`, example.url).href);
    await own.locator(".with-source .is-cited").first().waitFor();
    expect((await examine(own, "html")).violations).toEqual([]);
    await context.close();
  });
});
