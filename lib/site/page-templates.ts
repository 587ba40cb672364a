import { readdirSync, readFileSync } from "node:fs";
import { basename, join } from "node:path";
import { parse } from "yaml";
import { splitFrontMatter } from "../core/front-matter/split.ts";
import { compareText } from "../core/text/compare.ts";
import { FileText } from "../core/text/file-text.ts";

/** A page, or the pages of one kind, as `layouts/pages` and a site's own folder have them. */
export interface PageTemplate {
  /** The file's name without its ending. */
  readonly name: string;
  readonly frontMatter: PageFrontMatter;
  /** Nunjucks. */
  readonly text: string;
}

/** What a page says of itself, besides what is its own. */
export interface PageFrontMatter {
  readonly [key: string]: unknown;
  /** Root-relative; a Nunjucks template of what the page is made for. The file's name when absent. */
  readonly permalink?: string;
  /** A page for each item of a list, which it knows as `alias`. */
  readonly pagination?: { readonly data: string; readonly size: number; readonly alias: string };
  /** Root-relative: of the list of which these are the pages, which is that of the first. */
  readonly list?: string;
}

/** The `.njk` files of a folder, in order of name. Front matter is YAML, and never run. */
export function readPageTemplates(folder: string): PageTemplate[] {
  const files = readdirSync(folder).filter((name) => name.endsWith(".njk"));
  return files.sort(compareText).map((file) => {
    const { yaml, body } = splitFrontMatter(new FileText(file, readFileSync(join(folder, file), "utf8")));
    return { name: basename(file, ".njk"), frontMatter: (parse(yaml) ?? {}) as PageFrontMatter, text: body };
  });
}
