import { existsSync, mkdirSync, rmSync } from "node:fs";
import { dirname, isAbsolute, join, resolve } from "node:path";
import { recordPath, readRecord, type SiteRecord } from "../../core/publish/site-record.ts";
import type { PublishTarget } from "../../core/publish/target.ts";
import { currentRecord, folderFailure, planRelease, publishRelease, servedFolder } from "./folder-releases.ts";
import { deployFolder, hostCommand, runOnGitHub } from "./hosts.ts";
import type { LiveSite } from "./live-site.ts";
import { planOrdered, publishOrdered } from "./ordered-publish.ts";
import type { BuiltInventory } from "./read-inventory.ts";
import { isRemote, rsyncStore } from "./rsync-store.ts";
import { s3Store } from "./s3-store.ts";
import { stageSite } from "./stage-site.ts";
import type { Store } from "./store.ts";

/** What publishing to one target would do. */
export interface Deployment {
  /** What the target says it holds; undefined where it says nothing. */
  readonly before: SiteRecord | undefined;
  /** What it will say; undefined where the host builds the site anew. */
  readonly record: SiteRecord | undefined;
  /** In order, a line each; none where the target holds this very site. */
  readonly operations: readonly string[];
  /** Where the published site can be read without a web server, as an absolute path. */
  readonly folder: string | undefined;
  /** @throws a sentence for people. */
  run(progress: (line: string) => void): Promise<void>;
}

/** The project that is published. Paths are absolute. */
export interface Publishing {
  readonly root: string;
  readonly dist: string;
  readonly pathPrefix: string;
  readonly after: BuiltInventory;
  /** Undefined where the site has no public address. */
  readonly live: LiveSite | undefined;
  readonly environment: NodeJS.ProcessEnv;
}

/** See what a target holds, and what is to be done. Nothing is written there. @throws a sentence for people. */
export async function planDeployment(target: PublishTarget, publishing: Publishing): Promise<Deployment> {
  switch (target.to) {
    case "folder":
      return folderDeployment(resolve(publishing.root, target.path), publishing);
    case "rsync": {
      const { destination } = target;
      const isLocal = !isRemote(destination) && !isAbsolute(destination);
      const to = isLocal ? resolve(publishing.root, destination) : destination;
      return orderedDeployment((work) => rsyncStore(to, work), publishing);
    }
    case "s3":
      return orderedDeployment(() => s3Store(target, publishing.environment), publishing);
    default:
      return hostDeployment(target, publishing);
  }
}

function folderDeployment(folder: string, { dist, after }: Publishing): Deployment {
  const { before, plan } = inFolder(folder, () => {
    const record = currentRecord(folder);
    return { before: record, plan: planRelease(folder, record, after) };
  });
  const served = servedFolder(folder);
  if (!plan) return { before, record: before, operations: [], folder: served, run: () => Promise.resolve() };
  const release = `releases/${plan.name}`;
  const operations = [
    ...plan.fromSite.map((path) => `write   ${release}/${path}`),
    `take over ${plan.fromBefore.length} files that are the same`,
    `write   ${release}/${recordPath}`,
    `switch  current → ${release}`,
    ...plan.removed.map((name) => `delete  releases/${name}`),
  ];
  const run = (progress: (line: string) => void) => {
    inFolder(folder, () => {
      publishRelease(folder, plan, dist);
    });
    progress(`${plan.fromSite.length} files written, ${plan.fromBefore.length} taken over, current → ${release}`);
    return Promise.resolve();
  };
  return { before, record: plan.record, operations, folder: served, run };
}

/** Do something with a target's folder. @throws a sentence where the file system does not let it. */
function inFolder<Result>(folder: string, work: () => Result): Result {
  const attempt = (): { readonly result: Result } | { readonly failure: unknown } => {
    try {
      return { result: work() };
    } catch (failure) {
      return { failure };
    }
  };
  const done = attempt();
  if ("result" in done) return done.result;
  throw new Error(folderFailure(folder, done.failure));
}

async function orderedDeployment(open: (work: string) => Store, publishing: Publishing): Promise<Deployment> {
  const { dist, after } = publishing;
  const plan = await withWorkFolder(dist, async (work) => {
    const store = open(work);
    const bytes = (await store.read([recordPath])).get(recordPath);
    const before = bytes && readRecord(new TextDecoder().decode(bytes));
    return { before, ...(await planOrdered(store, before, after)) };
  });
  const { before, passes, done } = plan;
  const operations = passes.flatMap(({ name, files }) =>
    files.map(({ path, ...does }) => {
      const holds = "holds" in does && does.holds.length > 0 ? `, holding ${does.holds.length} places` : "";
      return `${name.padEnd(13)} ${does.does.padEnd(6)} ${path}${holds}`;
    }),
  );
  const run = (progress: (line: string) => void) =>
    withWorkFolder(dist, (work) =>
      publishOrdered(open(work), plan, dist, ({ name, files }) => {
        progress(`${name}: ${files.length === 1 ? "1 file" : `${files.length} files`}`);
      }),
    );
  return { before, record: done, operations, folder: undefined, run };
}

async function hostDeployment(
  target: Exclude<PublishTarget, { to: "folder" | "rsync" | "s3" }>,
  { root, dist, pathPrefix, after, live }: Publishing,
): Promise<Deployment> {
  const before = await live?.record();
  if (target.to === "github-pages") {
    const { workflow } = target;
    const operations = [`gh workflow run ${workflow}`, "gh run watch"];
    return {
      before,
      record: undefined,
      operations,
      folder: undefined,
      run: (heard) => runOnGitHub(workflow, root, heard),
    };
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
  return { before, record, operations: [[command.program, ...command.args].join(" ")], folder: undefined, run };
}

/** A folder for what is on its way, on the site's file system. One that a kill has left is taken away by the next build. */
async function withWorkFolder<Result>(dist: string, use: (work: string) => Promise<Result>): Promise<Result> {
  const work = join(dirname(dist), ".pincite", `staging-${process.pid}`);
  if (existsSync(work)) rmSync(work, { recursive: true });
  mkdirSync(work, { recursive: true });
  try {
    return await use(work);
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
}
