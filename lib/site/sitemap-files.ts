import { listOf } from "../core/list/list-page.ts";
import { pageDays } from "../core/sitemap/page-days.ts";
import { writeSitemap } from "../core/sitemap/sitemap.ts";
import { absoluteAddress } from "../core/site-address.ts";
import { compareText } from "../core/text/compare.ts";
import { shownBriefs } from "./page-views.ts";
import type { SiteFile, SiteFileContext } from "./site-files.ts";

/**
 * The sitemap of all pages that search engines may find, and the robots.txt that names
 * it. Crawlers read robots.txt at the root of a host only: a site under a path has none.
 */
export function sitemapFiles({ session, site, pages }: SiteFileContext): SiteFile[] {
  if (site.url === "" || session.preview) return [];
  const absolute = (path: string) => absoluteAddress(site, path) ?? path;
  const days = pageDays(session.catalog, shownBriefs(session));
  const listed = pages
    .filter(({ url, isListed }) => /(?:\/|\.html)$/.test(url) && isListed)
    .map(({ url }) => ({ url: absolute(url), day: days.get(listOf(url)) }))
    .sort((a, b) => compareText(a.url, b.url));
  const files = writeSitemap(listed, (name) => absolute(`/${name}`));
  const robots = `User-agent: *\nAllow: /\n\nSitemap: ${absolute("/sitemap.xml")}\n`;
  return [
    ...files.map(({ name, content }) => ({ path: name, content })),
    ...(site.pathPrefix === "/" ? [{ path: "robots.txt", content: robots }] : []),
  ];
}
