import { cpSync, existsSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { rsyncStore } from "../../lib/site/publish/rsync-store.ts";
import { publishAtEveryStep, type StepTarget } from "../support/every-step.ts";
import { installedRsync } from "../support/installed-rsync.ts";
import { buildTwoSites, removeTwoSites, type TwoSites } from "../support/old-and-new-site.ts";
import { serveSite, type SiteServer } from "../support/static-server.ts";
import { filesBelow } from "../support/tree.ts";

let sites: TwoSites;
let site: SiteServer;

const web = () => join(sites.copy.root, "web");
const aside = () => `${web()}-aside`;

beforeAll(async () => {
  sites = await buildTwoSites();
  site = await serveSite(web());
});

afterAll(async () => {
  await site.close();
  removeTwoSites(sites);
});

function copyFolder(from: string, to: string): void {
  rmSync(to, { recursive: true, force: true });
  cpSync(from, to, { recursive: true });
}

test.skipIf(installedRsync === undefined)(
  "after each step of a publish with the real rsync nothing is missing, and killed there, the next completes it",
  { timeout: 600_000 },
  async () => {
    const target: StepTarget<void> = {
      open: (work) => rsyncStore(web(), work),
      url: site.url,
      contents: () => new Map(filesBelow(web()).map((file) => [file, readFileSync(join(web(), file))])),
      keep: () => {
        copyFolder(web(), aside());
      },
      putBack: () => {
        copyFolder(aside(), web());
      },
    };
    const steps = await publishAtEveryStep(sites, target, { killAfterEach: 5 });
    expect(steps.length).toBeGreaterThan(40);
    expect(steps.some(({ does }) => does === "delete")).toBe(true);
  },
);

test.skipIf(installedRsync === undefined)("no folder stays behind when all its files are gone", () => {
  expect(existsSync(join(web(), "briefs/harbour"))).toBe(true);
  const folders = readdirSync(web(), { withFileTypes: true, recursive: true }).filter((entry) => entry.isDirectory());
  const paths = folders.map((entry) => join(entry.parentPath, entry.name));
  expect(paths.filter((path) => readdirSync(path).length === 0)).toEqual([]);
});
