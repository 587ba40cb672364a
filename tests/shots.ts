import { mkdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import type { Browser } from "playwright-core";
import { launchBrowser } from "./support/browser.ts";
import { fixtureFolder } from "./support/fixture-site.ts";
import { examplePages, urduPages } from "./support/page-kinds.ts";
import { repository } from "./support/run-command.ts";
import { buildCopy, copyProject, removeCopy } from "./support/site-copy.ts";
import { serveSite } from "./support/static-server.ts";

/**
 * Takes a picture of every kind of page: `npm run shots`, or `npm run shots -- brief home`
 * for those whose names hold one of these words. Phone, tablet and desk, light and dark,
 * left to right and right to left, and on paper as PDFs, below .pincite/shots/.
 */
const folder = join(repository, ".pincite/shots");
const widths = [360, 768, 1440] as const;
const words = process.argv.slice(2);
const isWanted = (name: string) => words.length === 0 || words.some((word) => name.includes(word));

/** Pictures of one site. @returns how many. */
async function shoot(browser: Browser, from: string, pages: ReadonlyMap<string, string>): Promise<number> {
  const wanted = [...pages].filter(([name]) => isWanted(name));
  if (wanted.length === 0) return 0;
  const copy = copyProject(from);
  let taken = 0;
  try {
    await buildCopy(copy);
    const site = await serveSite(copy.dist);
    for (const colorScheme of ["light", "dark"] as const) {
      const context = await browser.newContext({ colorScheme, reducedMotion: "reduce" });
      const page = await context.newPage();
      for (const [name, path] of wanted) {
        for (const width of widths) {
          await page.setViewportSize({ width, height: 900 });
          await page.goto(site.url + path, { waitUntil: "networkidle" });
          await page.screenshot({ path: join(folder, `${name}-${width}-${colorScheme}.png`) });
          taken += 1;
        }
        if (colorScheme === "dark") continue;
        await page.pdf({ path: join(folder, `${name}.pdf`), format: "A4", preferCSSPageSize: true });
        taken += 1;
      }
      await context.close();
    }
    await site.close();
  } finally {
    removeCopy(copy);
  }
  return taken;
}

rmSync(folder, { recursive: true, force: true });
mkdirSync(folder, { recursive: true });
const browser = await launchBrowser();
try {
  const taken =
    (await shoot(browser, repository, examplePages)) + (await shoot(browser, fixtureFolder("urdu"), urduPages));
  console.log(`${taken} pictures in ${folder}`);
} finally {
  await browser.close();
}
