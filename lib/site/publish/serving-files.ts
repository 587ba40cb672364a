import { writeHeaders } from "../../core/serving/write-headers.ts";
import { writeRedirects } from "../../core/serving/write-redirects.ts";
import { movedPages } from "../../core/view/moved-page.ts";
import { shownBriefs } from "../page-views.ts";
import { searchedOrigins } from "../searched-libraries.ts";
import type { SiteFile, SiteFileContext } from "../site-files.ts";

/** `_headers`, and `_redirects` where something has moved: hosts that know them serve the site by them. */
export function servingFiles({ session, site }: SiteFileContext): readonly SiteFile[] {
  const { pathPrefix } = site;
  const serving = { searchedOrigins: searchedOrigins(site), sharesSearch: site.shareSearch === true };
  const moved = movedPages(shownBriefs(session), session.catalog.library.sources.values());
  const redirects = moved.map(({ section, from, url }) => ({ from: `/${section}/${from}/`, to: url }));
  const files = [{ path: "_headers", content: writeHeaders(pathPrefix, serving) }];
  if (redirects.length > 0) files.push({ path: "_redirects", content: writeRedirects(redirects, pathPrefix) });
  return files;
}
