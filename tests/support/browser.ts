import type { Browser } from "playwright-core";
import { startBrowser, startInstalledBrowser, type BrowserStart } from "../../lib/site/installed-browser.ts";
import { unpackBundledBrowser } from "./bundled-browser.ts";

/**
 * Start a browser for tests: an installed Chrome or Chromium, `CHROME_PATH` first, and
 * else the Chromium that the package @sparticuz/chromium brings. `PINCITE_BROWSER=bundled`
 * takes the latter at once.
 *
 * @param more arguments of its command line.
 * @throws when none starts, saying what was tried and what each answered.
 */
export async function launchBrowser(more: readonly string[] = []): Promise<Browser> {
  const tried: string[] = [];
  const starts = process.env.PINCITE_BROWSER === "bundled" ? [startBundled] : [startInstalledBrowser, startBundled];
  for (const attempt of starts) {
    const start = await attempt(more);
    if (start.kind === "started") return start.browser;
    tried.push(...start.tried);
  }
  const advice = "No browser started. Install Chrome or Chromium, or name one with CHROME_PATH. Tried:";
  throw new Error([advice, ...tried].join("\n"));
}

/** What a command's environment needs so that it finds a browser where only the bundled one is. */
export async function environmentWithBrowser(): Promise<Record<string, string>> {
  const start = await startInstalledBrowser();
  if (start.kind === "started") {
    await start.browser.close();
    return {};
  }
  const { executablePath, env } = unpackBundledBrowser();
  return {
    CHROME_PATH: executablePath,
    LD_LIBRARY_PATH: env.LD_LIBRARY_PATH ?? "",
    FONTCONFIG_PATH: env.FONTCONFIG_PATH ?? "",
  };
}

async function startBundled(more: readonly string[]): Promise<BrowserStart> {
  const name = "@sparticuz/chromium";
  try {
    return await startBrowser(name, { ...unpackBundledBrowser(), args: [...more] });
  } catch (error) {
    return { kind: "none", tried: [`${name}: ${error instanceof Error ? error.message : String(error)}`] };
  }
}
