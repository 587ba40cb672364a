import { readFileSync } from "node:fs";
import { join } from "node:path";
import { brotliCompressSync } from "node:zlib";
import type { Page } from "playwright-core";
import { examine } from "./support/accessibility.ts";
import { launchBrowser } from "./support/browser.ts";
import { invalidHtml } from "./support/html-validity.ts";
import { examplePages } from "./support/page-kinds.ts";
import { repository } from "./support/run-command.ts";
import { serveSite } from "./support/static-server.ts";
import { filesBelow } from "./support/tree.ts";

/**
 * Holds the built example site against its budgets: `npm run audit`, after a build.
 * Prints what each kind of page weighs, and ends with exit code 1 when one is over a
 * budget, moves while it loads, breaks a rule of WCAG 2.2 AA or is not valid HTML.
 */
const budgets = { page: 60_000, scripts: 15_000 };

interface Weight {
  /** Bytes with Brotli, without fonts, pictures, and the search index, which loads on use. */
  readonly page: number;
  readonly scripts: number;
}

/** Filled by the page itself: these files are compiled without the browser's types. */
declare const window: { layoutShift?: number };

const watchShifts = `window.layoutShift = 0;
new PerformanceObserver((list) => {
  for (const entry of list.getEntries()) window.layoutShift += entry.value;
}).observe({ type: "layout-shift", buffered: true });`;

/** Load a page and weigh what came over the wire. */
async function load(page: Page, url: string): Promise<Weight> {
  const arriving: Promise<{ type: string; size: number }>[] = [];
  const weigh = (response: Awaited<ReturnType<Page["goto"]>>) => {
    if (!response || response.status() === 301 || response.url().includes("/pagefind/")) return;
    const type = response.request().resourceType();
    arriving.push(response.body().then((body) => ({ type, size: brotliCompressSync(body).length })));
  };
  page.on("response", weigh);
  await page.goto(url, { waitUntil: "networkidle" });
  page.off("response", weigh);
  const sizes = await Promise.all(arriving);
  const sum = (isCounted: (type: string) => boolean) =>
    sizes.filter(({ type }) => isCounted(type)).reduce((total, { size }) => total + size, 0);
  return {
    page: sum((type) => !["font", "image", "other"].includes(type)),
    scripts: sum((type) => type === "script"),
  };
}

const dist = join(repository, "dist");
const faults: string[] = [];
const kilobytes = (bytes: number) => `${(bytes / 1000).toFixed(1)} kB`.padStart(9);

const html = filesBelow(dist).filter((file) => file.endsWith(".html"));
for (const file of html) {
  const found = await invalidHtml(file, readFileSync(join(dist, file), "utf8"));
  faults.push(...found.map((line) => `${file}:${line}`));
}
console.log(`${html.length} pages held against the HTML standard\n`);

const site = await serveSite(dist);
const browser = await launchBrowser();
try {
  const context = await browser.newContext({ bypassCSP: true, viewport: { width: 412, height: 823 } });
  await context.addInitScript(watchShifts);
  console.log(`${"page".padEnd(20)}  ${"weight".padStart(9)}  ${"scripts".padStart(9)}  shift  axe`);
  for (const [name, path] of examplePages) {
    const page = await context.newPage();
    const weight = await load(page, site.url + path);
    const shift = await page.evaluate(() => window.layoutShift ?? Number.NaN);
    const { violations } = await examine(page, "html");
    console.log(
      [name.padEnd(20), kilobytes(weight.page), kilobytes(weight.scripts), shift.toFixed(3), violations.length].join(
        "  ",
      ),
    );
    if (weight.page > budgets.page) faults.push(`${name}: weighs more than ${kilobytes(budgets.page).trim()}`);
    if (weight.scripts > budgets.scripts)
      faults.push(`${name}: its scripts weigh more than ${kilobytes(budgets.scripts).trim()}`);
    if (shift !== 0) faults.push(`${name}: moves by ${shift} while it loads`);
    faults.push(...violations.map((violation) => `${name}: ${violation}`));
    await page.close();
  }
} finally {
  await browser.close();
  await site.close();
}
console.log(faults.length > 0 ? `\n${faults.join("\n")}\n` : "\nWithin every budget.");
process.exitCode = faults.length > 0 ? 1 : 0;
