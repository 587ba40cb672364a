/** A former address and the one it leads to, root-relative and without the path prefix. */
export interface Redirect {
  readonly from: string;
  readonly to: string;
}

/**
 * Redirects as a `_redirects` file, which Netlify and Cloudflare Pages read. Browsers take
 * the fragment of the old address along to the new one. The pages left at the old
 * addresses serve all other hosts.
 *
 * @param pathPrefix where the site is served, with slashes at both ends.
 */
export function writeRedirects(redirects: readonly Redirect[], pathPrefix: string): string {
  const prefixed = (path: string) => pathPrefix + path.slice(1);
  return redirects.map(({ from, to }) => `${prefixed(from)} ${prefixed(to)} 301\n`).join("");
}
