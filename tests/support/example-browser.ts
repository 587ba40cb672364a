import type { Browser, BrowserContext } from "playwright-core";
import { afterAll, beforeAll, inject } from "vitest";
import { launchBrowser } from "./browser.ts";
import { serveSite } from "./static-server.ts";

/** What tests of one file share: the example site, served, and a context of a browser. */
export interface ExampleBrowser {
  readonly url: string;
  readonly browser: Browser;
  readonly context: BrowserContext;
}

/** Serve the example site and start a browser for the tests of one file. What is given is filled in before the first. */
export function useExampleBrowser(): ExampleBrowser {
  const shared = {} as { -readonly [Key in keyof ExampleBrowser]: ExampleBrowser[Key] };
  let close: () => Promise<void>;

  beforeAll(async () => {
    const site = await serveSite(inject("exampleSite").dist);
    const browser = await launchBrowser();
    shared.url = site.url;
    shared.browser = browser;
    shared.context = await browser.newContext();
    close = async () => {
      await browser.close();
      await site.close();
    };
  });
  afterAll(() => close());
  return shared;
}
