import fc from "fast-check";
import { join } from "node:path";
import { expect, test } from "vitest";
import { fileState, listFiles } from "../../lib/site/reuse/file-state.ts";
import { openProject } from "../../lib/site/project.ts";
import { Preview } from "../../lib/site/preview.ts";
import { previewByEleventy } from "../support/eleventy-preview.ts";
import { breakElsewhere, copyToEdit, edits, makeEdit } from "../support/random-edits.ts";
import { contentsOf, differing } from "../support/site-contents.ts";
import { removeCopy } from "../support/site-copy.ts";

test("after any saves, what is served is what a preview of the same files serves that was begun then", async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(edits, { minLength: 8, maxLength: 8 }), async (all) => {
      const copy = copyToEdit();
      try {
        const project = await openProject(copy.root, copy.dist, { frozen: false, today: "2026-03-05" });
        const warm = new Preview(project);
        await warm.update();
        const save = async <Mend>(edit: () => Mend) => {
          const before = statesIn(copy.root);
          const mend = edit();
          await warm.update(false, savedSince(before, statesIn(copy.root)));
          return mend;
        };
        for (const [index, edit] of all.entries()) {
          // Half of what is saved is saved beside a fault, where hardly anything is as a build would have it.
          const mendElsewhere = index % 4 < 2 ? undefined : await save(() => breakElsewhere(copy));
          const mend = await save(() => makeEdit(copy, edit));
          // What is asked for before all is made, and what a fault leaves to be made.
          await warm.make(`/briefs/brief-${edit.at}/`);
          mend?.();
          if (mend) await warm.update();
          if (mendElsewhere) await save(mendElsewhere);
          await warm.make(`/sources/source-${edit.to}/`);
          await warm.make(`/briefs/brief-${edit.at}/index.md`);
          if (index % 2 === 0) continue;
          await warm.finish();
          const served = contentsOf(warm.folder);
          await previewByEleventy(project);
          expect(differing(served, contentsOf(warm.folder)), JSON.stringify(all.slice(0, index + 1))).toEqual([]);
        }
      } finally {
        removeCopy(copy);
      }
    }),
    { numRuns: 6 },
  );
}, 240_000);

/** Of each file of the library by its absolute path. */
function statesIn(root: string): Map<string, string> {
  const paths = ["briefs", "sources"].flatMap((folder) =>
    listFiles(join(root, folder)).map((path) => join(root, folder, path)),
  );
  return new Map(paths.map((path) => [path, fileState(path)]));
}

/** The files that are others; undefined where some came or went. */
function savedSince(before: ReadonlyMap<string, string>, after: ReadonlyMap<string, string>): Set<string> | undefined {
  if (before.size !== after.size || [...after.keys()].some((path) => !before.has(path))) return undefined;
  return new Set([...after.keys()].filter((path) => before.get(path) !== after.get(path)));
}
