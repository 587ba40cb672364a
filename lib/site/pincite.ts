import type { EleventyConfig } from "./eleventy-config.ts";
import type { GivenSite } from "./site.ts";

/** What `import … from "pincite"` gives: all that a site's configuration and its source modules need. */
export type { ModuleBlock, SourceModule } from "../core/source/source-module.ts";
export type { EleventyConfig } from "./eleventy-config.ts";
export { defineSite, type GivenSite, type SiteOptions } from "./site.ts";

/**
 * Pincite as an Eleventy plugin: `config.addPlugin(pincite, site)`. What makes pages is loaded
 * when Eleventy runs it; every command reads a site's configuration, and few make pages.
 *
 * @param given what the site says of itself; see `defineSite`.
 */
export async function pincite(config: EleventyConfig, given: GivenSite): Promise<void> {
  const plugin = await import("./plugin.ts");
  plugin.pincite(config, given);
}
