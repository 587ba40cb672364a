import type { Catalog } from "../core/catalog/catalog.ts";
import type { OpenNaming } from "./citations/open-naming.ts";
import type { PreviewedLibrary } from "../core/preview/previewed-library.ts";
import type { EleventyConfig } from "./eleventy-config.ts";
import type { LinkLedger } from "./links/link-ledger.ts";
import type { OpenPages } from "./open-pages.ts";

/** What one run of Eleventy renders: a checked catalog, and which of its pages. */
export interface Session {
  /** Without a problem. */
  readonly catalog: Catalog;
  /** Absolute path of the project. */
  readonly root: string;
  /** Also show drafts, as the preview does. */
  readonly drafts: boolean;
  /** What pages of briefs and sources are made of in a preview; absent where a site is published. */
  readonly preview?: PreviewedLibrary;
  /** How sources are named. */
  readonly citing: OpenNaming;
  /** Names of briefs of which a PDF will stand beside the page; none when absent. */
  readonly printed?: ReadonlySet<string>;
  /** Pages to render; everything when absent. */
  readonly only?: PageSelection;
  /** Pages that are not rendered and yet stand in the site; none when absent. */
  readonly kept?: KeptPages;
  /** Whether only the chosen pages are made and what stands beside them, to be joined to a site later. */
  readonly isPart?: boolean;
  /** Whether it is asked afterwards where all pages lead: see `MadePages.links`. */
  readonly isFollowed?: boolean;
  /** Called when all pages stand in the output folder. */
  readonly onMade?: (made: MadePages) => void;
  /** Called then where further pages can be made without another run; see `OpenPages`. */
  readonly onOpen?: (pages: OpenPages) => void;
}

/** A page as lists of addresses need it. */
export interface ListedPage {
  /** Root-relative, without the site's path prefix. */
  readonly url: string;
  /** Whether search engines may list it. */
  readonly isListed: boolean;
}

/** Pages of the site as it was built before, which would be made again as they are. */
export interface KeptPages {
  readonly pages: readonly ListedPage[];
  /** What they show beyond ASCII. */
  readonly characters: string;
  /** Slugs of those of their briefs whose social cards and images come with them. */
  readonly withAssets: ReadonlySet<string>;
  /** Wait for those that are still being made; nothing else is known before. */
  ready(): Promise<void>;
  /** Put their files into the output folder. @param addresses of assets by name, as all pages have them now. */
  place(addresses: ReadonlyMap<string, string>): void;
}

/** What a run of Eleventy made. */
export interface MadePages {
  readonly pages: readonly ListedPage[];
  /** What each HTML file shows beyond ASCII, by path below the output folder, with slashes. */
  readonly characters: ReadonlyMap<string, string>;
  /** Of assets by name, as pages have them. */
  readonly addresses: ReadonlyMap<string, string>;
  /** Files that are called otherwise than when `links` were taken down. */
  readonly renamed: ReadonlyMap<string, string>;
  /** Of those that were written as soon as they were rendered; undefined where that was not taken down. */
  readonly links: LinkLedger | undefined;
}

/** What the pages of briefs and sources are made of; all others are made of the session's own catalog. */
export function documentsOf({ preview, catalog }: Session): Catalog {
  return preview?.catalog ?? catalog;
}

/** Slugs, ids and topics of the pages to render again, former names included; pages of which there is one always are. */
export type PageSelection = Readonly<Record<PageKind, ReadonlySet<string>>> & {
  /** Addresses of pages of lists; when absent, all are rendered, those of topics by the topic. */
  readonly lists?: ReadonlySet<string>;
};

/** Of what a page is the page; "evidence" is that of a brief. */
export const pageKinds = ["briefs", "evidence", "sources", "topics"] as const;
export type PageKind = (typeof pageKinds)[number];

/** Whether a page is to be rendered, and what stands beside it to be written. */
export function isChosen({ only }: Pick<Session, "only">, kind: PageKind, name: string): boolean {
  return only?.[kind].has(name) ?? true;
}

/**
 * Kept where every copy of this module finds it: a project's configuration may have loaded
 * Pincite by another path, and must not, for want of its session, build some other library.
 */
const key = Symbol.for("pincite.sessions");
const shared = globalThis as unknown as Record<symbol, WeakMap<EleventyConfig, Session> | undefined>;
const sessions = shared[key] ?? new WeakMap<EleventyConfig, Session>();
shared[key] = sessions;

/** Give a session to the run that is about to be configured; the plugin asks for it there. */
export function handOver(config: EleventyConfig, session: Session): void {
  sessions.set(config, session);
}

export function sessionOf(config: EleventyConfig): Session | undefined {
  return sessions.get(config);
}
