import type { Catalog } from "../core/catalog/catalog.ts";
import type { OpenNaming } from "./citations/open-naming.ts";
import type { PreviewedLibrary } from "../core/preview/previewed-library.ts";
import type { EleventyConfig } from "./eleventy-config.ts";

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
}

/** What the pages of briefs and sources are made of; all others are made of the session's own catalog. */
export function documentsOf({ preview, catalog }: Session): Catalog {
  return preview?.catalog ?? catalog;
}

/** Slugs, ids and topics of the pages to render again, former names included; lists and single pages always are. */
export interface PageSelection {
  readonly briefs: ReadonlySet<string>;
  readonly sources: ReadonlySet<string>;
  readonly topics: ReadonlySet<string>;
  /** Slugs of the briefs whose evidence page is rendered again. */
  readonly evidence: ReadonlySet<string>;
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
