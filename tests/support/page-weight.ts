import { brotliCompressSync } from "node:zlib";
import type { Browser, Page } from "playwright-core";

/** What a page may weigh, in bytes over the wire; `shift` in the unit of Cumulative Layout Shift. */
export const budgets = { page: 60_000, scripts: 15_000, shift: 0 } as const;

export interface Load {
  /** Bytes with Brotli, without fonts, pictures, and the search index with what reads it, which load on use. */
  readonly page: number;
  readonly scripts: number;
  /** How much moved while it loaded. */
  readonly shift: number;
}

/** Filled by the page itself: these files are compiled without the browser's types. */
declare const window: { layoutShift?: number };

const ofIndex = /\/pagefind\/|\/search-(?:files|index|phrase|rank|site|stems|typed)-/;

const watchShifts = `window.layoutShift = 0;
new PerformanceObserver((list) => {
  for (const entry of list.getEntries()) window.layoutShift += entry.value;
}).observe({ type: "layout-shift", buffered: true });`;

/** Open a page that tells how much of it moves, in a window as wide as a telephone. */
export async function openMeasuredPage(browser: Browser): Promise<Page> {
  const context = await browser.newContext({ bypassCSP: true, viewport: { width: 412, height: 823 } });
  await context.addInitScript(watchShifts);
  return context.newPage();
}

/** Load an address to its end and weigh what came over the wire. */
export async function load(page: Page, url: string): Promise<Load> {
  const arriving: Promise<{ type: string; size: number }>[] = [];
  const weigh = (response: Awaited<ReturnType<Page["goto"]>>) => {
    if (!response || response.status() === 301 || ofIndex.test(response.url())) return;
    const type = response.request().resourceType();
    arriving.push(response.body().then((body) => ({ type, size: brotliCompressSync(body).length })));
  };
  page.on("response", weigh);
  await page.goto(url, { waitUntil: "load" });
  await page.waitForLoadState("networkidle");
  page.off("response", weigh);
  const sizes = await Promise.all(arriving);
  const sum = (isCounted: (type: string) => boolean) =>
    sizes.filter(({ type }) => isCounted(type)).reduce((total, { size }) => total + size, 0);
  return {
    page: sum((type) => !["font", "image", "other"].includes(type)),
    scripts: sum((type) => type === "script"),
    shift: await page.evaluate(() => window.layoutShift ?? Number.NaN),
  };
}

/**
 * How much of a page moves while it loads: the least of three loads. What moves because
 * the page is made so moves each time; what moves once came late on a machine under load.
 */
export async function leastShift(browser: Browser, url: string): Promise<number> {
  let least = Number.POSITIVE_INFINITY;
  for (let attempt = 0; attempt < 3 && least > 0; attempt++) {
    const page = await openMeasuredPage(browser);
    least = Math.min(least, (await load(page, url)).shift);
    await page.context().close();
  }
  return least;
}
