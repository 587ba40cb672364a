import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { Parser } from "htmlparser2";
import { compareText } from "../core/text/compare.ts";

/** A link inside the site that leads nowhere. */
export interface BrokenLink {
  /** Root-relative address of the page that has it. */
  readonly page: string;
  readonly href: string;
  readonly missing: "page" | "fragment";
}

export interface LinkReport {
  readonly pages: number;
  readonly links: number;
  readonly broken: readonly BrokenLink[];
}

interface PageFacts {
  readonly ids: Set<string>;
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
  for (const [file, { links: hrefs }] of pages) {
    const page = pathPrefix + file.replace(/(^|\/)index\.html$/, "$1");
    for (const href of hrefs) {
      const url = new URL(href, `http://site.invalid${page}`);
      if (url.host !== "site.invalid") continue;
      links += 1;
      const missing = whatIsMissing(url, pathPrefix, files, pages);
      if (missing) broken.push({ page, href, missing });
    }
  }
  return { pages: pages.size, links, broken };
}

function whatIsMissing(
  url: URL,
  pathPrefix: string,
  files: ReadonlySet<string>,
  pages: ReadonlyMap<string, PageFacts>,
): BrokenLink["missing"] | undefined {
  const path = decodeURIComponent(url.pathname);
  if (!path.startsWith(pathPrefix)) return "page";
  const relative = path.slice(pathPrefix.length);
  const file = relative === "" || relative.endsWith("/") ? `${relative}index.html` : relative;
  if (!files.has(file)) return "page";
  if (url.hash.length < 2) return undefined;
  const id = decodeURIComponent(url.hash.slice(1));
  return pages.get(file)?.ids.has(id) === false ? "fragment" : undefined;
}

const linkAttributes = ["href", "src", "action"] as const;

function readPage(path: string): PageFacts {
  const ids = new Set<string>();
  const links = new Set<string>();
  const parser = new Parser({
    onopentag(_name, attributes) {
      if (attributes.id !== undefined) ids.add(attributes.id);
      for (const name of linkAttributes) {
        const value = attributes[name];
        if (value !== undefined && URL.canParse(value, "http://site.invalid/")) links.add(value);
      }
    },
  });
  parser.end(readFileSync(path, "utf8"));
  return { ids, links };
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
