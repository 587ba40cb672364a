import Eleventy from "@11ty/eleventy";
import { isPincitePage } from "./add-pages.ts";
import { handOver, type MadePages, type Session } from "./session.ts";

export interface BuiltPages {
  /** The files of the site's own pages, relative to the project, by root-relative address. */
  readonly own: ReadonlyMap<string, string>;
  /** Nothing in a preview. */
  readonly made: MadePages;
}

/**
 * Render a session's pages with Eleventy, together with those that the site has of its own.
 *
 * Eleventy runs in the project's folder, from which a configuration names its folders.
 *
 * @param configPath absolute path of the site's configuration.
 * @param output absolute path; what is there already stays unless a page replaces it.
 */
export async function buildPages(session: Session, configPath: string, output: string): Promise<BuiltPages> {
  const own = new Map<string, string>();
  let made: MadePages = {
    pages: [],
    characters: new Map(),
    addresses: new Map(),
    renamed: new Map(),
    links: undefined,
  };
  const onMade = (pages: MadePages) => {
    made = pages;
  };
  const before = process.cwd();
  process.chdir(session.root);
  try {
    const eleventy = new Eleventy(undefined, output, {
      // Otherwise the configuration's dir.output would win, and dist be written to directly.
      source: "cli",
      configPath,
      quietMode: true,
      config: (config) => {
        handOver(config, { ...session, onMade });
        // The site's own pages are made where the parts are joined; Pincite's lie in no file.
        if (session.isPart) config.ignores.add("./**");
        config.on("eleventy.after", ({ results }) => {
          for (const { inputPath, url } of results)
            if (url !== false && !isPincitePage(inputPath)) own.set(url, inputPath.replace(/^\.\//, ""));
        });
      },
    });
    eleventy.disableLogger();
    await eleventy.write();
    return { own, made };
  } finally {
    process.chdir(before);
  }
}
