import type { Browser, BrowserContext, Page } from "playwright-core";

/** How a page is looked at. */
export interface View {
  /** Pixels. */
  readonly width: number;
  readonly colorScheme: "light" | "dark";
  /** On paper, as the style sheet for print has it; on a screen when absent. */
  readonly isPrint?: boolean;
}

/** What is looked at. */
export interface Subject {
  readonly url: string;
  /** Files that do not arrive, as a pattern of Playwright's. */
  readonly withheld?: string;
  readonly reach?: (page: Page) => Promise<void>;
  /** What a window shows of the page, and not the whole of it. */
  readonly isWindow?: boolean;
}

/** In the page, not here: these files are compiled without the browser's types. */
interface Picture {
  loading: string;
  decode(): Promise<void>;
}
declare const requestAnimationFrame: (then: (time: unknown) => void) => void;
declare const document: {
  readonly fonts: { readonly ready: Promise<unknown> };
  readonly images: Iterable<Picture>;
};

/** What is not the same for all who take pictures. */
export interface Film {
  /** Pixels of the picture for each of the page; 1 when absent. */
  readonly density?: number;
  /** Of the window, in pixels; that of a phone or of a desk when absent. */
  readonly height?: number;
}

/** Noon of the day on which every page is looked at. */
const now = new Date("2026-03-15T12:00:00Z");

/**
 * Takes pictures that are the same in every run: one clock, one locale, one density, no
 * motion, and nothing is taken before letters and images are there.
 */
export class Camera {
  readonly #browser: Browser;
  readonly #film: Film;
  readonly #contexts = new Map<string, Promise<BrowserContext>>();

  constructor(browser: Browser, film: Film = {}) {
    this.#browser = browser;
    this.#film = film;
  }

  /** @returns the picture as PNG. */
  async take(subject: Subject, view: View): Promise<Buffer> {
    const page = await this.open(subject, view);
    try {
      const shoot = () => page.screenshot({ fullPage: !subject.isWindow, animations: "disabled" });
      // On a busy machine Chromium now and then has no frame to give; the page is as it was.
      return await shoot().catch((error: unknown) => {
        if (!String(error).includes("Unable to capture screenshot")) throw error;
        return shoot();
      });
    } finally {
      await page.close();
    }
  }

  /** A page that stands still, for whoever takes something else of it; to be closed. */
  async open({ url, withheld, reach }: Subject, view: View): Promise<Page> {
    const context = await this.#contextFor(view);
    const page = await context.newPage();
    await page.clock.setFixedTime(now);
    if (withheld) await page.route(withheld, (route) => route.abort());
    await page.goto(url);
    // Where a reader's click scrolls to depends on how far the text is laid out.
    await standStill(page);
    if (reach) {
      await reach(page);
      await standStill(page);
    }
    if (view.isPrint) {
      await page.emulateMedia({ media: "print" });
      await standStill(page);
    }
    return page;
  }

  #contextFor({ width, colorScheme }: View): Promise<BrowserContext> {
    const key = `${width} ${colorScheme}`;
    const known = this.#contexts.get(key);
    if (known) return known;
    const made = this.#makeContext(width, colorScheme);
    this.#contexts.set(key, made);
    return made;
  }

  async #makeContext(width: number, colorScheme: View["colorScheme"]): Promise<BrowserContext> {
    const context = await this.#browser.newContext({
      viewport: { width, height: this.#film.height ?? (width < 600 ? 740 : 900) },
      deviceScaleFactor: this.#film.density ?? 1,
      colorScheme,
      reducedMotion: "reduce",
      locale: "en-GB",
      timezoneId: "UTC",
    });
    // A reader's page does without a font that comes late; a picture waits for it.
    await context.route("**/assets/*.css", async (route) => {
      // Again where the server has just closed the connection that was kept open for the next request.
      const response = await route.fetch({ maxRetries: 3 });
      const body = (await response.text())
        .replace(/font-display:\s*\w+/g, "font-display: block")
        // A reader sees what is laid out as it comes near; a picture shows the whole page at once.
        .replace(/content-visibility:\s*auto/g, "content-visibility: visible");
      await route.fulfill({ response, body });
    });
    return context;
  }
}

/** Wait until images and letters are there, and what scripts lay out after them is drawn. */
async function standStill(page: Page): Promise<void> {
  await page.evaluate(async () => {
    for (const image of document.images) image.loading = "eager";
    await Promise.all(Array.from(document.images, (image) => image.decode()));
    await document.fonts.ready;
    await new Promise(requestAnimationFrame);
    await new Promise(requestAnimationFrame);
  });
}
