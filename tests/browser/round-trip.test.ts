import type { Browser, BrowserContext, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, inject, test } from "vitest";
import { launchBrowser } from "../support/browser.ts";
import { publishedCitations, readExampleCatalog } from "../support/example-catalog.ts";
import { serveSite, type SiteServer } from "../support/static-server.ts";
import { backgroundOf, findCitations, lookAtArrival, lookAtTarget, type CitationOnPage } from "./citations-on-page.ts";

const citations = publishedCitations(await readExampleCatalog());
const documents = [...new Set(citations.map(({ document }) => document))];

let browser: Browser;
let site: SiteServer;
let context: BrowserContext;
/** Background of a paragraph that nobody has come to. */
let plain: string;

const address = (path: string) => new URL(path, site.url).href;

beforeAll(async () => {
  site = await serveSite(inject("exampleSite").dist);
  browser = await launchBrowser();
  context = await browser.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  await page.goto(address("/sources/udhr/"));
  plain = await backgroundOf(page.locator(".paragraph").first());
});

afterAll(async () => {
  await browser.close();
  await site.close();
});

test("the example library holds citations enough to try", () => {
  expect(citations.length).toBeGreaterThanOrEqual(60);
});

describe.each(documents.map((document) => [document.url, document] as const))(
  "without JavaScript, in %s",
  (_, document) => {
    test(
      "every citation leads to its paragraph, back to its own note, and back to its mark",
      { timeout: 600_000 },
      async () => {
        const url = address(document.url);
        const page = await context.newPage();
        await page.goto(url);
        const found = findCitations(await page.content());
        const expected = citations.filter((citation) => citation.document === document);
        expect(found.map(({ note }) => note).sort((a, b) => a - b)).toEqual(
          expected.map(({ verified }) => verified.citation.note).sort((a, b) => a - b),
        );
        const waiting = [...found];
        const readers = [1, 2, 3].map(async () => {
          const reader = { citing: await context.newPage(), source: await context.newPage() };
          for (let next = waiting.shift(); next; next = waiting.shift()) {
            await followThereAndBack(reader, url, document.title, next);
          }
        });
        await Promise.all(readers);
      },
    );
  },
);

/** A reader with two tabs: one with the page that cites, one for the sources. */
interface Reader {
  readonly citing: Page;
  readonly source: Page;
}

async function followThereAndBack(
  { citing, source }: Reader,
  url: string,
  title: string,
  { id, note, toNote, paragraphs, backlinks }: CitationOnPage,
): Promise<void> {
  const atNote = { id: `note-${note}`, seen: true };
  await citing.goto(new URL(toNote, url).href);
  expect(await lookAtTarget(citing), `the mark ${id} of ${url}`).toEqual(atNote);
  expect(backlinks, `the note ${note} of ${url}`).toContain(`#${id}`);

  expect(paragraphs.length, `the paragraphs of note ${note} of ${url}`).toBeGreaterThan(0);
  for (const { href, label } of paragraphs) {
    await source.goto(new URL(href, url).href);
    const { background, backHref, ...arrival } = await lookAtArrival(source);
    expect(arrival, `${href} in note ${note} of ${url}`).toEqual({
      words: `This is the paragraph cited in note ${note} of ${title}. Back to note ${note}`,
      noticeSeen: true,
      textSeen: true,
      label,
    });
    expect(background, `the marking of ${href}`).not.toBe(plain);

    const back = new URL(backHref, source.url()).href;
    expect(back, `the way back from ${href}`).toBe(`${url}#note-${note}`);
    await citing.goto(back);
    expect(await lookAtTarget(citing), `the way back from ${href}`).toEqual(atNote);
  }

  await citing.goto(`${url}#${id}`);
  expect(await lookAtTarget(citing), `the backlink of note ${note}`).toEqual({ id, seen: true });
}
