import type { TestProject } from "vitest/node";
import { buildCopy, copyProject, removeCopy, type SiteCopy } from "./site-copy.ts";
import { repository } from "./run-command.ts";

declare module "vitest" {
  interface ProvidedContext {
    /** The example library, copied and built once for the whole run; tests only read it. */
    exampleSite: SiteCopy;
  }
}

/** Build the example library before the first test, and take it away after the last. */
export default async function setup(project: TestProject): Promise<() => void> {
  const example = copyProject(repository);
  try {
    await buildCopy(example);
  } catch (error) {
    removeCopy(example);
    throw error;
  }
  project.provide("exampleSite", example);
  return () => {
    removeCopy(example);
  };
}
