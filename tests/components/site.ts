import syntaxHighlight from "@11ty/eleventy-plugin-syntaxhighlight";
import nunjucks from "nunjucks";
import type { EleventyConfig } from "../../lib/site/eleventy-config.ts";
import { pincite } from "../../lib/site/pincite.ts";
import { defineSite, type PageEnvironment, type SiteOptions } from "../../lib/site/site.ts";
import { escapeHtml } from "../../lib/core/text/escape.ts";
import { addressOf, componentPages, type Direction } from "./component-pages.ts";

/** The site that shows every component: the same library twice, once in each direction of reading. */
export function componentsSite(direction: Direction): SiteOptions {
  return defineSite({
    extendNunjucks: (environment) => {
      addComponents(environment, direction);
    },
    title: direction === "ltr" ? "Components" : "اجزاء",
    description: direction === "ltr" ? "Every component in every state." : "ہر جز، ہر حالت میں۔",
    language: direction === "ltr" ? "en" : "ur",
    publisher: "Harbour desk",
    notice: "A page for those who change the layouts: nothing here is true.",
    noticeLink: { path: "/components/", text: "All components" },
    pathPrefix: `/${direction}/`,
    pages: "pages",
  });
}

/** What Eleventy is configured with: the plugin as every site has it, and what pages of components say. */
export function configureComponents(config: EleventyConfig, direction: Direction): object {
  const site = componentsSite(direction);
  config.addPlugin(syntaxHighlight);
  config.addPlugin(pincite, site);
  return { dir: { output: "dist" }, templateFormats: [], pathPrefix: site.pathPrefix };
}

function addComponents(environment: PageEnvironment, direction: Direction): void {
  environment.addGlobal("components", {
    pages: componentPages.map((page) => ({ ...page, url: `/${addressOf(page, direction)}` })),
    isTwin: direction === "rtl",
    twin: direction === "ltr" ? "" : "-ur",
  });
  // A component as a page of the site has it, with the name of its state above it.
  environment.addGlobal("state", (name: string, { caller }: { readonly caller: () => unknown }) => {
    const html = `<h2 class="state-name" lang="en" dir="ltr">${escapeHtml(name)}</h2>\n${String(caller())}`;
    return new nunjucks.runtime.SafeString(`<section class="state">${html}</section>`);
  });
}
