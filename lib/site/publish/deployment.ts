import type { SiteRecord } from "../../core/publish/site-record.ts";
import type { LiveSite } from "./live-site.ts";
import type { BuiltInventory } from "./read-inventory.ts";

/** What publishing to one target would do. */
export interface Deployment {
  /** What the target says it holds; undefined where it says nothing that can be read. */
  readonly before: SiteRecord | undefined;
  /** Whether it has a record that cannot be read. */
  readonly isDamaged: boolean;
  /** What it will say; undefined where the host builds the site anew. */
  readonly record: SiteRecord | undefined;
  /** In order, a line each; none where the target holds this very site. */
  readonly operations: readonly string[];
  /** Where the published site can be read without a web server, as an absolute path. */
  readonly folder: string | undefined;
  /** @throws a sentence for people. */
  run(progress: (line: string) => void): Promise<void>;
}

/** The project that is published. Paths are absolute. */
export interface Publishing {
  readonly root: string;
  readonly dist: string;
  readonly pathPrefix: string;
  readonly after: BuiltInventory;
  /** Undefined where the site has no public address. */
  readonly live: LiveSite | undefined;
  readonly environment: NodeJS.ProcessEnv;
}
