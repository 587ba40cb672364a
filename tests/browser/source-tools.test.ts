import type { BrowserContext, Locator, Page } from "playwright-core";
import { afterEach, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { examine } from "../support/accessibility.ts";
import { useExampleBrowser } from "../support/example-browser.ts";

/** In the page, not here: these tests are compiled without the browser's types. */
declare const navigator: { readonly clipboard: { readText(): Promise<string> } };
declare function getSelection(): { setBaseAndExtent(from: object, start: number, to: object, end: number): void };
interface TextNode {
  readonly data: string;
}
interface TextElement {
  readonly ownerDocument: { createTreeWalker(root: object, shown: 4): { nextNode(): TextNode | null } };
}

const example = useExampleBrowser();
const cited = "Universal Declaration of Human Rights, United Nations General Assembly, 10 December 1948, ¶14.1. ";
let context: BrowserContext;
let page: Page;
let paragraph: Locator;
/** Where the test opens the page, and where the site is published: that is what is copied. */
let opened: string;
const address = "https://pincite.example/sources/udhr/";

beforeAll(() => {
  opened = new URL("sources/udhr/", example.url).href;
});

async function open(permissions: string[], options = {}): Promise<void> {
  context = await example.browser.newContext({ bypassCSP: true, ...options });
  await context.grantPermissions(permissions);
  page = await context.newPage();
  await page.goto(opened);
  paragraph = page.locator('[id="p14.1"]');
}

afterEach(() => context.close());

const copied = () => page.evaluate(() => navigator.clipboard.readText());

/** Select in a paragraph from inside one word to inside another, as a hasty hand does. */
async function select(from: string, to: string): Promise<void> {
  await paragraph.locator(".text").evaluate(
    (element, [first, last]) => {
      const text = element as unknown as TextElement;
      const walker = text.ownerDocument.createTreeWalker(text, 4);
      for (let node: TextNode | null = walker.nextNode(); node; node = walker.nextNode()) {
        const start = node.data.indexOf(first);
        if (start >= 0) getSelection().setBaseAndExtent(node, start + 2, node, node.data.indexOf(last) + 2);
      }
    },
    [from, to] as const,
  );
  await page.locator(".selection-tools").waitFor();
}

describe("where the clipboard is open", () => {
  beforeEach(() => open(["clipboard-read", "clipboard-write"]));

  test("the pointer finds a paragraph's citation and its link", async () => {
    await paragraph.hover();
    await paragraph.getByRole("button", { name: "Copy citation" }).click();
    await expect.poll(copied).toBe(`${cited}${address}#p14.1`);
    expect(await page.locator(".source-said[role=status]").textContent()).toContain(cited);
    await paragraph.getByRole("button", { name: "Copy link" }).click();
    await expect.poll(copied).toBe(`${address}#p14.1`);
  });

  test("so does the keyboard, next after the paragraph's label", async () => {
    await paragraph.locator(".label").focus();
    await page.keyboard.press("Tab");
    await page.keyboard.press("Enter");
    await expect.poll(copied).toBe(`${cited}${address}#p14.1`);
  });

  test("nothing moves when they come", async () => {
    const below = page.locator('[id="p14.2"]');
    await paragraph.scrollIntoViewIfNeeded();
    const before = await below.boundingBox();
    await paragraph.hover();
    await paragraph.getByRole("button", { name: "Copy link" }).waitFor();
    expect(await below.boundingBox()).toEqual(before);
  });

  test("selected words give a link to themselves, whole words only, that a browser follows", async () => {
    await select("seek", "enjoy");
    await page.getByRole("button", { name: "Copy link to these words" }).click();
    await expect.poll(copied).toBe(`${address}#p14.1:~:text=seek%20and%20to%20enjoy`);
  });

  test("and a quotation with its citation", async () => {
    await select("seek", "enjoy");
    await page.getByRole("button", { name: "Copy quotation with citation" }).click();
    await expect.poll(copied).toBe(`“seek and to enjoy” (${cited}${address}#p14.1)`);
  });

  test("Escape takes the buttons for the words away", async () => {
    await select("seek", "enjoy");
    await page.keyboard.press("Escape");
    await page.locator(".selection-tools").waitFor({ state: "detached" });
  });

  test("of a digest no words are offered as a quotation", async () => {
    await page.goto(new URL("sources/un-monitoring-15-2024/", example.url).href);
    paragraph = page.locator(".paragraph").first();
    const word = ((await paragraph.locator(".text p, .text").last().textContent()) ?? "").trim().split(/\s+/);
    await select(word[0] ?? "", word[1] ?? "");
    expect(await page.locator(".selection-tools").getByRole("button").allTextContents()).toEqual([
      "Copy link to these words",
    ]);
  });

  test("what has come keeps to WCAG 2.2 AA", async () => {
    await paragraph.hover();
    await select("seek", "enjoy");
    await page.getByRole("button", { name: "Copy quotation with citation" }).click();
    await page.locator(".source-said p").first().waitFor();
    expect((await examine(page, "html")).violations).toEqual([]);
  });
});

test("on a site without a public address, the address is that of the page", async () => {
  await open(["clipboard-read", "clipboard-write"]);
  await page.route(opened, async (route) => {
    const response = await route.fetch();
    const html = await response.text();
    await route.fulfill({ response, body: html.replace(`data-address="${address}"`, 'data-address=""') });
  });
  await page.reload();
  await paragraph.hover();
  await paragraph.getByRole("button", { name: "Copy link" }).click();
  await expect.poll(copied).toBe(`${opened}#p14.1`);
});

test("where the clipboard is refused, the words stand selected, and Escape leads back", async () => {
  await open([]);
  await paragraph.hover();
  const button = paragraph.getByRole("button", { name: "Copy link" });
  await button.click();
  const field = page.getByRole("textbox", { name: "The browser does not let it be copied. Copy it from here:" });
  await field.waitFor();
  expect(await field.inputValue()).toBe(`${address}#p14.1`);
  await page.keyboard.press("Escape");
  expect(await field.count()).toBe(0);
  expect(await page.locator(":focus").textContent()).toBe("Copy link");
});

test("a touch finds them too", async () => {
  await open(["clipboard-read", "clipboard-write"], { viewport: { width: 390, height: 800 }, hasTouch: true });
  await paragraph.locator(".text").tap();
  await paragraph.getByRole("button", { name: "Copy link" }).tap();
  await expect.poll(copied).toBe(`${address}#p14.1`);
});

describe.each([true, false])("with JavaScript: %s", (javaScriptEnabled) => {
  test("the notes that cite a source are narrowed down by how they bear on the claim", async () => {
    await open([], { javaScriptEnabled });
    // Long lists are closed until somebody opens them.
    const closed = page.locator(".cited-by:not([open]) > summary");
    while ((await closed.count()) > 0) await closed.first().click();
    const notes = page.locator(".cited-by li");
    const all = await notes.count();
    const few = await page.locator('.cited-by li[data-relation="qualifies"]').count();
    expect(few).toBeGreaterThan(0);
    expect(few).toBeLessThan(all);
    const visible = () => page.locator(".cited-by li:visible").count();
    expect(await visible()).toBe(all);
    const choice = page.getByRole("radio", { name: `In qualification ${few}` });
    await choice.check();
    expect(await visible()).toBe(few);
    // Paper has no room for who cites what.
    await page.emulateMedia({ media: "print" });
    expect(await visible()).toBe(0);
  });
});

test("a paragraph leads to its own words in the original", async () => {
  await open([]);
  const link = page.getByRole("link", { name: "See paragraph 14.1 in the original" });
  expect(await link.getAttribute("href")).toMatch(/^https:.*#:~:text=Everyone%20has%20the%20right,/);
});
