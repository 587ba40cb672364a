import { cpSync, readFileSync, rmSync } from "node:fs";
import { delimiter, join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { expectNew, expectOldOrNew, publishWhole, startPublish } from "../support/publish-child.ts";
import { serveSite, type SiteServer } from "../support/static-server.ts";
import { filesBelow } from "../support/tree.ts";
import { buildTwoSites, removeTwoSites, type TwoSites } from "../support/old-and-new-site.ts";

let sites: TwoSites;
let site: SiteServer;

const www = () => join(sites.copy.root, "www");
const current = () => join(www(), "current");
const target = () => ({ to: "folder" as const, path: www() });
const contents = () =>
  new Map(filesBelow(`${current()}/`.slice(0, -1)).map((file) => [file, readFileSync(join(current(), file))]));

beforeAll(async () => {
  sites = await buildTwoSites();
  await publishWhole(target(), sites, sites.old);
  cpSync(www(), `${www()}-before`, { recursive: true, verbatimSymlinks: true });
  site = await serveSite(current());
});

afterAll(async () => {
  await site.close();
  removeTwoSites(sites);
});

function putBackOldSite(): void {
  rmSync(www(), { recursive: true });
  cpSync(`${www()}-before`, www(), { recursive: true, verbatimSymlinks: true });
}

const preload = ["./tests/support/kill-at-operation.ts"];

/** The environment of a publish that is killed before one of its operations on these folders, or inside one. */
function killing(at: number, inside = "/nowhere"): Record<string, string> {
  const folders = [www(), join(www(), "releases")].join(delimiter);
  return { KILL_FOLDERS: folders, KILL_SITE: inside, KILL_AT: String(at) };
}

test(
  "killed before any step, a publish leaves the old site or the new one, and the next completes it",
  { timeout: 600_000 },
  async () => {
    const titles = new Set<boolean>();
    for (let step = 1, code: number | null = null; code === null; step++) {
      putBackOldSite();
      ({ code } = await startPublish(target(), sites, sites.fresh, killing(step), preload).result);
      await expectOldOrNew(site.url, sites, `killed at ${step}`);
      titles.add(readFileSync(join(current(), "index.html")).equals(readFileSync(join(sites.fresh, "index.html"))));
      await publishWhole(target(), sites, sites.fresh);
      expectNew(contents(), sites);
    }
    // Some kills came before the switch, and some after it.
    expect(titles.size).toBe(2);
  },
);

test("killed while it writes the files of a release, it leaves the old site", { timeout: 600_000 }, async () => {
  for (const step of [4, 12, 30, 60]) {
    putBackOldSite();
    const { code } = await startPublish(target(), sites, sites.fresh, killing(step, join(www(), "releases")), preload)
      .result;
    expect(code).toBeNull();
    await expectOldOrNew(site.url, sites, `killed at ${step}`);
    expect(readFileSync(join(current(), "index.html"))).toEqual(readFileSync(join(sites.old, "index.html")));
    await publishWhole(target(), sites, sites.fresh);
    expectNew(contents(), sites);
  }
});
