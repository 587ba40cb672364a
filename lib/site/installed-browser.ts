import { existsSync } from "node:fs";
import { delimiter, join } from "node:path";
import type { Browser, LaunchOptions } from "playwright-core";

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

/** A browser that runs, or what each that was tried answered, a line or more each. */
export type BrowserStart =
  | { readonly kind: "started"; readonly browser: Browser }
  | { readonly kind: "none"; readonly tried: readonly string[] };

/**
 * Start an installed Chrome or Chromium without a window, `CHROME_PATH` first. Whoever is given a browser closes it.
 *
 * @param more arguments of its command line.
 */
export async function startInstalledBrowser(more: readonly string[] = []): Promise<BrowserStart> {
  const tried: string[] = [];
  for (const executablePath of installedBrowsers()) {
    const start = await startBrowser(executablePath, { executablePath, args: [...more] });
    if (start.kind === "started") return start;
    tried.push(...start.tried);
  }
  return { kind: "none", tried };
}

/** Start one browser. @param name what it is called when it does not start. */
export async function startBrowser(name: string, options: LaunchOptions): Promise<BrowserStart> {
  // Loaded only here: no command that needs no browser waits for it.
  const { chromium } = await import("playwright-core");
  try {
    const launched = chromium.launch({ ...options, args: [...args, ...(options.args ?? [])] });
    return { kind: "started", browser: await launched };
  } catch (error) {
    return { kind: "none", tried: [`${name}: ${reasonOf(error)}`] };
  }
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
