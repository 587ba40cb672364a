import { hash } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { BriefLife } from "../../core/view/brief-life.ts";
import type { PageRecord } from "../../core/publish/page-record.ts";
import { isPage } from "../../core/publish/passes.ts";
import { recordPath, type FileMark } from "../../core/publish/site-record.ts";
import { oneLine } from "../../core/text/one-line.ts";
import { listTree } from "../list-tree.ts";
import { hasClass, PageText } from "../page-text.ts";
import { readSourcePage } from "../read-source-page.ts";
import { siteMarker } from "../swap.ts";

/** A built site as it is published: its files, what its pages are remembered by, and their places. */
export interface BuiltInventory {
  readonly files: ReadonlyMap<string, FileMark>;
  readonly pages: ReadonlyMap<string, PageRecord>;
  readonly places: ReadonlyMap<string, ReadonlySet<string>>;
}

/** What has happened to a brief, by its name. */
export type Lives = ReadonlyMap<string, BriefLife>;

/**
 * Read a built site. What marks it as made by Pincite stays where it is.
 *
 * @param folder absolute path of the site.
 */
export function readInventory(folder: string, lives: Lives): BuiltInventory {
  const files = new Map<string, FileMark>();
  const pages = new Map<string, PageRecord>();
  const places = new Map<string, ReadonlySet<string>>();
  for (const path of listTree(folder)) {
    if (path === siteMarker || path === recordPath) continue;
    const bytes = readFileSync(join(folder, path));
    files.set(path, { sha256: hash("sha256", bytes), bytes: bytes.length });
    if (!isPage(path)) continue;
    const html = bytes.toString("utf8");
    const page = new PageText(html);
    pages.set(path, pageRecord(path, html, page, lives));
    places.set(path, new Set(page.idCounts().keys()));
  }
  return { files, pages, places };
}

/** Ids of a page's elements. */
export function placesOf(html: string): ReadonlySet<string> {
  return new Set(new PageText(html).idCounts().keys());
}

function pageRecord(path: string, html: string, page: PageText, lives: Lives): PageRecord {
  const main = page.elements.find(({ name }) => name === "main");
  const within = main ? page.inside(main) : page.elements;
  const heading = within.find(({ name }) => name === "h1") ?? page.elements.find(({ name }) => name === "title");
  const title = heading ? oneLine(page.textOf(heading)) : path;
  const words = digest(main ? oneLine(page.textOf(main)) : html);
  const plain = { title, words, leadsTo: undefined, withdrawn: undefined, corrections: [], paragraphs: [] };
  if (main && hasClass(main, "moved-page")) {
    const lead = within.find((element) => hasClass(element, "lead"));
    const link = lead && page.inside(lead).find(({ name }) => name === "a");
    return { ...plain, kind: "moved", leadsTo: link?.attributes.href };
  }
  const [, section, name = ""] = /^(briefs|sources)\/([^/]+)\/index\.html$/.exec(path) ?? [];
  if (section === "briefs") {
    const life = lives.get(name);
    const corrections = life?.corrections.map(({ note }) => note) ?? [];
    return { ...plain, kind: "brief", withdrawn: life?.withdrawn?.note, corrections };
  }
  if (section !== "sources") return { ...plain, kind: "page" };
  const paragraphs = readSourcePage(html).paragraphs.map(({ id, label, text }) => ({
    id,
    label,
    words: text === undefined ? "" : digest(oneLine(text)),
  }));
  return { ...plain, kind: "source", paragraphs };
}

function digest(text: string): string {
  return hash("sha256", text).slice(0, 16);
}
