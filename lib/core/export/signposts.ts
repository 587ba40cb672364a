import type { ExportFile } from "./export-files.ts";

/** A typed link from a page to something that belongs to it. Addresses as they are written into the page. */
export interface SignpostLink {
  readonly rel: string;
  readonly href: string;
  readonly type?: string;
}

/** What a page has beside it. All paths are root-relative and without the site's path prefix. */
export interface Signposted {
  readonly page: string;
  /** Absolute address under which it is cited; absent while the site has none. */
  readonly citeAs?: string | undefined;
  /** Its class in schema.org, such as "Report". */
  readonly schemaType: string;
  readonly files: readonly ExportFile[];
  /** Other files that describe it, by media type. */
  readonly descriptions: readonly { readonly path: string; readonly type: string }[];
  /** The PDF. */
  readonly pdf?: string | undefined;
  /** Address of the licence of its text. */
  readonly license?: string | undefined;
  /** The list that it stands in. */
  readonly collection: string;
}

/**
 * Signposting (signposting.org/FAIR): where a page leads machines. A static site sends no
 * headers, so that the links stand in the page.
 *
 * @param href writes a root-relative path as the page does.
 */
export function signposts(about: Signposted, href: (path: string) => string): SignpostLink[] {
  return [
    ...(about.citeAs === undefined ? [] : [{ rel: "cite-as", href: about.citeAs }]),
    { rel: "type", href: `https://schema.org/${about.schemaType}` },
    ...(about.license === undefined ? [] : [{ rel: "license", href: about.license }]),
    ...about.files.map(({ format, path }) => ({ rel: "describedby", href: href(path), type: format.type })),
    ...about.descriptions.map(({ path, type }) => ({ rel: "describedby", href: href(path), type })),
    ...(about.pdf === undefined ? [] : [{ rel: "item", href: href(about.pdf), type: "application/pdf" }]),
    { rel: "collection", href: href(about.collection), type: "text/html" },
  ];
}

/** The media type of a linkset in JSON (RFC 9264). */
export const linksetType = "application/linkset+json";

/** Root-relative path of a brief's linkset. */
export function linksetPath(brief: { readonly url: string }): string {
  return `${brief.url}linkset.json`;
}

type LinksetTarget = Omit<SignpostLink, "rel">;

/**
 * The same links as a file (RFC 9264), with those that lead back to the page.
 *
 * @param addressOf writes a root-relative path such that it holds in that file.
 */
export function writeLinkset(about: Signposted, addressOf: (path: string) => string): string {
  const context = new Map<string, LinksetTarget[]>();
  for (const { rel, ...target } of signposts(about, addressOf)) context.set(rel, [...(context.get(rel) ?? []), target]);
  const page = { href: addressOf(about.page), type: "text/html" };
  const back = [
    ...about.files.map(({ path }) => ({ anchor: addressOf(path), describes: [page] })),
    ...about.descriptions.map(({ path }) => ({ anchor: addressOf(path), describes: [page] })),
    ...(about.pdf === undefined ? [] : [{ anchor: addressOf(about.pdf), collection: [page] }]),
  ];
  const linkset = [{ anchor: page.href, ...Object.fromEntries(context) }, ...back];
  return `${JSON.stringify({ linkset }, undefined, 2)}\n`;
}

/** Where SPDX explains a licence; undefined for what is no identifier of its list. */
export function licenseAddress(license: string | undefined): string | undefined {
  return license !== undefined && /^(?!LicenseRef-)[A-Za-z0-9.+-]+$/.test(license)
    ? `https://spdx.org/licenses/${license}`
    : undefined;
}
