import { describe, expect, test } from "vitest";
import { examine } from "../support/accessibility.ts";
import { useFixtureBrowser } from "../support/fixture-browser.ts";
import { urduPages } from "../support/page-kinds.ts";

const site = useFixtureBrowser("urdu");

/** In the page, not here: these tests are compiled without the browser's types. */
declare const document: {
  readonly documentElement: { readonly scrollWidth: number; readonly clientWidth: number };
};

/** An open note is looked at by itself: what stands under it is looked at without it. */
const pages: readonly (readonly [name: string, path: string, part: string])[] = [
  ...[...urduPages].map(([name, path]) => [name, path, "html"] as const),
  ["a note that is open", "briefs/panah/", "#note-popover"],
];

describe.each([
  ["light", 360],
  ["dark", 360],
  ["light", 1440],
  ["dark", 1440],
] as const)("from right to left, in %s colours, in a window %d pixels wide", (colorScheme, width) => {
  test.each(pages)("%s keeps to WCAG 2.2 AA and fits the window", async (_, path, part) => {
    const viewport = { width, height: 800 };
    const context = await site.browser.newContext({ viewport, colorScheme, bypassCSP: true, reducedMotion: "reduce" });
    const page = await context.newPage();
    await page.goto(new URL(path, site.url).href);
    if (part !== "html") {
      await page.locator("a[role=doc-noteref]").first().click();
      await page.locator(`${part}:popover-open`).waitFor();
    }
    expect((await examine(page, part)).violations).toEqual([]);
    const { scrollWidth, clientWidth } = await page.evaluate(() => ({
      scrollWidth: document.documentElement.scrollWidth,
      clientWidth: document.documentElement.clientWidth,
    }));
    expect(scrollWidth).toBe(clientWidth);
    await context.close();
  });
});
