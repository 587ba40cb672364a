/** A place of a site: a file by its path below the site's folder, and an id in it, empty for none. */
export type LinkPlace =
  | { readonly target: string; readonly id: string; readonly fault?: undefined }
  | { readonly fault: "no page" | "no address" };

/**
 * Where a link leads inside a site; undefined for one that leads out of it, or is no link at all.
 *
 * @param page root-relative address of the page that has it. @param pathPrefix where the site is served, with slashes.
 */
export function placeOf(href: string, page: string, pathPrefix: string): LinkPlace | undefined {
  const isSimple = simple.test(href) && (!href.startsWith("#") || simple.test(page));
  const url = isSimple ? splitSimple(href, page) : splitUrl(href, page);
  if (!url) return undefined;
  const { path, id } = url;
  if (path === undefined || id === undefined) return { fault: "no address" };
  if (!path.startsWith(pathPrefix)) return { fault: "no page" };
  const relative = path.slice(pathPrefix.length);
  return { target: relative === "" || relative.endsWith("/") ? `${relative}index.html` : relative, id };
}

/** An address of which nothing is encoded and no step leads back: as nearly all are. */
const simple = /^(?:#|\/(?:[\w-][\w.-]*\/)*(?:[\w-][\w.-]*)?(?:#|$))[\w.~:-]*$/;

function splitSimple(href: string, page: string) {
  const at = href.indexOf("#");
  const path = at < 0 ? href : href.slice(0, at);
  return { path: path === "" ? page : path, id: at < 0 ? "" : href.slice(at + 1) };
}

function splitUrl(href: string, page: string) {
  const base = `http://site.invalid${page}`;
  if (!URL.canParse(href, base)) return undefined;
  const { host, pathname, hash } = new URL(href, base);
  return host === "site.invalid" ? { path: decode(pathname), id: decode(hash.slice(1)) } : undefined;
}

/** Undefined when the percent signs in it are no encoding of UTF-8. */
function decode(text: string): string | undefined {
  try {
    return decodeURIComponent(text);
  } catch {
    return undefined;
  }
}
