import { chmodSync, cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { delimiter, join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { expectOldOrNew, expectWhole } from "../support/expect-site.ts";
import { installedRsync } from "../support/installed-rsync.ts";
import { publishWhole, startPublish } from "../support/publish-child.ts";
import { repository } from "../support/run-command.ts";
import { serveSite, type SiteServer } from "../support/static-server.ts";
import { filesBelow } from "../support/tree.ts";
import { buildTwoSites, removeTwoSites, type TwoSites } from "../support/old-and-new-site.ts";

let sites: TwoSites;
let site: SiteServer;
let control: Server;
/** Says before each file that changes at the target whether the publish goes on. */
let beforeChange: () => "go" | "kill" = () => "go";

/** How many files a publish of the new site changes, one after the other. */
let changes = 0;

const web = () => join(sites.copy.root, "web");
const target = () => ({ to: "rsync" as const, destination: web() });
const contents = () => new Map(filesBelow(web()).map((file) => [file, readFileSync(join(web(), file))]));

/** The environment of a publish whose rsync is watched. */
function watching(real: string): Record<string, string> {
  const bin = join(sites.copy.root, "bin");
  const { port } = control.address() as AddressInfo;
  const path = `${bin}${delimiter}${process.env.PATH ?? ""}`;
  return { PATH: path, RSYNC_REAL: real, CONTROL: `http://127.0.0.1:${port}/` };
}

/** The environment of one that is let be. */
const unwatched = () => (installedRsync === undefined ? watching("") : {});

beforeAll(async () => {
  sites = await buildTwoSites();
  const bin = join(sites.copy.root, "bin");
  mkdirSync(bin);
  const program = join(repository, "tests/support/rsync-stand-in.mjs");
  writeFileSync(join(bin, "rsync"), `#!/bin/sh\nexec "${process.execPath}" "${program}" "$@"\n`);
  chmodSync(join(bin, "rsync"), 0o755);
  control = createServer((_, response) => {
    response.end(beforeChange());
  });
  await new Promise<void>((resolve) => control.listen(0, "127.0.0.1", resolve));
  await publishWhole(target(), sites, sites.old, unwatched());
  cpSync(web(), `${web()}-before`, { recursive: true });
  site = await serveSite(web());
  beforeChange = () => {
    changes += 1;
    return "go";
  };
  await publishWhole(target(), sites, sites.fresh, watching(""));
});

afterAll(async () => {
  await site.close();
  control.close();
  removeTwoSites(sites);
});

function putBackOldSite(): void {
  rmSync(web(), { recursive: true });
  cpSync(`${web()}-before`, web(), { recursive: true });
}

test.each([
  ["a stand-in for rsync", "", [1 / 3]],
  ["the real rsync", installedRsync, [3 / 4]],
])(
  "with %s, a publish whose process is killed leaves old and new pages that lack nothing, and the next completes it",
  { timeout: 600_000 },
  async (_, real, moments) => {
    if (real === undefined) return;
    for (const moment of moments) {
      const kill = Math.max(1, Math.floor(changes * moment));
      putBackOldSite();
      let count = 0;
      beforeChange = () => ((count += 1) === kill ? "kill" : "go");
      const { code } = await startPublish(target(), sites, sites.fresh, watching(real)).result;
      expect(code).toBeNull();
      await expectOldOrNew(site.url, sites, `killed at ${kill}`);
      beforeChange = () => "go";
      await publishWhole(target(), sites, sites.fresh, unwatched());
      expectWhole(contents(), sites.fresh);
    }
  },
);
