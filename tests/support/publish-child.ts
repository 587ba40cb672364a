import { spawn, type ChildProcess } from "node:child_process";
import { expect } from "vitest";
import type { PublishTargetOptions } from "../../lib/core/publish/target.ts";
import { commandEnvironment, repository } from "./run-command.ts";
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
