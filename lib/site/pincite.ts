/** What `import … from "pincite"` gives: all that a site's configuration and its source modules need. */
export type { ModuleBlock, SourceModule } from "../core/source/source-module.ts";
export type { EleventyConfig } from "./eleventy-config.ts";
export { pincite } from "./plugin.ts";
export { defineSite, type GivenSite, type SiteOptions } from "./site.ts";
