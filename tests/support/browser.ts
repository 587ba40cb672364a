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

/**
 * Start the browser that draws every page alike on every machine: the Chromium of the
 * development dependencies, with the fonts that it brings.
 *
 * @throws when it does not start, as on a machine for which it is not made.
 */
export async function launchPinnedBrowser(): Promise<Browser> {
  const start = await startBundled(["--font-render-hinting=none", "--disable-lcd-text", "--force-color-profile=srgb"]);
  if (start.kind === "started") return start.browser;
  const needed = "Approved pictures were taken by the Chromium of @sparticuz/chromium, which did not start here";
  throw new Error(
    `${needed}. It is made for x86-64 Linux: compare them there, or in a container of it.\n${start.tried.join("\n")}`,
  );
}

async function startBundled(more: readonly string[] = []): Promise<BrowserStart> {
  const name = "@sparticuz/chromium";
  try {
    return await startBrowser(name, { ...unpackBundledBrowser(), args: [...more] });
  } catch (error) {
    return { kind: "none", tried: [`${name}: ${error instanceof Error ? error.message : String(error)}`] };
  }
}
