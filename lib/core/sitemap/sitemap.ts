import { writeXml, type XmlElement } from "../text/xml.ts";

/** A page that search engines may find. */
export interface ListedPage {
  /** Absolute. */
  readonly url: string;
  /** YYYY-MM-DD; absent where no document says so. */
  readonly day?: string | undefined;
}

export interface SitemapFile {
  readonly name: string;
  readonly content: string;
}

/** Addresses in one file (sitemaps.org, protocol 0.9). A file of so many of ours stays far below its 50 MB. */
export const mostAddresses = 50_000;

const namespace = "http://www.sitemaps.org/schemas/sitemap/0.9";

/**
 * The sitemap of these pages: one file, or, where one may not hold them, an index of
 * that name and the files it lists.
 *
 * @param addressOf absolute address of a file with this name.
 * @param most addresses in a file; fewer in tests.
 */
export function writeSitemap(
  pages: readonly ListedPage[],
  addressOf: (name: string) => string,
  most = mostAddresses,
): SitemapFile[] {
  if (pages.length <= most) return [{ name: "sitemap.xml", content: urlSet(pages) }];
  const parts = Array.from({ length: Math.ceil(pages.length / most) }, (_, index) => {
    const part = pages.slice(index * most, (index + 1) * most);
    const name = `sitemap-${index + 1}.xml`;
    return { name, content: urlSet(part), url: addressOf(name), day: newest(part) };
  });
  const index = list("sitemapindex", "sitemap", parts);
  return [{ name: "sitemap.xml", content: index }, ...parts.map(({ name, content }) => ({ name, content }))];
}

function urlSet(pages: readonly ListedPage[]): string {
  return list("urlset", "url", pages);
}

function list(name: string, item: string, pages: readonly ListedPage[]): string {
  const content = pages.map(({ url, day }): XmlElement => {
    const lastmod = day === undefined ? [] : [{ name: "lastmod", content: day }];
    return { name: item, content: [{ name: "loc", content: url }, ...lastmod] };
  });
  return writeXml({ name, attributes: { xmlns: namespace }, content });
}

function newest(pages: readonly ListedPage[]): string | undefined {
  return pages
    .flatMap(({ day }) => day ?? [])
    .sort()
    .at(-1);
}
