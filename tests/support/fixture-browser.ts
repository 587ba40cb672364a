import type { Browser } from "playwright-core";
import { afterAll, beforeAll } from "vitest";
import { launchBrowser } from "./browser.ts";
import { fixtureFolder } from "./fixture-site.ts";
import { buildCopy, copyProject, removeCopy } from "./site-copy.ts";
import { serveSite } from "./static-server.ts";

/** A fixture site, built and served. */
export interface FixtureSite {
  /** Absolute path of what was built. */
  readonly dist: string;
  /** Where it is served, with a slash at its end. */
  readonly url: string;
}

export interface FixtureBrowser extends FixtureSite {
  readonly browser: Browser;
}

type Filled<Shared> = { -readonly [Key in keyof Shared]: Shared[Key] };

/**
 * Build a copy of a fixture and serve it for the tests of one file. What is given is filled in before the first.
 *
 * @param name of a folder in tests/fixtures/sites. @param prefix path below which it is served.
 */
export function useFixtureSite(name: string, prefix = "/"): FixtureSite {
  const shared = {} as Filled<FixtureSite>;
  let close: () => Promise<void>;

  beforeAll(async () => {
    const copy = copyProject(fixtureFolder(name));
    await buildCopy(copy);
    const site = await serveSite(copy.dist, prefix);
    shared.dist = copy.dist;
    shared.url = site.url;
    close = async () => {
      await site.close();
      removeCopy(copy);
    };
  });
  afterAll(() => close());
  return shared;
}

/** The same, and start a browser. */
export function useFixtureBrowser(name: string, prefix = "/"): FixtureBrowser {
  const shared = useFixtureSite(name, prefix) as Filled<FixtureBrowser>;

  beforeAll(async () => {
    shared.browser = await launchBrowser();
  });
  afterAll(() => shared.browser.close());
  return shared;
}
