import { recordPath } from "../../core/publish/site-record.ts";
import type { Deployment, Publishing } from "./deployment.ts";
import { currentRecord, folderFailure, planRelease, publishRelease, servedFolder } from "./folder-releases.ts";

/** What publishing to a folder of this machine would do. @param folder absolute path. @throws a sentence for people. */
export function folderDeployment(folder: string, { dist, after }: Pick<Publishing, "dist" | "after">): Deployment {
  const { before, isDamaged, plan } = inFolder(folder, () => {
    const { current, record } = currentRecord(folder);
    const isDamaged = current !== undefined && !record;
    return { before: record, isDamaged, plan: planRelease(folder, record, after) };
  });
  const served = servedFolder(folder);
  if (!plan) return { before, isDamaged, record: before, operations: [], folder: served, run: () => Promise.resolve() };
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
  return { before, isDamaged, record: plan.record, operations, folder: served, run };
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
