import { spawn, type ChildProcess } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect } from "vitest";
import { readRecord, recordPath } from "../../lib/core/publish/site-record.ts";
import type { PublishTargetOptions } from "../../lib/core/publish/target.ts";
import { siteMarker } from "../../lib/site/swap.ts";
import { crawl } from "./crawl.ts";
import { commandEnvironment, repository } from "./run-command.ts";
import { filesBelow } from "./tree.ts";
import type { TwoSites } from "./old-and-new-site.ts";

export interface PublishChild {
  readonly process: ChildProcess;
  readonly result: Promise<{ readonly code: number | null; readonly stderr: string }>;
}

/** Publish a built site in a process of its own. @param preload modules that run in it before. */
export function startPublish(
  target: PublishTargetOptions,
  { copy }: TwoSites,
  dist: string,
  env: Readonly<Record<string, string>> = {},
  preload: readonly string[] = [],
): PublishChild {
  const imports = ["tsx", ...preload].flatMap((module) => ["--import", module]);
  const given = JSON.stringify({ target, root: copy.root, dist });
  const child = spawn(process.execPath, [...imports, "tests/support/publish-program.ts", given], {
    cwd: repository,
    env: commandEnvironment(env),
    stdio: ["ignore", "ignore", "pipe"],
  });
  let stderr = "";
  child.stderr.setEncoding("utf8").on("data", (text: string) => {
    stderr += text;
  });
  const result = new Promise<{ code: number | null; stderr: string }>((resolve, reject) => {
    child.once("error", reject);
    child.once("close", (code) => {
      resolve({ code, stderr });
    });
  });
  return { process: child, result };
}

/** The same to its end. @throws with its own words when it fails. */
export async function publishWhole(...args: Parameters<typeof startPublish>): Promise<void> {
  const { code, stderr } = await startPublish(...args).result;
  expect(stderr).toBe("");
  expect(code).toBe(0);
}

/** What pages hold for others while a publish runs. */
const held = /(?:<span id="[^"]*" hidden><\/span>)+\n/g;

/**
 * Walk through a site that is being published, or was until it was killed: whatever is led
 * to is there, and each page is the old one or the new one.
 */
export async function expectOldOrNew(url: string, { old, fresh }: TwoSites, moment: string): Promise<void> {
  const { missing, pages } = await crawl(url);
  expect(missing, moment).toEqual([]);
  for (const [path, html] of pages) {
    const file = path === "" || path.endsWith("/") ? `${path}index.html` : path;
    const plain = html.replace(held, "");
    const versions = [old, fresh].flatMap((folder) => readIfThere(join(folder, file)) ?? []);
    expect(versions.includes(plain), `${moment}: ${path} is neither old nor new`).toBe(true);
  }
}

/** What a target holds when the new site is there: its files, its record, and what is kept of the old one for a while. */
export function expectNew(contents: ReadonlyMap<string, Buffer>, { fresh }: TwoSites): void {
  const record = readRecord(contents.get(recordPath)?.toString() ?? "");
  expect(record?.unsure).toEqual([]);
  const files = filesBelow(fresh).filter((file) => file !== siteMarker);
  expect([...contents.keys()].sort()).toEqual([...files, ...(record?.kept ?? []), recordPath].sort());
  for (const file of files)
    expect(contents.get(file)?.equals(readFileSync(join(fresh, file))), `${file} is the new site's`).toBe(true);
}

function readIfThere(file: string): string | undefined {
  try {
    return readFileSync(file, "utf8");
  } catch {
    return undefined;
  }
}
