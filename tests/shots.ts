import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Browser } from "playwright-core";
import { approvePictures } from "./shots/approve.ts";
import { Camera, type View } from "./shots/camera.ts";
import { launchPinnedBrowser } from "./support/browser.ts";
import { fixtureFolder } from "./support/fixture-site.ts";
import { examplePages, libraryPages, urduPages } from "./support/page-kinds.ts";
import { repository } from "./support/run-command.ts";
import { buildCopy, copyProject, removeCopy, type SiteCopy } from "./support/site-copy.ts";
import { serveSite } from "./support/static-server.ts";
import { openTwoSites } from "./support/two-sites.ts";

/**
 * Takes a picture of every kind of page of the example site, to be looked at: `npm run shots`,
 * or `npm run shots -- brief home` for those whose names hold one of these words. Phone,
 * tablet and desk, light and dark, left to right and right to left, and on paper as PDFs,
 * below .pincite/shots/.
 *
 * `npm run shots -- --approve` approves the pictures of the components that tests compare
 * with; with words, those whose names hold one of them.
 */
const folder = join(repository, ".pincite/shots");
const words = process.argv.slice(2).filter((word) => word !== "--approve");
const isWanted = (name: string) => words.length === 0 || words.some((word) => name.includes(word));
const views: readonly View[] = [360, 768, 1440].flatMap((width) =>
  (["light", "dark"] as const).map((colorScheme) => ({ width, colorScheme })),
);
const paper: View = { width: 1440, colorScheme: "light" };

/** Pictures of one site. @returns how many. */
async function shoot(browser: Browser, from: string, pages: ReadonlyMap<string, string>): Promise<number> {
  if (![...pages.keys()].some(isWanted)) return 0;
  const copy = copyProject(from);
  try {
    await buildCopy(copy);
    return await shootBuilt(browser, copy, pages);
  } finally {
    removeCopy(copy);
  }
}

/** Pictures of a site that cites another's library. */
async function shootProgramme(browser: Browser): Promise<number> {
  if (![...libraryPages.keys()].some(isWanted)) return 0;
  const sites = await openTwoSites();
  try {
    await buildCopy(sites.programme);
    return await shootBuilt(browser, sites.programme, libraryPages, "/ports/");
  } finally {
    await sites.remove();
  }
}

async function shootBuilt(browser: Browser, { dist }: SiteCopy, pages: ReadonlyMap<string, string>, prefix = "/") {
  const wanted = [...pages].filter(([name]) => isWanted(name));
  const site = await serveSite(dist, prefix);
  try {
    const camera = new Camera(browser);
    for (const [name, path] of wanted) {
      const subject = { url: site.url + path, isWindow: true };
      for (const view of views)
        writeFileSync(join(folder, `${name}-${view.width}-${view.colorScheme}.png`), await camera.take(subject, view));
      const page = await camera.open(subject, paper);
      await page.pdf({ path: join(folder, `${name}.pdf`), format: "A4", preferCSSPageSize: true });
      await page.close();
    }
  } finally {
    await site.close();
  }
  return wanted.length * (views.length + 1);
}

const browser = await launchPinnedBrowser();
try {
  if (process.argv.includes("--approve")) await approvePictures(browser, words);
  else {
    rmSync(folder, { recursive: true, force: true });
    mkdirSync(folder, { recursive: true });
    const taken =
      (await shoot(browser, repository, examplePages)) +
      (await shoot(browser, fixtureFolder("urdu"), urduPages)) +
      (await shootProgramme(browser));
    console.log(`${taken} pictures in ${folder}`);
  }
} finally {
  await browser.close();
}
