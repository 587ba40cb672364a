import type { BrowserContextOptions, Locator, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { launchBrowser } from "../support/browser.ts";
import { useExampleBrowser } from "../support/example-browser.ts";

/** Its notes are more than a hundred, most of them far below what a reader sees first. */
const brief = "briefs/sanctuary-and-assurances/";
const last = 118;
const example = useExampleBrowser();

const telephone = { viewport: { width: 390, height: 844 } };
const computer = { viewport: { width: 1440, height: 900 } };

async function open(options: BrowserContextOptions, fragment = ""): Promise<Page> {
  const context = await example.browser.newContext({ bypassCSP: true, ...options });
  const page = await context.newPage();
  await page.goto(new URL(brief + fragment, example.url).href);
  return page;
}

/** Where a note that an address names comes to stand in a window: a fifth down, below the scroll padding. */
const arrivalTop = (height: number) => height / 5 + 25.5;

const noteOf = (page: Page, number: number) => page.locator(`#note-${number}`);
/** Pixels from the top of the window, once that stays. */
async function topOf(element: Locator): Promise<number> {
  let top = Number.NaN;
  await expect
    .poll(async () => {
      const before = top;
      top = (await element.boundingBox())?.y ?? Number.NaN;
      return Math.abs(top - before);
    })
    .toBeLessThan(1);
  return top;
}
/** Whether what stands in a note is laid out now. */
const isLaidOut = (page: Page, number: number) =>
  page.evaluate(
    `document.querySelector("#note-${number} .note-words").checkVisibility({ contentVisibilityAuto: true })`,
  );

test("notes far below are laid out when they come near", async () => {
  const page = await open(telephone);
  expect(await isLaidOut(page, last)).toBe(false);
  await noteOf(page, last).scrollIntoViewIfNeeded();
  await expect.poll(() => isLaidOut(page, last)).toBe(true);
  await page.context().close();
});

describe.each([
  ["a telephone", telephone],
  ["a computer", computer],
  ["a telephone without JavaScript", { ...telephone, javaScriptEnabled: false }],
])("on %s", (_, options) => {
  test.each([1, 40, 90, last])("an address leads to note %i itself", async (number) => {
    const page = await open(options, `#note-${number}`);
    const top = await topOf(noteOf(page, number));
    expect(Math.abs(top - arrivalTop(options.viewport.height))).toBeLessThan(1.5);
    await page.context().close();
  });
});

test.each([2, 60, last])("without JavaScript mark %i leads to its note, and the note back to it", async (number) => {
  const page = await open({ ...telephone, javaScriptEnabled: false });
  const mark = page.locator(`#ref-${number}`);
  await mark.click();
  expect(Math.abs((await topOf(noteOf(page, number))) - arrivalTop(844))).toBeLessThan(1.5);
  await noteOf(page, number).locator(".backlink").first().click();
  const top = await topOf(mark);
  expect(top).toBeGreaterThanOrEqual(0);
  expect(top).toBeLessThan(60);
  await page.context().close();
});

test("the words of a note that is not laid out are kept from nobody who searches the page", async () => {
  const page = await open(telephone);
  expect(await isLaidOut(page, last)).toBe(false);
  const isHeld = `document.querySelector("#note-${last} .note-words").checkVisibility({ visibilityProperty: true })`;
  expect(await page.evaluate(isHeld)).toBe(true);
  await page.context().close();
});

test("who searches the page finds words of a note that is not laid out", async ({ skip }) => {
  const page = await open(telephone);
  const find = (words: string) => page.evaluate(`window.find(${JSON.stringify(words)})`);
  const title = await page.locator("h1").innerText();
  const words = (await noteOf(page, last).locator(".note-words").textContent())?.slice(0, 40) ?? "";
  expect(words).toHaveLength(40);
  if ((await find(title)) === false) skip("this browser’s search finds nothing, not even the title of a page");
  expect(await isLaidOut(page, last)).toBe(false);
  expect(await find(words)).toBe(true);
  await expect.poll(() => isLaidOut(page, last)).toBe(true);
  await page.context().close();
});

test("who goes from link to link by keyboard comes to notes that are not laid out", async () => {
  const page = await open(telephone);
  const first = noteOf(page, 70).locator("a").first();
  const focused = noteOf(page, 70).locator("a:focus");
  await noteOf(page, 69).locator("a").last().focus();
  await page.keyboard.press("Tab");
  await focused.waitFor();
  await expect.poll(() => isLaidOut(page, 70)).toBe(true);
  const top = await topOf(first);
  expect(top).toBeGreaterThan(0);
  expect(top).toBeLessThan(844);
  await page.context().close();
});

test("paper has every note", async () => {
  const page = await open(telephone);
  await page.emulateMedia({ media: "print" });
  const left = () =>
    page.evaluate(
      `[...document.querySelectorAll(".note-words, .source-line a")].filter((one) => !one.checkVisibility({ contentVisibilityAuto: true })).length`,
    );
  await expect.poll(left).toBe(0);
  await page.context().close();
});

describe("a screen reader", () => {
  let browser: Awaited<ReturnType<typeof launchBrowser>>;
  beforeAll(async () => {
    // Browsers make the whole tree only when something reads it.
    browser = await launchBrowser(["--force-renderer-accessibility"]);
  });
  afterAll(() => browser.close());

  test("is told the words of every note, laid out or not", async () => {
    const page = await browser.newPage(telephone);
    await page.goto(new URL(brief, example.url).href);
    const session = await page.context().newCDPSession(page);
    const names = async () => {
      const { nodes } = await session.send("Accessibility.getFullAXTree");
      return new Set(nodes.map(({ name }) => String(name?.value ?? "").trim()));
    };
    const notes = await page.locator(".note > p .backlink:last-child").all();
    const wanted = await Promise.all(notes.map((link) => link.getAttribute("aria-label")));
    expect(wanted.length).toBeGreaterThanOrEqual(last);
    await expect
      .poll(async () => {
        const told = await names();
        return wanted.filter((name) => !told.has(name ?? ""));
      })
      .toEqual([]);
    expect(await isLaidOut(page, last)).toBe(false);
  });
});
