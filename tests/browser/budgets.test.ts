import type { Browser } from "playwright-core";
import { describe, expect, test } from "vitest";
import { useExampleBrowser } from "../support/example-browser.ts";
import { useFixtureBrowser } from "../support/fixture-browser.ts";
import { examplePages, urduPages } from "../support/page-kinds.ts";
import { budgets, leastShift, load, openMeasuredPage } from "../support/page-weight.ts";

const example = useExampleBrowser();
const urdu = useFixtureBrowser("urdu");

/** In the page, not here: these tests are compiled without the browser's types. */
declare const document: {
  readonly fonts: { readonly ready: Promise<Iterable<{ readonly family: string; readonly status: string }>> };
  querySelectorAll(selector: string): Iterable<{ readonly href: string }>;
};

type Site = () => { readonly url: string; readonly browser: Browser };
const pages: readonly (readonly [name: string, site: Site, path: string])[] = [
  ...[...examplePages].map(([name, path]) => [name, () => example, path] as const),
  ["search results", () => example, "search/?q=asylum"],
  ...[...urduPages].map(([name, path]) => [name, () => urdu, path] as const),
];

describe("nothing moves while a page loads", () => {
  test.each(pages)("%s", async (_, site, path) => {
    const { browser, url } = site();
    expect(await leastShift(browser, new URL(path, url).href)).toBe(budgets.shift);
  });
});

test.each(pages.filter(([name]) => /(?:^|-)(?:brief|source|search)/.test(name)))(
  "%s keeps within the budget of a page",
  async (_, site, path) => {
    const { browser, url } = site();
    const page = await openMeasuredPage(browser);
    const weight = await load(page, new URL(path, url).href);
    expect(weight.page).toBeLessThanOrEqual(budgets.page);
    expect(weight.scripts).toBeGreaterThan(0);
    expect(weight.scripts).toBeLessThanOrEqual(budgets.scripts);
    await page.context().close();
  },
);

/** Arabic faces that a page fetched, and those that it fetched ahead. */
async function arabicFaces(site: Site, path: string): Promise<{ loaded: string[]; ahead: string[] }> {
  const { browser, url } = site();
  const page = await openMeasuredPage(browser);
  await page.goto(new URL(path, url).href, { waitUntil: "networkidle" });
  const families = await page.evaluate(async () =>
    Array.from(await document.fonts.ready, ({ family, status }) => (status === "loaded" ? family : "")),
  );
  const links = await page.evaluate(() =>
    Array.from(document.querySelectorAll("link[rel=preload][as=font]"), ({ href }) => href),
  );
  await page.context().close();
  const faces = ["Naskh", "Nastaliq"];
  return {
    loaded: faces.filter((face) => families.some((family) => family.includes(face))),
    ahead: faces.filter((face) => links.some((href) => href.includes(`/${face.toLowerCase()}-`))),
  };
}

test.each(pages.filter(([name]) => /urdu|source-/.test(name)))(
  "%s fetches ahead the Arabic faces that it is set in, and no others",
  async (_, site, path) => {
    const { loaded, ahead } = await arabicFaces(site, path);
    expect(ahead).toEqual(loaded);
  },
);

test.each(pages.filter(([name]) => ["brief-of-law", "sources"].includes(name)))(
  "%s, which has Arabic script far down, fetches no face ahead of it",
  async (_, site, path) => {
    expect(await arabicFaces(site, path)).toEqual({ loaded: ["Naskh", "Nastaliq"], ahead: [] });
  },
);
