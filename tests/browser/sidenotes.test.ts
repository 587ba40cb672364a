import type { Page } from "playwright-core";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { examine } from "../support/accessibility.ts";
import { useExampleBrowser } from "../support/example-browser.ts";

const brief = "briefs/sanctuary-and-assurances/";
const example = useExampleBrowser();
let page: Page;

/** In the page, not here: these tests are compiled without the browser's types. */
declare const document: { readonly fonts: { readonly ready: Promise<unknown> } };
declare const window: { readonly shifts: number };

beforeEach(async () => {
  page = await example.context.newPage();
  await page.addInitScript(`
    window.shifts = 0;
    new PerformanceObserver((list) => {
      for (const { value } of list.getEntries()) window.shifts += value;
    }).observe({ type: "layout-shift", buffered: true });`);
});

afterEach(async () => {
  await page.close();
});

async function openAt(width: number): Promise<void> {
  await page.setViewportSize({ width, height: 900 });
  await page.goto(new URL(brief, example.url).href);
  await page.evaluate(async () => {
    await document.fonts.ready;
  });
}

/** Boxes of the notes that stand in the margin, by their numbers, in the order of their tops. */
async function shownNotes() {
  const shown = await page.locator(".sidenote:not(.is-left-out)").all();
  const boxes = await Promise.all(
    shown.map(async (one) => {
      const box = await one.boundingBox();
      if (!box) throw new Error("A sidenote has no box.");
      return { ...box, number: (await one.locator(".sidenote-number").textContent()) ?? "" };
    }),
  );
  return boxes.sort((one, other) => one.y - other.y);
}

describe.each([1280, 1440, 1920])("in a window %d pixels wide", (width) => {
  test("notes stand in the margin by their marks, over nothing", async () => {
    await openAt(width);
    await expect.poll(async () => (await shownNotes()).length).toBeGreaterThan(100);
    const notes = await shownNotes();
    const text = await page.locator(".brief > .prose").boundingBox();
    const evidence = await page.locator(".evidence-box").boundingBox();
    let free = (evidence?.y ?? 0) + (evidence?.height ?? 0);
    for (const { x, y, width: wide, height, number } of notes) {
      expect(x, number).toBeGreaterThanOrEqual((text?.x ?? 0) + (text?.width ?? 0));
      expect(x + wide, number).toBeLessThanOrEqual(width);
      expect(y, number).toBeGreaterThanOrEqual(free);
      const mark = await page.locator(`#ref-${number}`).boundingBox();
      expect(y - (mark?.y ?? 0), number).toBeLessThan(225);
      expect(y - (mark?.y ?? 0), number).toBeGreaterThanOrEqual(-1);
      free = y + height;
    }
  });
});

test("nothing moves when the notes and the button come", async () => {
  // Faces that arrive late move lines by themselves.
  await page.route("**/*.woff2", (route) => route.abort());
  await openAt(1440);
  await page.locator(".sidenote").first().waitFor();
  await page.waitForTimeout(500);
  expect(await page.evaluate(() => window.shifts)).toBeLessThan(0.001);
});

test("they are for the eye alone: no screen reader and no Tab key meets them", async () => {
  await openAt(1440);
  const margin = page.locator(".sidenotes[aria-hidden=true]");
  await margin.locator(".sidenote").first().waitFor();
  const links = await margin.locator("a").count();
  expect(links).toBeGreaterThan(100);
  expect(await margin.locator("a[tabindex='-1']").count()).toBe(links);
  expect(await margin.locator("[id]").count()).toBe(0);
});

test("the pinpoint in the margin leads to the notice at the paragraph", async () => {
  await openAt(1440);
  await page.locator(".sidenote .pinpoint a").first().click();
  expect(await page.locator(".arrival:target").textContent()).toContain("cited in note 1 of");
});

test.each([
  ["a narrower window", 1200, "screen"],
  ["print", 1440, "print"],
] as const)("in %s there are none", async (_, width, media) => {
  await openAt(width);
  await page.emulateMedia({ media });
  expect(await page.locator(".sidenotes").isVisible()).toBe(false);
});

test("beside a source there are none, and behind it they come back", async () => {
  await openAt(1440);
  await page.getByRole("button", { name: "Read with sources" }).click();
  expect(await page.locator(".sidenotes").isVisible()).toBe(false);
  await page.keyboard.press("Escape");
  await expect.poll(async () => (await shownNotes()).length).toBeGreaterThan(100);
});

test.each(["light", "dark"] as const)("the margin keeps to WCAG 2.2 AA in %s colours", async (colorScheme) => {
  const context = await example.browser.newContext({
    viewport: { width: 1440, height: 900 },
    colorScheme,
    bypassCSP: true,
  });
  const own = await context.newPage();
  await own.goto(new URL(brief, example.url).href);
  await own.locator(".sidenote").first().waitFor();
  expect((await examine(own, ".brief")).violations).toEqual([]);
  await context.close();
});
