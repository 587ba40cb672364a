import { existsSync } from "node:fs";
import type { BuildOptions, BuildOutcome, Progress } from "./build-site.ts";
import { lockProject } from "./lock.ts";
import type { Project } from "./project.ts";
import { readRecord, recordPath } from "./reuse/build-record.ts";
import { surroundingsStamp } from "./reuse/surroundings.ts";
import { inputsStamp, unchangedSince } from "./reuse/unchanged.ts";

/**
 * Build a project's site as `buildSite` does, one build of it at a time; do nothing where the
 * last one left what this one would make.
 *
 * What makes a site takes longer to load than it takes to see that there is nothing to make,
 * so it is loaded only then.
 */
export async function buildIfChanged(
  project: Project,
  options: BuildOptions,
  progress: Progress,
): Promise<BuildOutcome> {
  const release = lockProject(project.root);
  try {
    const start = performance.now();
    // Before anything is read: what is saved from here on is another state of its file.
    const surroundings = surroundingsStamp(project);
    // What a site's own code adds to templates may give something else each time; a PDF stands among a brief's files.
    const canKeep = !options.pdf && !project.site.extendNunjucks;
    const inputs = canKeep ? inputsStamp(project, surroundings) : undefined;
    // Without the site that it tells of, a record is of no use.
    const mayKeep = canKeep && !options.fresh && existsSync(project.dist);
    const before = mayKeep ? readRecord(recordPath(project.dist)) : undefined;
    const unchanged = unchangedSince(before, inputs, project.dist);
    if (unchanged && !(options.strict && unchanged.warnings.length > 0)) {
      const detail = "nothing that the site is made from, and nothing in the published folder";
      progress("unchanged", detail, performance.now() - start);
      return { summary: unchanged };
    }
    const { buildSite } = await import("./build-site.ts");
    return await buildSite(project, options, { surroundings, canKeep, inputs, before }, progress);
  } finally {
    release();
  }
}
