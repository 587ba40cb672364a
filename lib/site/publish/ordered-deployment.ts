import { existsSync, mkdirSync, rmSync } from "node:fs";
import { dirname, join } from "node:path";
import type { Deployment, Publishing } from "./deployment.ts";
import { planOrdered, publishOrdered } from "./ordered-publish.ts";
import type { Store } from "./store.ts";

/**
 * What publishing to a target that takes files one by one would do.
 *
 * @param open gives its store, which may put what is on its way into a folder of this
 * machine. @throws a sentence for people.
 */
export async function orderedDeployment(
  open: (work: string) => Store,
  { dist, after }: Pick<Publishing, "dist" | "after">,
): Promise<Deployment> {
  const plan = await withWorkFolder(dist, (work) => planOrdered(open(work), after));
  const { before, recordNow, passes, done } = plan;
  const isDamaged = recordNow !== undefined && before === undefined;
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
  return { before, isDamaged, record: done, operations, folder: undefined, run };
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
