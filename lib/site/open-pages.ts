import type { SinglePage } from "./add-pages.ts";
import type { EleventyConfig } from "./eleventy-config.ts";
import type { Session } from "./session.ts";

/** The pages of a site after a run of Eleventy that has no further part in them: each can be made by itself. */
export interface OpenPages {
  /** Make pages of another state of the library from here on. @returns those that the session chooses. */
  take(session: Session): Promise<readonly SinglePage[]>;
  /**
   * Write what stands beside the pages that a session chooses. It is the session that was taken last.
   *
   * @param between called after each file; nothing more is written when it gives false.
   */
  writeBeside(session: Session, between: () => Promise<boolean>): Promise<void>;
}

/** How many listen for an event in a run that is Pincite's alone. */
const listeners = { "eleventy.before": 3, "eleventy.after": 3 } as const;

/** Whether nobody but Pincite copies files into the site, or does something before or after a run; false in doubt. */
export function isUnattended({ passthroughCopies, events }: EleventyConfig): boolean {
  const isOurs = ([event, count]: [string, number]) => events.listenerCount(event) <= count;
  return Object.keys(passthroughCopies).length === 0 && Object.entries(listeners).every(isOurs);
}
