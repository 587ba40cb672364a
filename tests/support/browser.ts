import { existsSync } from "node:fs";
import { delimiter, join } from "node:path";
import { chromium, type Browser } from "playwright-core";
import { unpackBundledBrowser } from "./bundled-browser.ts";

/** Names under which Chrome and Chromium are found on PATH, the free one first. */
const names = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome"];

/** Where they stand on systems that do not put them on PATH. */
const usualPlaces = [
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
  "/Applications/Chromium.app/Contents/MacOS/Chromium",
  "C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe",
  "C:\\Program Files (x86)\\Google\\Chrome\\Application\\chrome.exe",
];

const args = [
  "--disable-gpu",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
  // Chromium's sandbox does not start for root, as whom containers run.
  ...(process.getuid?.() === 0 ? ["--no-sandbox"] : []),
];

/**
 * Start a browser for tests: an installed Chrome or Chromium, `CHROME_PATH` first, and
 * else the Chromium that the package @sparticuz/chromium brings. `PINCITE_BROWSER=bundled`
 * takes the latter at once.
 *
 * @throws when none starts, saying what was tried and what each answered.
 */
export async function launchBrowser(): Promise<Browser> {
  const failures: string[] = [];
  const attempt = async (name: string, start: () => Promise<Browser>): Promise<Browser | undefined> => {
    try {
      return await start();
    } catch (error) {
      failures.push(`${name}: ${reasonOf(error)}`);
      return undefined;
    }
  };
  const installed = process.env.PINCITE_BROWSER === "bundled" ? [] : installedBrowsers();
  for (const executablePath of installed) {
    const browser = await attempt(executablePath, () => chromium.launch({ executablePath, args }));
    if (browser) return browser;
  }
  const bundled = await attempt("@sparticuz/chromium", () => {
    const { executablePath, env } = unpackBundledBrowser();
    return chromium.launch({ executablePath, env, args });
  });
  if (bundled) return bundled;
  const advice = "No browser started. Install Chrome or Chromium, or name one with CHROME_PATH. Tried:";
  throw new Error([advice, ...failures].join("\n"));
}

/** What Playwright says, without the long command line. */
function reasonOf(error: unknown): string {
  const [message = ""] = (error instanceof Error ? error.message : String(error)).split("\nCall log");
  const lines = message.split("\n").filter((line) => line.trim() !== "" && !line.startsWith("<launching>"));
  return lines.join("\n  ");
}

function installedBrowsers(): string[] {
  const folders = (process.env.PATH ?? "").split(delimiter).filter((folder) => folder !== "");
  const onPath = names.flatMap((name) => folders.map((folder) => join(folder, name)));
  const named = process.env.CHROME_PATH;
  return [...(named ? [named] : []), ...[...onPath, ...usualPlaces].filter((path) => existsSync(path))];
}
