import { policiesFor } from "./security-policy.ts";

/** A header of HTTP: its name as the standard writes it, and its value. */
export type Header = readonly [name: string, value: string];

/**
 * How the files of a site are to be served, whoever serves them. What hosts and web servers
 * are told is written from this table alone, so that they cannot differ.
 */

/** What of a site's configuration its headers depend on. */
export interface Serving {
  /** Origins whose search indexes are asked, too. */
  readonly searchedOrigins: readonly string[];
  /** Whether other sites may ask for the search index. */
  readonly sharesSearch: boolean;
}

/** A site that has nothing to do with any other. */
export const alone: Serving = { searchedOrigins: [], sharesSearch: false };

/** On every answer. */
export function securityHeaders({ searchedOrigins }: Serving = alone): readonly Header[] {
  return [
    ["Content-Security-Policy", policiesFor(searchedOrigins).header],
    ["X-Content-Type-Options", "nosniff"],
    ["Referrer-Policy", "strict-origin-when-cross-origin"],
    [
      "Permissions-Policy",
      "accelerometer=(), camera=(), geolocation=(), gyroscope=(), magnetometer=(), microphone=(), payment=(), usb=()",
    ],
    ["Cross-Origin-Opener-Policy", "same-origin"],
    ["X-Frame-Options", "DENY"],
  ];
}

/** The folder of the search index, below the site's. */
export const searchFolder = "pagefind/";

/** On the files of the search index. */
export function searchHeaders({ sharesSearch }: Serving = alone): readonly Header[] {
  return sharesSearch ? [["Access-Control-Allow-Origin", "*"]] : [];
}

/** For files that are named after their content: a year, the longest that caches take. */
export const immutableCaching = "public, max-age=31536000, immutable";

/** For all others: kept, and asked about before every use. */
export const revalidatedCaching = "public, max-age=0, must-revalidate";

/** Folders whose files are named after their content, below the site's. Each ends with a slash. */
export const immutableFolders: readonly string[] = [
  "assets/",
  "pagefind/filter/",
  "pagefind/fragment/",
  "pagefind/index/",
];

/** What names the pieces of a language's search index; named after its content, too. */
const indexOfLanguage = /^pagefind\/pagefind\.[^/]+\.pf_meta$/;

/** Whether a file never changes under its name. @param path below the site's folder, with forward slashes. */
export function isImmutable(path: string): boolean {
  return immutableFolders.some((folder) => path.startsWith(folder)) || indexOfLanguage.test(path);
}

/** `Cache-Control` of a file that is in one of the folders, or in none. */
export function cachingOf(path: string): string {
  return immutableFolders.some((folder) => path.startsWith(folder)) ? immutableCaching : revalidatedCaching;
}

/** Every header that the rules give a file. @param path below the site's folder, with forward slashes. */
export function headersOf(path: string, serving: Serving = alone): readonly Header[] {
  const shared = path.startsWith(searchFolder) ? searchHeaders(serving) : [];
  return [...securityHeaders(serving), ...shared, ["Cache-Control", cachingOf(path)]];
}
