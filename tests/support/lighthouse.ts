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

/**
 * Judge a page. How quick it is depends on what else the machine does: of three runs the
 * median counts, everything else is the same in each.
 */
export async function judge(url: string, port: number, device: Device): Promise<Judgement> {
  const first = await run(url, port, device, categories);
  const others = [await run(url, port, device, ["performance"]), await run(url, port, device, ["performance"])];
  const score = ({ lhr }: RunnerResult, name: keyof Scores) => Math.round((lhr.categories[name]?.score ?? 0) * 100);
  const [, performance = 0] = [first, ...others].map((one) => score(one, "performance")).sort((a, b) => a - b);
  const scores = Object.fromEntries(categories.map((name) => [name, score(first, name)])) as unknown as Scores;
  return { scores: { ...scores, performance }, losses: lossesOf(first) };
}

async function run(
  url: string,
  port: number,
  device: Device,
  onlyCategories: readonly string[],
): Promise<RunnerResult> {
  const flags: Flags = { port, output: "json", logLevel: "error", onlyCategories: [...onlyCategories] };
  const result = await lighthouse(url, flags, device === "desktop" ? desktopConfig : undefined);
  if (!result) throw new Error(`Lighthouse gave no answer for ${url}`);
  const { runtimeError } = result.lhr;
  if (runtimeError) throw new Error(`Lighthouse: ${runtimeError.message}`);
  return result;
}

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
