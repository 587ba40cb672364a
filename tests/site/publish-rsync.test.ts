import { execFileSync } from "node:child_process";
import { chmodSync, cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { delimiter, join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { expectNew, expectOldOrNew, publishWhole, startPublish } from "../support/publish-child.ts";
import { repository } from "../support/run-command.ts";
import { serveSite, type SiteServer } from "../support/static-server.ts";
import { filesBelow } from "../support/tree.ts";
import { buildTwoSites, removeTwoSites, type TwoSites } from "../support/old-and-new-site.ts";

let sites: TwoSites;
let site: SiteServer;
let control: Server;
/** Says before each file that changes at the target whether the publish goes on. */
let beforeChange: () => Promise<"go" | "kill">;
const go = () => Promise.resolve("go" as const);

const web = () => join(sites.copy.root, "web");
const target = () => ({ to: "rsync" as const, destination: web() });
const contents = () => new Map(filesBelow(web()).map((file) => [file, readFileSync(join(web(), file))]));

/** Absolute path of the machine's rsync; undefined where there is none. */
const installed = (process.env.PATH ?? "")
  .split(delimiter)
  .map((folder) => join(folder, "rsync"))
  .find((path) => {
    try {
      return execFileSync(path, ["--version"], { encoding: "utf8", stdio: ["ignore", "pipe", "ignore"] }).startsWith(
        "rsync  version 3",
      );
    } catch {
      return false;
    }
  });
if (installed === undefined)
  console.warn("NOT PROVED: rsync 3 is not installed here, so publishing with the real rsync was not tested.");

/** The environment of a publish whose rsync is watched. */
function watching(real: string): Record<string, string> {
  const bin = join(sites.copy.root, "bin");
  const { port } = control.address() as AddressInfo;
  const path = `${bin}${delimiter}${process.env.PATH ?? ""}`;
  return { PATH: path, RSYNC_REAL: real, CONTROL: `http://127.0.0.1:${port}/` };
}

beforeAll(async () => {
  sites = await buildTwoSites();
  const bin = join(sites.copy.root, "bin");
  mkdirSync(bin);
  const program = join(repository, "tests/support/rsync-stand-in.mjs");
  writeFileSync(join(bin, "rsync"), `#!/bin/sh\nexec "${process.execPath}" "${program}" "$@"\n`);
  chmodSync(join(bin, "rsync"), 0o755);
  control = createServer((_, response) => {
    beforeChange().then(
      (answer) => response.end(answer),
      (error: unknown) => {
        failures.push(error);
        response.end("go");
      },
    );
  });
  await new Promise<void>((resolve) => control.listen(0, "127.0.0.1", resolve));
  beforeChange = go;
  await publishWhole(target(), sites, sites.old, watching(""));
  cpSync(web(), `${web()}-before`, { recursive: true });
  site = await serveSite(web());
});

/** What a look at the site between two changes has found. */
const failures: unknown[] = [];

afterAll(async () => {
  await site.close();
  control.close();
  removeTwoSites(sites);
});

function putBackOldSite(): void {
  rmSync(web(), { recursive: true });
  cpSync(`${web()}-before`, web(), { recursive: true });
}

describe.each([
  ["a stand-in for rsync", ""],
  ["the real rsync", installed],
])("with %s", (_, real) => {
  let steps = 0;

  test.skipIf(real === undefined)(
    "a reader finds every page old or new, and all that it needs, before each change",
    async () => {
      putBackOldSite();
      steps = 0;
      beforeChange = async () => {
        steps += 1;
        await expectOldOrNew(site.url, sites, `before change ${steps}`);
        return "go";
      };
      await publishWhole(target(), sites, sites.fresh, watching(real ?? ""));
      if (failures.length > 0) throw failures[0];
      await expectOldOrNew(site.url, sites, "after all");
      expectNew(contents(), sites);
      expect(steps).toBeGreaterThan(20);
    },
  );

  test.skipIf(real === undefined)(
    "killed, it leaves such a site, and the next publish completes it",
    { timeout: 600_000 },
    async () => {
      for (const kill of [1, Math.floor(steps / 3), Math.floor((steps * 3) / 4), steps]) {
        putBackOldSite();
        let count = 0;
        beforeChange = () => Promise.resolve((count += 1) === kill ? "kill" : "go");
        const { code } = await startPublish(target(), sites, sites.fresh, watching(real ?? "")).result;
        expect(code).toBeNull();
        await expectOldOrNew(site.url, sites, `killed at ${kill}`);
        beforeChange = go;
        await publishWhole(target(), sites, sites.fresh, watching(real ?? ""));
        expectNew(contents(), sites);
      }
    },
  );
});
