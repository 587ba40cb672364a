import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fixtureFolder } from "./fixture-site.ts";
import { buildCopy, copyProject, removeCopy, type SiteCopy } from "./site-copy.ts";
import { serveSite, type SiteServer } from "./static-server.ts";

/** A library, built and served, and a programme's site whose briefs cite it, not yet built. */
export interface TwoSites {
  readonly library: SiteCopy;
  readonly programme: SiteCopy;
  readonly server: SiteServer;
  remove(): Promise<void>;
}

/** Copies of the fixtures `library` and `programme`, the second told where the first is served. */
export async function openTwoSites(): Promise<TwoSites> {
  const library = copyProject(fixtureFolder("library"));
  const programme = copyProject(fixtureFolder("programme"));
  await buildCopy(library);
  const server = await serveSite(library.dist);
  edit(programme, ".eleventy.ts", "https://library.example/", server.url);
  return {
    library,
    programme,
    server,
    async remove() {
      await server.close();
      removeCopy(library);
      removeCopy(programme);
    },
  };
}

/** Write something else in a file of a site, wherever it stands. @throws when it stands nowhere. */
export function edit({ root }: SiteCopy, path: string, from: string, to: string): void {
  const file = join(root, path);
  const text = readFileSync(file, "utf8");
  if (!text.includes(from)) throw new Error(`${path} has no "${from}"`);
  writeFileSync(file, text.replaceAll(from, to));
}
