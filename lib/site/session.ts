import type { UserConfig } from "@11ty/eleventy";
import type { Catalog } from "../core/catalog/catalog.ts";

/** What one run of Eleventy renders: a checked catalog, and which of its pages. */
export interface Session {
  readonly catalog: Catalog;
  /** Absolute path of the project. */
  readonly root: string;
  /** Also show drafts, as the preview does. */
  readonly drafts: boolean;
  /** Pages to render; everything when absent. */
  readonly only?: PageSelection;
}

/** Slugs, ids and topics of the pages to render again; lists and single pages always are. */
export interface PageSelection {
  readonly briefs: ReadonlySet<string>;
  readonly sources: ReadonlySet<string>;
  readonly topics: ReadonlySet<string>;
}

const sessions = new WeakMap<UserConfig, Session>();

/** Give a session to the run that is about to be configured; the plugin asks for it there. */
export function handOver(config: UserConfig, session: Session): void {
  sessions.set(config, session);
}

export function sessionOf(config: UserConfig): Session | undefined {
  return sessions.get(config);
}
