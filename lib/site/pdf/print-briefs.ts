import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join, resolve, sep } from "node:path";
import type { Browser, BrowserContext } from "playwright-core";
import type { Brief } from "../../core/brief/brief.ts";
import { lastDay } from "../../core/brief/last-day.ts";
import { withPrefix } from "../templates.ts";
import type { SiteOptions } from "../site.ts";
import { datedPdf, placeholderOrigin, withOutlineAsRead, withRelativeLinks } from "./pdf-bytes.ts";
import type { Paper } from "./paper.ts";

/** A built site from which briefs are printed. */
export interface PrintedSite {
  /** Absolute path of the built site. */
  readonly folder: string;
  readonly site: SiteOptions;
  readonly paper: Paper;
}

/** Root-relative address of a brief's PDF, without the path prefix. */
export function pdfPath(brief: Pick<Brief, "name" | "url">): string {
  return `${brief.url}${brief.name}.pdf`;
}

/**
 * Write a PDF of each brief beside its page: tagged, with an outline of its headings, the
 * brief's title and its language.
 *
 * The pages are given to the browser from disk under the site's public address, so that
 * links in the PDF lead there; nothing is asked of the network, and no script runs.
 */
export async function printBriefs(browser: Browser, printed: PrintedSite, briefs: readonly Brief[]): Promise<void> {
  const origin = printed.site.url === "" ? placeholderOrigin : new URL(printed.site.url).origin;
  const context = await browser.newContext({ javaScriptEnabled: false, colorScheme: "light" });
  try {
    await serveFromDisk(context, origin, printed);
    const page = await context.newPage();
    await page.emulateMedia({ media: "print" });
    for (const brief of briefs) {
      const response = await page.goto(origin + withPrefix(printed.site, brief.url));
      if (!response?.ok()) throw new Error(`${brief.url} could not be printed: it is no page of the built site`);
      await page.evaluate("document.fonts.ready.then(() => undefined)");
      const bytes = await page.pdf({ format: printed.paper, preferCSSPageSize: true, tagged: true, outline: true });
      const headings = await page.locator("h1, h2, h3, h4, h5, h6").allTextContents();
      const dated = datedPdf(withOutlineAsRead(bytes, headings), lastDay(brief));
      const depth = pdfPath(brief).split("/").length - 2;
      const linked = origin === placeholderOrigin ? withRelativeLinks(dated, depth) : dated;
      writeFileSync(join(printed.folder, pdfPath(brief)), linked);
    }
  } finally {
    await context.close();
  }
}

/** A style sheet that waits for its fonts: on paper nothing moves, and nobody waits. */
function patient(css: string): string {
  return css.replaceAll("font-display: optional", "font-display: block");
}

/** Answer every request of the site from its folder, and refuse all others. */
async function serveFromDisk(context: BrowserContext, origin: string, { folder, site }: PrintedSite): Promise<void> {
  await context.route("**/*", async (route) => {
    const url = new URL(route.request().url());
    if (url.origin !== origin || !url.pathname.startsWith(site.pathPrefix)) return route.abort();
    const path = decodeURIComponent(url.pathname.slice(site.pathPrefix.length));
    const file = resolve(folder, path.endsWith("/") || path === "" ? `${path}index.html` : path);
    if (!file.startsWith(folder + sep) || !existsSync(file)) return route.abort();
    return file.endsWith(".css")
      ? route.fulfill({ contentType: "text/css", body: patient(readFileSync(file, "utf8")) })
      : route.fulfill({ path: file });
  });
}
