import Eleventy from "@11ty/eleventy";
import { fileURLToPath } from "node:url";
import { dirname, join, relative } from "node:path";
import { handOver, type Session } from "./session.ts";
import { layoutsFolder } from "./plugin.ts";

/** The folder of the package itself: Eleventy runs from here, whatever project it builds. */
export const packageFolder: string = dirname(layoutsFolder);

/**
 * Render a session's pages with Eleventy.
 *
 * @param configPath absolute path of the site's `.eleventy.ts`.
 * @param output absolute path; what is there already stays unless a page replaces it.
 */
export async function buildPages(session: Session, configPath: string, output: string): Promise<void> {
  const eleventy = new Eleventy(relative(process.cwd(), join(layoutsFolder, "pages")), output, {
    // Otherwise the configuration's dir.output would win, and dist be written to directly.
    source: "cli",
    configPath,
    quietMode: true,
    config: (config) => {
      handOver(config, session);
    },
  });
  eleventy.disableLogger();
  await eleventy.write();
}

/** The configuration of a project that has none of its own. */
export const defaultConfig: string = fileURLToPath(new URL("default-config.ts", import.meta.url));
