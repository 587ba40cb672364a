import type { Locator, Page } from "playwright-core";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { examine } from "../support/accessibility.ts";
import { useExampleBrowser } from "../support/example-browser.ts";

/** In the page, not here: these tests are compiled without the browser's types. */
declare const window: { scrollBy(x: number, y: number): void };

const example = useExampleBrowser();
let page: Page;
let popover: Locator;

beforeEach(async () => {
  page = await example.context.newPage();
  await page.goto(new URL("briefs/sanctuary-and-assurances/", example.url).href);
  popover = page.locator("#note-popover:popover-open");
});

afterEach(async () => {
  await page.close();
});

/** Numbers of the notes that cite the source of a note, in their order. */
async function citingSameSource(number: number): Promise<number[]> {
  const source = await page.locator(`#note-${number} .note-source a`).getAttribute("href");
  const ids = await page
    .locator(".note", { has: page.locator(`.note-source a[href="${source ?? ""}"]`) })
    .evaluateAll((notes) => notes.map((note) => (note as unknown as { id: string }).id));
  return ids.map((id) => Number(id.replace("note-", "")));
}

const openWithKeyboard = async (mark: string) => {
  await page.locator(mark).focus();
  await page.keyboard.press("Enter");
  await popover.waitFor();
};

const button = (name: RegExp) => popover.getByRole("button", { name });

test("the keyboard alone goes through all notes that cite one source, and back, and Escape leaves the reader at the last", async () => {
  const notes = await citingSameSource(1);
  expect(notes.length).toBeGreaterThan(2);
  await openWithKeyboard("#ref-1");
  await button(/^The next note/).focus();
  for (const [index, number] of notes.entries()) {
    if (index > 0) await page.keyboard.press("Enter");
    await page.locator(`#ref-${number}[aria-expanded=true]`).waitFor();
    expect(await popover.locator(".note-step-count").textContent()).toBe(
      `${index + 1} of ${notes.length} that cite this source`,
    );
    expect(await popover.getAttribute("aria-label")).toBe(`Note ${number}`);
  }
  // At the end there is nothing next: the focus is on the way back.
  expect(await button(/^The next note/).isDisabled()).toBe(true);
  expect(await page.locator(":focus").getAttribute("aria-label")).toMatch(/^The note before/);
  await page.keyboard.press("Enter");
  const last = notes.at(-2) ?? 0;
  await page.locator(`#ref-${last}[aria-expanded=true]`).waitFor();
  await page.keyboard.press("Escape");
  await popover.waitFor({ state: "detached" });
  expect(await page.locator(":focus").getAttribute("id")).toBe(`ref-${last}`);
});

test("a step says where it has led, and brings the mark into view", async () => {
  const [, second = 0] = await citingSameSource(1);
  await openWithKeyboard("#ref-1");
  await button(/^The next note/).click();
  const source = (await page.locator("#note-1 .note-source a").textContent()) ?? "";
  const count = (await popover.locator(".note-step-count").textContent()) ?? "";
  await page
    .getByRole("status")
    .getByText(`Note ${second}. ${source}. ${count}`, { exact: true })
    .waitFor({ state: "attached" });
  const box = await page.locator(`#ref-${second}`).boundingBox();
  const height = page.viewportSize()?.height ?? 0;
  expect(box?.y).toBeGreaterThanOrEqual(0);
  expect((box?.y ?? 0) + (box?.height ?? 0)).toBeLessThanOrEqual(height);
});

test("a source that is cited in one note has no steps", async () => {
  const single = await singleNote();
  await openWithKeyboard(`#ref-${single}`);
  expect(await popover.getByRole("button").count()).toBe(0);
  expect(await popover.getByRole("link", { name: "Open the paragraph" }).count()).toBe(1);
});

async function singleNote(): Promise<number> {
  const total = await page.locator(".note").count();
  for (let number = 1; number <= total; number++) if ((await citingSameSource(number)).length === 1) return number;
  throw new Error("Every source of the example is cited more than once.");
}

test("“Open the paragraph” leads to the notice at the paragraph", async () => {
  await openWithKeyboard("#ref-1");
  await popover.getByRole("link", { name: "Open the paragraph" }).click();
  expect(await page.locator(".arrival:target").textContent()).toContain("cited in note 1 of");
});

describe.each(["placed by the style sheet", "placed by the script"])("a note %s", (how) => {
  test.each([
    ["high on the page", 100],
    ["low on the page", 700],
  ])("stands at its mark and covers no part of it, %s", async (_, top) => {
    if (how === "placed by the script") {
      await page.addInitScript("CSS.supports = () => false");
      await page.reload();
    }
    await page.setViewportSize({ width: 1280, height: 800 });
    await page.locator("#ref-6").scrollIntoViewIfNeeded();
    const from = await page.locator("#ref-6").boundingBox();
    await page.evaluate(
      (by) => {
        window.scrollBy(0, by);
      },
      (from?.y ?? 0) - top,
    );
    await page.locator("#ref-6").press("Enter");
    await popover.waitFor();
    expect(await popover.evaluate((element) => (element as unknown as { className: string }).className)).toBe(
      how === "placed by the script" ? "note-popover" : "note-popover is-anchored",
    );
    const mark = await page.locator("#ref-6").boundingBox();
    const box = await popover.boundingBox();
    if (!mark || !box) throw new Error("The mark or its note is not shown.");
    const gap = top < 400 ? box.y - (mark.y + mark.height) : mark.y - (box.y + box.height);
    expect(gap).toBeGreaterThanOrEqual(0);
    expect(gap).toBeLessThan(20);
    expect(box.x).toBeGreaterThanOrEqual(0);
    expect(box.x + box.width).toBeLessThanOrEqual(1280);
  });
});

test.each(["light", "dark"] as const)("a note with steps keeps to WCAG 2.2 AA in %s colours", async (colorScheme) => {
  const context = await example.browser.newContext({ colorScheme, bypassCSP: true });
  const own = await context.newPage();
  await own.goto(page.url());
  await own.locator("#ref-2").click();
  await own.locator("#note-popover .note-steps").waitFor();
  expect((await examine(own, "#note-popover")).violations).toEqual([]);
  await context.close();
});
