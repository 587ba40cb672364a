import { cpSync, existsSync, readFileSync, rmSync } from "node:fs";
import { delimiter, join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { folderDeployment } from "../../lib/site/publish/folder-deployment.ts";
import { readInventory } from "../../lib/site/publish/read-inventory.ts";
import type { Fetching } from "../support/crawl.ts";
import { expectOldOrNew, expectWhole } from "../support/expect-site.ts";
import { beforeEachChange } from "../support/folder-steps.ts";
import { publishWhole, startPublish } from "../support/publish-child.ts";
import { buildTwoSites, removeTwoSites, type TwoSites } from "../support/old-and-new-site.ts";
import { filesBelow } from "../support/tree.ts";

let sites: TwoSites;

const www = () => join(sites.copy.root, "www");
const current = (folder: string) => join(folder, "current");
const contents = (folder: string) =>
  new Map(filesBelow(current(folder)).map((file) => [file, readFileSync(join(current(folder), file))]));

beforeAll(async () => {
  sites = await buildTwoSites();
  await publish(sites.old, www());
  copyFolder(www(), `${www()}-before`);
});

afterAll(() => {
  removeTwoSites(sites);
});

async function publish(dist: string, folder: string): Promise<void> {
  await folderDeployment(folder, { dist, after: readInventory(dist, new Map()) }).run(() => undefined);
}

function copyFolder(from: string, to: string): void {
  rmSync(to, { recursive: true, force: true });
  cpSync(from, to, { recursive: true, verbatimSymlinks: true });
}

/** A reader walks through what is served: all of it is of the old site, or all of the new. */
async function look(folder: string, moment: string): Promise<"old" | "new"> {
  const fetching: Fetching = (path) => {
    const file = join(current(folder), path === "" || path.endsWith("/") ? `${path}index.html` : path);
    return Promise.resolve(existsSync(file) ? readFileSync(file) : undefined);
  };
  await expectOldOrNew("http://folder.invalid/", sites, moment, fetching);
  const is = (site: string) =>
    readFileSync(join(current(folder), "index.html")).equals(readFileSync(join(site, "index.html")));
  expect(is(sites.old) !== is(sites.fresh)).toBe(true);
  const which = is(sites.fresh) ? "new" : "old";
  expectWhole(contents(folder), which === "new" ? sites.fresh : sites.old);
  return which;
}

test(
  "killed before any change of its folder, a publish leaves the old site or the new one, and the next completes it",
  { timeout: 600_000 },
  async () => {
    const moments: { readonly change: string; readonly folder: string }[] = [];
    const keep = (change: string) => {
      const folder = join(sites.copy.root, "moments", String(moments.length + 1));
      copyFolder(www(), folder);
      moments.push({ change, folder });
    };
    await beforeEachChange(www(), keep, () => publish(sites.fresh, www()));
    expect(moments.length).toBeGreaterThan(100);
    const seen: string[] = [];
    let completed = 0;
    for (const [index, { change, folder }] of moments.entries()) {
      const moment = `killed before ${index + 1}: ${change}`;
      seen.push(await look(folder, moment));
      // What lies hidden beside the site is the same to every publish: every fifth is completed.
      if (change.includes("/releases/.") && index % 5 !== 0) continue;
      // The next publish is of the new site, or back to the old one.
      const isNew = completed++ % 2 === 0;
      await publish(isNew ? sites.fresh : sites.old, folder);
      expect(await look(folder, `completed, ${moment}`)).toBe(isNew ? "new" : "old");
    }
    // Once, and in one step.
    const firstNew = seen.indexOf("new");
    expect(seen.slice(0, firstNew)).not.toContain("new");
    expect(seen.slice(firstNew)).not.toContain("old");
    expect(moments[firstNew - 1]?.change).toBe("renameSync /.current-next");
  },
);

test("so it is where its process is killed", { timeout: 600_000 }, async () => {
  const target = { to: "folder" as const, path: www() };
  const folders = [www(), join(www(), "releases")].join(delimiter);
  for (const [inside, step] of [
    ["/nowhere", 2],
    ["/nowhere", 6],
    [join(www(), "releases"), 30],
  ] as const) {
    copyFolder(`${www()}-before`, www());
    const killing = { KILL_FOLDERS: folders, KILL_SITE: inside, KILL_AT: String(step) };
    const preload = ["./tests/support/kill-at-operation.ts"];
    const { code } = await startPublish(target, sites, sites.fresh, killing, preload).result;
    expect(code).toBeNull();
    await look(www(), `killed at ${step}`);
    await publishWhole(target, sites, sites.fresh);
    expect(await look(www(), `completed after ${step}`)).toBe("new");
  }
});
