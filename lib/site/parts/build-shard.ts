import type { Problem } from "../../core/problem.ts";
import { keepHeapSmall } from "../heap.ts";
import { prepareSite } from "../prepare-site.ts";
import type { Project } from "../project.ts";
import { surroundingsStamp } from "../reuse/surroundings.ts";
import { openWorkspace } from "../swap.ts";
import { buildPart } from "./build-part.ts";
import { unitsOf, type Share } from "./share.ts";

export type ShardOutcome =
  /** How many folders of briefs, sources and topics were made, and how many the whole site has. */
  | { readonly made: number; readonly all: number; readonly problems?: undefined }
  | { readonly problems: readonly Problem[] };

/**
 * Verify a whole library and make one part of its pages into a folder that can be taken to
 * where the parts are joined: see `BuildOptions.parts`.
 *
 * @param folder absolute path; a part that is there is replaced.
 */
export async function buildShard(
  project: Project,
  share: Share,
  folder: string,
  strict: boolean,
): Promise<ShardOutcome> {
  keepHeapSmall();
  const site = await prepareSite(project, { strict, surroundings: surroundingsStamp(project) });
  if (site.problems) return { problems: site.problems };
  const units = unitsOf(site.units, share);
  const workspace = openWorkspace(project.root, folder);
  try {
    await buildPart(project, site, units, workspace.staging, { isSpare: false, isFollowed: false });
    await workspace.publish();
  } finally {
    workspace.discard();
  }
  return { made: units.length, all: site.units.length };
}
