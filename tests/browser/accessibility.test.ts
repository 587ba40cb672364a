import type { Browser, BrowserContext, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, inject, test } from "vitest";
import { examine } from "../support/accessibility.ts";
import { launchBrowser } from "../support/browser.ts";
import { serveSite, type SiteServer } from "../support/static-server.ts";

/** A page of each kind; what a reader does there first, and the part that is looked at when it is not the whole. */
interface Case {
  readonly kind: string;
  readonly path: string;
  readonly before?: (page: Page) => Promise<void>;
  readonly part?: string;
}

const brief = "briefs/sanctuary-and-assurances/";

const pages: readonly Case[] = [
  { kind: "the home page", path: "" },
  { kind: "the list of briefs", path: "briefs/" },
  { kind: "a brief", path: brief },
  {
    kind: "a note that is open",
    path: brief,
    before: async (page) => {
      await page.locator("a[role=doc-noteref]").first().click();
      await page.locator("#note-popover:popover-open").waitFor();
    },
    part: "#note-popover",
  },
  { kind: "the list of sources", path: "sources/" },
  { kind: "a source in digest", path: "sources/un-monitoring-15-2024/" },
  { kind: "a source in full", path: "sources/udhr/" },
  { kind: "a source in Urdu", path: "sources/udhr-ur/" },
  { kind: "a translation beside its original", path: "sources/udhr-ur/beside/" },
  {
    kind: "a paragraph that a note leads to",
    path: brief,
    before: async (page) => {
      await page.goto(
        new URL((await page.locator(".note .pinpoint a").first().getAttribute("href")) ?? "", page.url()).href,
      );
      await page.locator(".arrival:target").waitFor();
    },
  },
  { kind: "the list of topics", path: "topics/" },
  { kind: "a topic", path: "topics/security/" },
  { kind: "the evidence of all briefs", path: "evidence/" },
  { kind: "the evidence of a brief", path: "evidence/sanctuary-and-assurances/" },
  {
    kind: "charts with their tables open",
    path: "evidence/sanctuary-and-assurances/",
    before: async (page) => {
      for (const summary of await page.locator(".chart-table summary").all()) await summary.click();
    },
  },
  { kind: "the search page", path: "search/" },
  {
    kind: "search results",
    path: "search/?q=asylum",
    before: async (page) => {
      await page.locator(".hit").first().waitFor();
      await page.locator(".filters:enabled").waitFor();
    },
  },
  { kind: "how we verify", path: "about/" },
  { kind: "about this library", path: "library/" },
  { kind: "the register of a library", path: "library/register/" },
  { kind: "the glossary", path: "glossary/" },
  {
    kind: "the search over a page",
    path: "about/",
    before: async (page) => {
      await page.keyboard.press("/");
      await page.locator(".search-dialog[open]").waitFor();
    },
    part: ".search-dialog",
  },
  { kind: "a page that is not there", path: "no/such/page/" },
];

declare const document: { readonly documentElement: { readonly scrollWidth: number; readonly clientWidth: number } };

let browser: Browser;
let site: SiteServer;

beforeAll(async () => {
  site = await serveSite(inject("exampleSite").dist);
  browser = await launchBrowser();
});

afterAll(async () => {
  await browser.close();
  await site.close();
});

describe.each(["light", "dark"] as const)("in %s colours", (colorScheme) => {
  describe.each([360, 1440])("in a window %d pixels wide", (width) => {
    let context: BrowserContext;

    beforeAll(async () => {
      const viewport = { width, height: 800 };
      // Axe is put into the page, which the site's policy lets nobody do.
      context = await browser.newContext({ viewport, colorScheme, bypassCSP: true, reducedMotion: "reduce" });
    });

    test.each(pages.map((page) => [page.kind, page] as const))(
      "%s keeps to WCAG 2.2 AA and fits the window",
      async (_, { path, before, part = "html" }) => {
        const page = await context.newPage();
        await page.goto(new URL(path, site.url).href);
        await before?.(page);
        const { violations, advice } = await examine(page, part);
        expect(violations).toEqual([]);
        if (advice.length > 0) console.warn(`${path}: advice beyond WCAG\n${advice.join("\n")}`);
        const { scrollWidth, clientWidth } = await page.evaluate(() => ({
          scrollWidth: document.documentElement.scrollWidth,
          clientWidth: document.documentElement.clientWidth,
        }));
        expect(scrollWidth, "the width of the page").toBe(clientWidth);
        await page.close();
      },
    );
  });
});
