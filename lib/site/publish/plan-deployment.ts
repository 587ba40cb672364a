import { mkdirSync, rmSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import type { SiteRecord } from "../../core/publish/site-record.ts";
import type { PublishTarget } from "../../core/publish/target.ts";
import type { Deployment, Publishing } from "./deployment.ts";
import { folderDeployment } from "./folder-deployment.ts";
import { deployFolder, hostCommand, runOnGitHub } from "./hosts.ts";
import { orderedDeployment } from "./ordered-deployment.ts";
import { rsyncStore } from "./rsync-store.ts";
import { s3Store } from "./s3-store.ts";
import { stageSite } from "./stage-site.ts";
import { folderOf } from "./target-folder.ts";

/** See what a target holds, and what is to be done. Nothing is written there. @throws a sentence for people. */
export async function planDeployment(target: PublishTarget, publishing: Publishing): Promise<Deployment> {
  switch (target.to) {
    case "folder":
      return folderDeployment(resolve(publishing.root, target.path), publishing);
    case "rsync": {
      const to = folderOf(target, publishing.root) ?? target.destination;
      return orderedDeployment((work) => rsyncStore(to, work), publishing);
    }
    case "s3":
      return orderedDeployment(() => s3Store(target, publishing.environment), publishing);
    default:
      return hostDeployment(target, publishing);
  }
}

async function hostDeployment(
  target: Exclude<PublishTarget, { to: "folder" | "rsync" | "s3" }>,
  { root, dist, pathPrefix, after, live }: Publishing,
): Promise<Deployment> {
  const before = await live?.record();
  if (target.to === "github-pages") {
    const { workflow } = target;
    const operations = [`gh workflow run ${workflow}`, "gh run watch"];
    const run = (heard: (text: string) => void) => runOnGitHub(workflow, root, heard);
    return { before, isDamaged: false, record: undefined, operations, folder: undefined, run };
  }
  const record: SiteRecord = { files: after.files, pages: after.pages, kept: [], unsure: [] };
  const staged = join(dirname(dist), ".pincite", "deploy");
  const command = hostCommand(target, staged);
  const run = async (heard: (text: string) => void) => {
    mkdirSync(dirname(staged), { recursive: true });
    stageSite(dist, staged, record, pathPrefix);
    await deployFolder(command, root, heard);
    rmSync(staged, { recursive: true, force: true });
  };
  const operations = [[command.program, ...command.args].join(" ")];
  return { before, isDamaged: false, record, operations, folder: undefined, run };
}
