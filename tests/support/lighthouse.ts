import lighthouse, { desktopConfig, type Flags, type RunnerResult } from "lighthouse";
import { createServer, type AddressInfo } from "node:net";
import type { Browser } from "playwright-core";
import { launchBrowser } from "./browser.ts";

/** What Lighthouse judges, each from 0 to 100. */
export const categories = ["performance", "accessibility", "best-practices", "seo"] as const;
export type Scores = Readonly<Record<(typeof categories)[number], number>>;

/** A telephone on a slow network, as Lighthouse simulates it by default; or a computer. */
export type Device = "mobile" | "desktop";

export interface Judgement {
  readonly scores: Scores;
  /** What cost points, one line each. */
  readonly losses: readonly string[];
}

/** A browser that Lighthouse may drive. Whoever is given it closes it. */
export async function startJudge(): Promise<{ readonly browser: Browser; readonly port: number }> {
  const port = await freePort();
  return { browser: await launchBrowser([`--remote-debugging-port=${port}`]), port };
}

/** How many runs tell how quick a page is, at the most. */
const mostRuns = 5;

/**
 * Judge a page. Lighthouse reads off a clock how long a page kept the browser at work, and
 * counts whatever else the machine did meanwhile against the page: the same page gets 84 and
 * 100 on a busy one. So the median of five runs says how quick it is. Those that could no
 * longer move it to the other side of `enough` are not run. All else is the same in each.
 *
 * @param enough points, 0 to 100, below which a page falls short.
 */
export async function judge(url: string, port: number, device: Device, enough: number): Promise<Judgement> {
  const first = await run(url, port, device, categories);
  const points = [scoreOf(first, "performance")];
  while (!isSettled(points, enough)) points.push(scoreOf(await run(url, port, device, ["performance"]), "performance"));
  const scores = Object.fromEntries(categories.map((name) => [name, scoreOf(first, name)])) as unknown as Scores;
  const performance = medianOf(points);
  return { scores: { ...scores, performance }, losses: lossesOf(first) };
}

/** Whether more than half of all runs lie on one side. */
function isSettled(points: readonly number[], enough: number): boolean {
  const reached = points.filter((one) => one >= enough).length;
  return Math.max(reached, points.length - reached) > mostRuns / 2;
}

/** The middle one; of an even number the lower of the two. */
function medianOf(points: readonly number[]): number {
  return [...points].sort((one, other) => one - other)[Math.floor((points.length - 1) / 2)] ?? 0;
}

function scoreOf({ lhr }: RunnerResult, name: keyof Scores): number {
  return Math.round((lhr.categories[name]?.score ?? 0) * 100);
}

async function run(
  url: string,
  port: number,
  device: Device,
  onlyCategories: readonly string[],
): Promise<RunnerResult> {
  const flags: Flags = { port, output: "json", logLevel: "error", onlyCategories: [...onlyCategories] };
  for (let attempt = 1; ; attempt++) {
    const result = await lighthouse(url, flags, device === "desktop" ? desktopConfig : undefined);
    if (!result) throw new Error(`Lighthouse gave no answer for ${url}`);
    const { runtimeError } = result.lhr;
    if (!runtimeError) return result;
    // That says something of the recording, not of the page; Lighthouse itself asks to be run again.
    if (!lostTraces.has(runtimeError.code) || attempt === mostAttempts)
      throw new Error(`Lighthouse: ${runtimeError.message}`);
  }
}

/** Codes of Lighthouse for a recording that failed: its `lib/lh-error.js`, "trace parsing errors". */
const lostTraces: ReadonlySet<string> = new Set(["NO_TRACING_STARTED", "NO_RESOURCE_REQUEST", "NO_NAVSTART"]);
const mostAttempts = 3;

function lossesOf({ lhr }: RunnerResult): string[] {
  const counted = categories
    .flatMap((name) => lhr.categories[name]?.auditRefs ?? [])
    .filter(({ weight }) => weight > 0);
  return counted.flatMap(({ id }) => {
    const { title = id, displayValue = "", score } = lhr.audits[id] ?? {};
    return (score ?? 1) < 0.9 ? [`${id}: ${title} ${displayValue}`.trim()] : [];
  });
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}
