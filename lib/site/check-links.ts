import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { Parser } from "htmlparser2";
import { compareText } from "../core/text/compare.ts";

/** A link inside the site that leads nowhere, or to one of two places with the same id. */
export interface BrokenLink {
  /** Root-relative address of the page that has it. */
  readonly page: string;
  /** As the page has it; of a doubled id, the link that would lead there. */
  readonly href: string;
  readonly fault: "no page" | "no such place" | "no address" | "two places";
}

export interface LinkReport {
  readonly pages: number;
  /** How many links inside the site each page has that was looked at, by path below the site's folder. */
  readonly links: ReadonlyMap<string, number>;
  readonly broken: readonly BrokenLink[];
}

/** Pages that are known to hold, in a site that was published before. */
export interface KnownPages {
  /** Whether a page is one that the published site has, too, with all links that it has now. */
  readonly isKept: (file: string) => boolean;
  /** Absolute path of the published site, in which every link arrived. */
  readonly published: string;
}

interface PageFacts {
  readonly ids: Set<string>;
  readonly doubledIds: Set<string>;
  readonly links: Set<string>;
}

/**
 * Follow every link, form and asset of a built site to its file, and every fragment to
 * an element with that id. Links out of the site are not followed.
 *
 * A page that is known to hold is looked at only when something is gone that it may lead to.
 *
 * @param output absolute path of the built site. @param pathPrefix where it is served, with slashes.
 */
export function checkLinks(output: string, pathPrefix: string, known?: KnownPages): LinkReport {
  const files = new Set(listTree(output));
  const pages = [...files].filter((file) => file.endsWith(".html"));
  const facts = new Map<string, PageFacts>();
  const factsOf = (file: string): PageFacts | undefined => {
    if (!file.endsWith(".html")) return undefined;
    const read = facts.get(file) ?? readPage(join(output, file));
    facts.set(file, read);
    return read;
  };
  const fresh = known ? pages.filter((file) => !known.isKept(file)) : pages;
  const looked = known && isAllThere(known.published, files, fresh, factsOf) ? fresh : pages;
  const broken: BrokenLink[] = [];
  const links = new Map<string, number>();
  for (const file of looked) {
    const { links: hrefs = [], doubledIds = [] } = factsOf(file) ?? {};
    const page = pathPrefix + file.replace(/(^|\/)index\.html$/, "$1");
    let count = 0;
    for (const id of doubledIds) broken.push({ page, href: `#${id}`, fault: "two places" });
    for (const href of hrefs) {
      const url = new URL(href, `http://site.invalid${page}`);
      if (url.host !== "site.invalid") continue;
      count += 1;
      const fault = faultOf(url, pathPrefix, files, factsOf);
      if (fault) broken.push({ page, href, fault });
    }
    links.set(file, count);
  }
  return { pages: pages.length, links, broken };
}

/** Files that no link leads to, or of which kept pages were given the names that they have now. */
const unlinked = /^(?:pagefind\/|assets\/(?:card-|site-[\da-f]{10}\.css$|.*\.woff2$))/;

/** Whether every file and every place that the published site has is in the new one, too. */
function isAllThere(
  published: string,
  files: ReadonlySet<string>,
  fresh: readonly string[],
  factsOf: (file: string) => PageFacts | undefined,
): boolean {
  const before = new Set(listTree(published));
  if ([...before].some((file) => !files.has(file) && !unlinked.test(file))) return false;
  return fresh.every((file) => {
    if (!before.has(file)) return true;
    const ids = factsOf(file)?.ids;
    return [...readPage(join(published, file)).ids].every((id) => ids?.has(id) === true);
  });
}

function faultOf(
  url: URL,
  pathPrefix: string,
  files: ReadonlySet<string>,
  factsOf: (file: string) => PageFacts | undefined,
): BrokenLink["fault"] | undefined {
  const path = decode(url.pathname);
  const id = decode(url.hash.slice(1));
  if (path === undefined || id === undefined) return "no address";
  if (!path.startsWith(pathPrefix)) return "no page";
  const relative = path.slice(pathPrefix.length);
  const file = relative === "" || relative.endsWith("/") ? `${relative}index.html` : relative;
  if (!files.has(file)) return "no page";
  return id !== "" && factsOf(file)?.ids.has(id) === false ? "no such place" : undefined;
}

/** Undefined when the percent signs in it are no encoding of UTF-8. */
function decode(text: string): string | undefined {
  try {
    return decodeURIComponent(text);
  } catch {
    return undefined;
  }
}

const linkAttributes = ["href", "src", "action"] as const;

function readPage(path: string): PageFacts {
  const ids = new Set<string>();
  const doubledIds = new Set<string>();
  const links = new Set<string>();
  const parser = new Parser({
    onopentag(_name, attributes) {
      const { id } = attributes;
      if (id !== undefined) (ids.has(id) ? doubledIds : ids).add(id);
      for (const name of linkAttributes) {
        const value = attributes[name];
        if (value !== undefined && !links.has(value) && URL.canParse(value, "http://site.invalid/")) links.add(value);
      }
    },
  });
  parser.end(readFileSync(path, "utf8"));
  return { ids, doubledIds, links };
}

/** Files below a folder, relative to it, with forward slashes, sorted. */
export function listTree(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile())
    .map((entry) =>
      join(entry.parentPath, entry.name)
        .slice(folder.length + 1)
        .replaceAll("\\", "/"),
    )
    .sort(compareText);
}
