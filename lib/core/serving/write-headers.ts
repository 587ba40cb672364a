import {
  alone,
  immutableCaching,
  immutableFolders,
  searchFolder,
  searchHeaders,
  securityHeaders,
  type Header,
  type Serving,
} from "./serving-rules.ts";

/**
 * The serving rules as a `_headers` file, which Netlify and Cloudflare Pages read.
 *
 * Where two rules give one header, both hosts join the values. So caching is only said of
 * files that never change: for all others both answer `public, max-age=0, must-revalidate`
 * by themselves. Neither takes anything behind a `*`.
 *
 * @param pathPrefix where the site is served, with slashes at both ends.
 */
export function writeHeaders(pathPrefix: string, serving: Serving = alone): string {
  const rule = (path: string, headers: readonly Header[]) =>
    [pathPrefix + path, ...headers.map(([name, value]) => `  ${name}: ${value}`)].join("\n");
  const rules = [
    rule("*", securityHeaders(serving)),
    ...(serving.sharesSearch ? [rule(`${searchFolder}*`, searchHeaders(serving))] : []),
    ...immutableFolders.map((folder) => rule(`${folder}*`, [["Cache-Control", immutableCaching]])),
  ];
  return `${rules.join("\n")}\n`;
}
