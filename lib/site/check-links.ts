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
  readonly links: number;
  readonly broken: readonly BrokenLink[];
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
 * @param output absolute path of the built site. @param pathPrefix where it is served, with slashes.
 */
export function checkLinks(output: string, pathPrefix: string): LinkReport {
  const files = new Set(listTree(output));
  const pages = new Map<string, PageFacts>();
  for (const file of files) if (file.endsWith(".html")) pages.set(file, readPage(join(output, file)));
  const broken: BrokenLink[] = [];
  let links = 0;
  for (const [file, { links: hrefs, doubledIds }] of pages) {
    const page = pathPrefix + file.replace(/(^|\/)index\.html$/, "$1");
    for (const id of doubledIds) broken.push({ page, href: `#${id}`, fault: "two places" });
    for (const href of hrefs) {
      const url = new URL(href, `http://site.invalid${page}`);
      if (url.host !== "site.invalid") continue;
      links += 1;
      const fault = faultOf(url, pathPrefix, files, pages);
      if (fault) broken.push({ page, href, fault });
    }
  }
  return { pages: pages.size, links, broken };
}

function faultOf(
  url: URL,
  pathPrefix: string,
  files: ReadonlySet<string>,
  pages: ReadonlyMap<string, PageFacts>,
): BrokenLink["fault"] | undefined {
  const path = decode(url.pathname);
  const id = decode(url.hash.slice(1));
  if (path === undefined || id === undefined) return "no address";
  if (!path.startsWith(pathPrefix)) return "no page";
  const relative = path.slice(pathPrefix.length);
  const file = relative === "" || relative.endsWith("/") ? `${relative}index.html` : relative;
  if (!files.has(file)) return "no page";
  return id !== "" && pages.get(file)?.ids.has(id) === false ? "no such place" : undefined;
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
        if (value !== undefined && URL.canParse(value, "http://site.invalid/")) links.add(value);
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
