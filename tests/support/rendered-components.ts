import { mkdtempSync, realpathSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Direction } from "../components/component-pages.ts";
import { renderComponents } from "../components/render-components.ts";
import { serveSite } from "./static-server.ts";

/** The pages of the components in one direction, rendered and served. */
export interface ServedComponents {
  /** Absolute path of their folder. */
  readonly folder: string;
  /** Where it is served, with a slash at the end. */
  readonly url: string;
  close(): Promise<void>;
}

/** Render the pages of the components and serve them; closing takes them away again. */
export async function serveComponents(direction: Direction): Promise<ServedComponents> {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), "pincite-components-site-")));
  await renderComponents(folder, direction);
  const site = await serveSite(folder, `/${direction}/`);
  return {
    folder,
    url: site.url,
    close: async () => {
      await site.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
