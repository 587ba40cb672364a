import type { EleventyConfig } from "@11ty/eleventy";
import syntaxHighlight from "@11ty/eleventy-plugin-syntaxhighlight";
import { defineSite, pincite, type SiteOptions } from "./pincite.ts";

/** What a project without an `.eleventy.ts` is built with. */
export const site: SiteOptions = defineSite({ title: "Briefs" });

export default function configure(config: EleventyConfig): object {
  config.addPlugin(syntaxHighlight);
  config.addPlugin(pincite, site);
  return { dir: { output: "dist" }, templateFormats: [], pathPrefix: site.pathPrefix };
}
