import type { Locator, Page } from "playwright-core";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { useExampleBrowser } from "../support/example-browser.ts";

/** Marks of different kinds, by where they stand on the page. */
const marks: readonly (readonly [kind: string, selector: string])[] = [
  ["a citation in running text", ".prose > p a[role=doc-noteref]"],
  ["a citation in a table", ".prose td a[role=doc-noteref]"],
  ["a citation in a list", ".prose > ul a[role=doc-noteref]"],
  ["a transcluded paragraph", ".quotation a[role=doc-noteref]"],
  ["a citation inside a note", ".notes a[role=doc-noteref]"],
];

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

/** Words as they are read, whatever the layout makes of the spaces between them. */
const words = (text: string) => text.replace(/\s+/g, " ").trim();

/** The words of the note that is open, without what helps to read on from it. */
const shownWords = async () => words((await popover.locator(".note-copy").textContent()) ?? "");

/** The words of the note that a mark leads to, its source in full, without the links back. */
async function noteWords(mark: Locator): Promise<string> {
  const note = page.locator((await mark.getAttribute("href")) ?? "");
  const backlinks = await note.locator("a[role=doc-backlink]").allTextContents();
  let text = (await note.textContent()) ?? "";
  for (const backlink of backlinks) text = text.replace(backlink, "");
  const source = note.locator(".note-source[data-full-in]");
  if ((await source.count()) > 0) {
    const full = page.locator(`#${(await source.getAttribute("data-full-in")) ?? ""} .note-source`);
    text = text.replace((await source.textContent()) ?? "", (await full.textContent()) ?? "");
  }
  return words(text);
}

describe.each(marks)("for %s", (_, selector) => {
  test("a click shows the words of the note, and leaves the address alone", async () => {
    const mark = page.locator(selector).first();
    await mark.click();
    await popover.waitFor();
    expect(await shownWords()).toBe(await noteWords(mark));
    expect(await mark.getAttribute("aria-expanded")).toBe("true");
    expect(new URL(page.url()).hash).toBe("");
  });

  test("Escape closes the note, and the mark keeps the focus", async () => {
    const mark = page.locator(selector).first();
    await mark.focus();
    await page.keyboard.press("Enter");
    await popover.waitFor();
    await page.keyboard.press("Escape");
    await popover.waitFor({ state: "detached" });
    await expect.poll(() => mark.getAttribute("aria-expanded")).toBe("false");
    expect(await page.locator(":focus").getAttribute("id")).toBe(await mark.getAttribute("id"));
  });

  test("Tab goes from the mark to the links of the note", async () => {
    const mark = page.locator(selector).first();
    await mark.focus();
    await page.keyboard.press("Enter");
    await popover.waitFor();
    const links = popover.getByRole("link");
    for (let index = 0; index < (await links.count()); index++) {
      await page.keyboard.press("Tab");
      expect(await popover.locator(":focus").getAttribute("href")).toBe(await links.nth(index).getAttribute("href"));
    }
  });

  test("the paragraph's link in the note leads to the notice at that paragraph", async () => {
    const mark = page.locator(selector).first();
    const number = await mark.textContent();
    await mark.click();
    await popover.waitFor();
    await popover.locator(".pinpoint a").first().click();
    const notice = page.locator(".arrival:target");
    await notice.waitFor();
    expect(await notice.textContent()).toContain(`cited in note ${number ?? ""} of`);
  });
});

test("the pointer opens a note by resting on its mark, and closes it by going away", async () => {
  const mark = page.locator(".prose > p a[role=doc-noteref]").first();
  await mark.hover();
  await popover.waitFor();
  expect(await shownWords()).toBe(await noteWords(mark));
  await page.mouse.move(1, 1);
  await popover.waitFor({ state: "detached" });
});

test("the pointer may go from the mark into the note without closing it", async () => {
  await page.locator(".prose > p a[role=doc-noteref]").first().hover();
  await popover.waitFor();
  const link = popover.getByRole("link").first();
  await link.hover();
  const href = (await link.getAttribute("href")) ?? "";
  await link.click();
  expect(page.url()).toBe(new URL(href, example.url).href);
});

test("only one note is open at a time", async () => {
  const some = page.locator(".prose > p a[role=doc-noteref]");
  await some.nth(0).click();
  await popover.waitFor();
  await some.nth(1).focus();
  await page.keyboard.press("Enter");
  await expect.poll(shownWords).toBe(await noteWords(some.nth(1)));
  expect(await page.locator("[aria-expanded=true]").count()).toBe(1);
});

test("a second click on the mark follows it to the note", async () => {
  const mark = page.locator(".prose > p a[role=doc-noteref]").first();
  await mark.click();
  await popover.waitFor();
  await mark.press("Enter");
  expect(new URL(page.url()).hash).toBe(await mark.getAttribute("href"));
});

describe.each([
  [360, 640],
  [360, 500],
  [640, 360],
  [800, 500],
  [1440, 900],
])("in a window of %i × %i", (width, height) => {
  test.each(["ltr", "rtl"])("an open note stands whole within it, and beside its mark: %s", async (direction) => {
    await page.setViewportSize({ width, height });
    await page.evaluate(`for (const one of document.querySelectorAll("[dir], html")) one.dir = "${direction}"`);
    const some = page.locator(".prose > p a[role=doc-noteref]");
    for (const [index, part] of [0.1, 0.3, 0.5, 0.7, 0.9].entries()) {
      const mark = some.nth(3 * index);
      const { y = 0 } = (await mark.boundingBox()) ?? {};
      await page.evaluate(`scrollBy(0, ${y - part * height})`);
      await mark.press("Enter");
      await popover.waitFor();
      // What is anchored follows its anchor with the next frame.
      await page.evaluate("new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))");
      const at = await mark.boundingBox();
      const box = await popover.boundingBox();
      if (at === null || box === null) throw new Error("the mark or its note is not shown");
      expect(at.y, "where the mark stands").toBeCloseTo(part * height, -1);
      expect(box.x).toBeGreaterThanOrEqual(0);
      expect(box.x + box.width).toBeLessThanOrEqual(width);
      expect(box.y).toBeGreaterThanOrEqual(0);
      expect(box.y + box.height).toBeLessThanOrEqual(height);
      expect(box.height).toBeGreaterThan(0.3 * height);
      expect(box.y >= at.y + at.height || box.y + box.height <= at.y, "the note leaves its mark to be seen").toBe(true);
      expect(Math.min(Math.abs(box.y - at.y - at.height), Math.abs(at.y - box.y - box.height))).toBeLessThan(30);
      await page.keyboard.press("Escape");
      await popover.waitFor({ state: "detached" });
    }
  });
});
