import fc from "fast-check";
import { mkdirSync, mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { formatProblem } from "../../lib/core/problem.ts";
import { buildIfChanged } from "../../lib/site/build-if-changed.ts";
import { openProject, type Project } from "../../lib/site/project.ts";
import { copyToEdit, edits, makeEdit } from "../support/random-edits.ts";
import { contentsOf, differing } from "../support/site-contents.ts";
import { removeCopy } from "../support/site-copy.ts";
import { filesBelow } from "../support/tree.ts";

/** @returns what is wrong, a line each. */
async function build(project: Project, fresh: boolean): Promise<string[]> {
  const { problems } = await buildIfChanged(project, { strict: false, fresh }, () => undefined);
  return (problems ?? []).map(formatProblem);
}

test("after any edits, a build that keeps what it can gives the bytes of one that keeps nothing", async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.array(edits, { minLength: 1, maxLength: 3 }), { minLength: 4, maxLength: 4 }),
      async (all) => {
        const copy = copyToEdit();
        const elsewhere = realpathSync(mkdtempSync(join(tmpdir(), "pincite-fresh-")));
        try {
          const project = await openProject(copy.root, copy.dist, { frozen: false, today: "2026-03-05" });
          expect(await build(project, false)).toEqual([]);
          for (const [index, some] of all.entries()) {
            const sources = join(copy.root, "sources");
            const texts = filesBelow(sources).map((path) => [path, readFileSync(join(sources, path), "utf8")] as const);
            const mends = some.flatMap((edit) => makeEdit(copy, edit) ?? []);
            // What cannot be published says so, and leaves the next build what the last one left.
            if (mends.length > 0) await build(project, false);
            for (const mend of mends.reverse()) mend();
            // Where something cited may now stand elsewhere, somebody would have to decide.
            if ((await build(project, false)).length > 0)
              for (const [path, text] of texts) writeFileSync(join(sources, path), text);
            const fresh = { ...project, dist: join(elsewhere, String(index)) };
            expect([...(await build(project, false)), ...(await build(fresh, true))]).toEqual([]);
            const edited = JSON.stringify(all.slice(0, index + 1));
            expect(differing(contentsOf(copy.dist), contentsOf(fresh.dist)), edited).toEqual([]);
          }
        } finally {
          removeCopy(copy);
          rmSync(elsewhere, { recursive: true });
        }
      },
    ),
    { numRuns: 4 },
  );
}, 240_000);

test("a library whose files were written in another order gives the same bytes", async () => {
  const [copy, other] = [copyToEdit(), copyToEdit()];
  const circumstances = { frozen: false, today: "2026-03-05" };
  try {
    expect(await build(await openProject(copy.root, copy.dist, circumstances), true)).toEqual([]);
    const folders = ["briefs", "sources"];
    for (const folder of folders) rmSync(join(other.root, folder), { recursive: true });
    for (const folder of folders) mkdirSync(join(other.root, folder));
    const files = folders.flatMap((folder) => filesBelow(join(copy.root, folder)).map((path) => `${folder}/${path}`));
    const [order = []] = fc.sample(fc.shuffledSubarray(files, { minLength: files.length }), 1);
    for (const path of order) writeFileSync(join(other.root, path), readFileSync(join(copy.root, path)));
    expect(await build(await openProject(other.root, other.dist, circumstances), true)).toEqual([]);
    expect(differing(contentsOf(copy.dist), contentsOf(other.dist))).toEqual([]);
  } finally {
    removeCopy(copy);
    removeCopy(other);
  }
});
