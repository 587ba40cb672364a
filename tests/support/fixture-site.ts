import { join } from "node:path";
import { onTestFinished } from "vitest";
import { repository } from "./run-command.ts";
import { copyProject, removeCopy, type SiteCopy } from "./site-copy.ts";

/** The folder of the small site `tests/fixtures/sites/<name>`. */
export function fixtureFolder(name: string): string {
  return join(repository, "tests/fixtures/sites", name);
}

/** Copy a fixture for the running test, which may write to it; the copy goes when the test is over. */
export function copyFixture(name: string): SiteCopy {
  const copy = copyProject(fixtureFolder(name));
  onTestFinished(() => {
    removeCopy(copy);
  });
  return copy;
}
