import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { setImmediate as breath } from "node:timers/promises";
import { isSameList } from "../core/list/same-list.ts";
import { fileOfPage, type SinglePage } from "./add-pages.ts";
import { bothOf, folderOf } from "./affected.ts";
import { buildPages } from "./build-pages.ts";
import type { OpenPages } from "./open-pages.ts";
import { pageKinds, type PageSelection, type Session } from "./session.ts";

const none = new Set<string>();
const nothing: PageSelection = { briefs: none, sources: none, topics: none, evidence: none, lists: none };

/**
 * The pages of a preview in a folder. Where nothing of the site's own has a part in them, each
 * is made by itself when it is asked for, or in its turn, once a run of Eleventy has made those
 * of which there is one; where something has, all that is touched is made by a run at once.
 */
export class PreviewPages {
  readonly #config: string;
  readonly #folder: string;
  #open: OpenPages | undefined;
  /** Whether pages may turn out to be open: not where the last run has told otherwise. */
  #mayOpen = true;
  #session: Session | undefined;
  /** The pages that are not made of the present state yet, by address. */
  readonly #stale = new Map<string, SinglePage>();
  /** Of which pages what stands beside them is not. */
  #beside = nothing;
  /** Which pages were touched since all was made. */
  #touched = nothing;

  /** @param config absolute path of the site's configuration. @param folder absolute path. */
  constructor(config: string, folder: string) {
    this.#config = config;
    this.#folder = folder;
  }

  /**
   * Another state of the library.
   *
   * @param session chooses the pages that are another now. @param gone folders of pages that are no more, below the folder.
   * @param isAnew whether layouts may be others, too.
   */
  async take(session: Session, gone: readonly string[], isAnew: boolean): Promise<void> {
    const before = this.#session;
    const chosen = session.only ?? nothing;
    this.#session = session;
    this.#touched = both(this.#touched, chosen);
    if (!this.#open || isAnew || !before || !haveSamePages(before, session)) {
      await this.#begin({ ...session, only: this.#touched });
      return;
    }
    const pages = await this.#open.take(session);
    const others = [...gone, ...pageKinds.flatMap((kind) => Array.from(chosen[kind], (name) => folderOf(kind, name)))];
    const folders = new Set(others);
    for (const url of this.#stale.keys()) if (folders.has(folderOfPage(url))) this.#stale.delete(url);
    for (const page of pages) this.#stale.set(page.url, page);
    this.#beside = both(this.#beside, chosen);
  }

  /** Another run of Eleventy: layouts, or pages of the site's own, may be others. */
  async #begin(session: Session): Promise<void> {
    const chosen = session.only ?? nothing;
    // Where a run fails, another is due.
    this.#open = undefined;
    const open = this.#mayOpen ? await this.#run({ ...session, only: nothing }) : undefined;
    this.#stale.clear();
    if (open) {
      for (const page of await open.take(session)) this.#stale.set(page.url, page);
      this.#beside = chosen;
      this.#open = open;
      return;
    }
    this.#open = await this.#run(session);
    this.#mayOpen = this.#open !== undefined;
    this.#beside = this.#touched = nothing;
  }

  /** @returns the pages, where they are open. */
  async #run(session: Session): Promise<OpenPages | undefined> {
    let open: OpenPages | undefined;
    const onOpen = (opened: OpenPages) => {
      open = opened;
    };
    await buildPages({ ...session, onOpen }, this.#config, this.#folder);
    return open;
  }

  /** Make what stands at an address as it is now. @param path root-relative, without the site's path prefix. */
  async make(path: string): Promise<void> {
    const page = this.#stale.get(path.replace(/(?<=\/)index\.html$/, ""));
    if (page) this.#write(page);
    else if (!/(?:\/|\.html)$/.test(path) && !path.startsWith("/assets/")) await this.#makeBeside(path);
  }

  /** Make all that is not as it is now; what is taken meanwhile ends it. @returns whether all is made. */
  async finish(): Promise<boolean> {
    const session = this.#session;
    const isCurrent = async () => {
      await breath();
      return this.#session === session;
    };
    const inOrder = [...this.#stale.values()].sort((a, b) => orderOf(a) - orderOf(b));
    for (const page of inOrder) {
      if (this.#stale.get(page.url) === page) this.#write(page);
      if (!(await isCurrent())) return false;
    }
    if (!(await this.#writeBeside(this.#beside, isCurrent))) return false;
    this.#beside = this.#touched = nothing;
    return true;
  }

  #write(page: SinglePage): void {
    const file = join(this.#folder, fileOfPage(page.url));
    const html = page.make();
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, html);
    this.#stale.delete(page.url);
  }

  /** Make what stands at an address beside a page, or what belongs to the whole site. */
  async #makeBeside(path: string): Promise<void> {
    const [, kind, name = ""] = /^\/(briefs|sources)\/([^/]+)\/./.exec(path) ?? [];
    if (kind !== "briefs" && kind !== "sources") {
      await this.#writeBeside(this.#beside);
      this.#beside = nothing;
    } else if (this.#beside[kind].has(name)) {
      await this.#writeBeside({ ...nothing, [kind]: new Set([name]) });
      this.#beside = { ...this.#beside, [kind]: new Set([...this.#beside[kind]].filter((one) => one !== name)) };
    }
  }

  /** @returns whether all was written. */
  async #writeBeside(only: PageSelection, isCurrent = () => Promise.resolve(true)): Promise<boolean> {
    const session = this.#session;
    if (!session || !this.#open || only === nothing) return true;
    let isWhole = true;
    await this.#open.writeBeside({ ...session, only }, async () => (isWhole = await isCurrent()));
    return isWhole;
  }
}

/** What was saved is looked at first, then what it cites, then all else. */
function orderOf({ url }: SinglePage): number {
  return ["/briefs/", "/sources/"].findIndex((start) => url.startsWith(start) && url !== start) >>> 0;
}

/** Whether the templates of two states are the same: those of the site's own pages are read when a run begins. */
function haveSamePages(a: Session, b: Session): boolean {
  const pagesOf = ({ preview, catalog }: Session) => (preview?.catalog ?? catalog).library.pages;
  const held = ({ preview }: Session) => [...(preview?.heldPages ?? [])].sort().join(" ");
  return isSameList(pagesOf(a), pagesOf(b)) && held(a) === held(b);
}

function both(one: PageSelection, other: PageSelection): PageSelection {
  return { ...bothOf(one, other), lists: new Set([...(one.lists ?? []), ...(other.lists ?? [])]) };
}

/** The folder of a page and of what stands beside and below it; that of a list's further pages is their own. */
function folderOfPage(url: string): string {
  const path = url.slice(1).replace(/\/[^/]*$/, "");
  return path.replace(/\/beside$/, "");
}
