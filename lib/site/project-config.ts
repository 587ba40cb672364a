import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { defaultConfig, findConfig } from "./config-file.ts";
import { moduleAssets, searchProvider } from "./search/provider.ts";
import { defineSite, type GivenSite, type SiteOptions } from "./site.ts";

export interface ProjectConfig {
  /** Absolute path. */
  readonly config: string;
  readonly site: SiteOptions;
}

/**
 * Find and load a project's configuration, or the one for projects that have none.
 *
 * @param root absolute path of the project. @throws when it does not say what the site is.
 */
export async function loadProjectConfig(root: string): Promise<ProjectConfig> {
  const own = findConfig(root);
  const config = own === undefined ? defaultConfig : join(root, own);
  const loaded = (await import(pathToFileURL(config).href)) as Exports & { readonly default?: Exports };
  // A CommonJS module is its default export, and Node does not find every name in it.
  const site = loaded.site ?? loaded.default?.site;
  if (site) {
    const defined = defineSite(site);
    // Said before anything is done, whatever is to be done.
    moduleAssets(searchProvider(defined), root);
    return { config, site: defined };
  }
  throw new Error(
    `${config} does not say what the site is. Write export const site = defineSite({ title: "…" }) in it, and give that to the plugin: config.addPlugin(pincite, site).`,
  );
}

interface Exports {
  readonly site?: GivenSite;
}
