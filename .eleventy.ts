import type { EleventyConfig } from "@11ty/eleventy";
import syntaxHighlight from "@11ty/eleventy-plugin-syntaxhighlight";
import { defineSite, pincite } from "./lib/site/pincite.ts";

export const site = defineSite({
  title: "Pincite",
  description: "Policy briefs in which every claim is one click from the paragraph that supports it.",
  publisher: "Pincite example library",
  language: "en",
  // A name reserved for examples (RFC 2606): the site is published nowhere under it.
  url: "https://pincite.example",
  notice:
    "This is an example library. Its digests were made from excerpts of public pages; it is not peer reviewed, and its evidence ends on 5 March 2026.",
  noticeLink: { path: "/library/", text: "About this library" },
  pages: "layouts/library",
});

export default function configure(config: EleventyConfig) {
  config.addPlugin(syntaxHighlight);
  config.addPlugin(pincite, site);
  return {
    dir: { output: "dist" },
    templateFormats: [],
    pathPrefix: site.pathPrefix,
  };
}
