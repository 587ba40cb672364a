import { existsSync } from "node:fs";
import { join } from "node:path";
import { circumstancesOf, type Circumstances } from "./circumstances.ts";
import { loadProjectConfig } from "./project-config.ts";
import type { SiteOptions } from "./site.ts";

/** A project on disk: what is read, and what it is built into. Paths are absolute. */
export interface Project {
  readonly root: string;
  readonly dist: string;
  readonly config: string;
  readonly site: SiteOptions;
  readonly circumstances: Circumstances;
}

/** Find a project, with its own configuration where it has one. @throws where there is none. */
export async function openProject(
  root: string,
  dist: string,
  circumstances: Circumstances = circumstancesOf(process.env),
): Promise<Project> {
  if (!existsSync(join(root, "briefs")) && !existsSync(join(root, "sources"))) {
    throw new Error(`${root} holds neither briefs/ nor sources/. Run this in a project, or name one with --root.`);
  }
  const { config, site } = await loadProjectConfig(root);
  return { root, dist, config, site, circumstances };
}
