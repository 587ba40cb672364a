import type { Place, Problem } from "./problem.ts";

/** Where a site is published: what of its options decides its addresses. */
export interface PublishedAt {
  /** The site's public address without a path, such as `https://pincite.example`; empty while there is none. */
  readonly url: string;
  /** Beginning and ending with a slash. */
  readonly pathPrefix: string;
}

/** What `url` of the site's options says. */
export type SiteUrlReading =
  | { readonly kind: "none" }
  /** As a URL has it (RFC 6454, section 6.1): lower case, in ASCII, no slash at the end. */
  | { readonly kind: "origin"; readonly origin: string }
  | { readonly kind: "refused"; readonly reason: string };

/**
 * The one place where absolute addresses of the site's own pages and files are made.
 *
 * @param path root-relative and without the site's path prefix, with a fragment or without.
 * @returns undefined while the site has no public address: what needs one is left out then.
 */
export function absoluteAddress({ url, pathPrefix }: PublishedAt, path: string): string | undefined {
  return url === "" ? undefined : url.replace(/\/$/, "") + pathPrefix + path.replace(/^\//, "");
}

/** Read what somebody wrote as their site's public address: scheme and host, a port where there is one. */
export function readSiteUrl(written: unknown): SiteUrlReading {
  if (written === undefined || written === "") return { kind: "none" };
  const text = typeof written === "string" ? written : JSON.stringify(written);
  if (typeof written !== "string" || !URL.canParse(written) || !/^https?:\/\//i.test(written)) {
    return { kind: "refused", reason: `${quoted(text)} is no web address. Write url: "https://briefs.example.org".` };
  }
  const { origin, username, password, pathname, search, hash } = new URL(written);
  if (username !== "" || password !== "") {
    return { kind: "refused", reason: `${quoted(text)} holds a name or a password. Write url: "${origin}".` };
  }
  if (search !== "" || hash !== "" || /[?#]/.test(written)) {
    return { kind: "refused", reason: `${quoted(text)} goes on after the host. Write url: "${origin}".` };
  }
  if (pathname !== "/") {
    const prefix = `${pathname.replace(/\/+$/, "")}/`;
    const advice = `Write url: "${origin}" and pathPrefix: "${prefix}"`;
    return { kind: "refused", reason: `${quoted(text)} has a path. ${advice}.` };
  }
  return { kind: "origin", origin };
}

/** What is wrong with the public address of a site. @param text of its configuration; @param path of that, to be shown. */
export function checkSiteUrl(url: unknown, path: string, text: string): Problem[] {
  const reading = readSiteUrl(url);
  if (reading.kind !== "refused") return [];
  const message = `The site's url ${reading.reason} It is the site's public address, without a path.`;
  return [{ place: placeOfUrl(path, text), rule: "site-address", message }];
}

/** Where a configuration says `url:`; its beginning where that is not to be found. */
function placeOfUrl(path: string, text: string): Place {
  const lines = text.split(/\r\n|\n|\r/);
  const line = lines.findIndex((one) => /^\s*["']?url["']?\s*:/.test(one));
  const column = lines[line]?.search(/\S/) ?? 0;
  return { path, line: Math.max(line, 0) + 1, column: column + 1 };
}

function quoted(text: string | undefined): string {
  return `"${text ?? ""}"`;
}
