import { availableParallelism } from "node:os";
import type { ReadingShare } from "../../files/kept-readings.ts";
import type { StoredLedger } from "../links/link-ledger.ts";
import type { Project } from "../project.ts";
import { storedUnits, type StoredUnit } from "../reuse/kept-units.ts";
import type { SiteUnit } from "../reuse/site-units.ts";
import type { Workspace } from "../swap.ts";
import { openPart, readLinks } from "./build-part.ts";
import { worthProcesses } from "./library-size.ts";
import { unitsOf } from "./share.ts";
import { startPart, type PartProcess } from "./start-part.ts";

/** Another process reads the whole library first: about so many of its units in the time that one takes to make. */
const readInTheTimeOfOne = 8;
/** More of them would hold the library in memory more often than they are quicker. */
const mostProcesses = 4;

/**
 * How many processes shall make the pages of a site, this one included.
 *
 * @param missing how many units are to be made, of `all`. @param jobs as somebody asked; undefined for what is best here.
 */
export function processesFor(missing: number, jobs: number | undefined, all = missing): number {
  if (jobs !== undefined) return jobs;
  const isWorthIt = missing >= worthProcesses && missing * readInTheTimeOfOne >= all;
  return isWorthIt ? Math.min(availableParallelism(), mostProcesses) : 1;
}

export interface MadeParts {
  /** By folder. */
  readonly stored: ReadonlyMap<string, StoredUnit>;
  /** Where their pages lead. */
  readonly links: readonly StoredLedger[];
}

/** Processes beside this one that make parts of a site. */
export class PartProcesses {
  readonly #processes: readonly PartProcess[];

  /** Start them. @param count beside this one. */
  constructor(project: Project, count: number) {
    this.#processes = Array.from({ length: count }, () => startPart(project));
  }

  /** Have each file parsed once, by one of the processes, and the library read by all others. @param parse this one's share. */
  async parse(parse: (share: ReadingShare) => void): Promise<void> {
    const of = this.#processes.length + 1;
    const parsing = this.#processes.map((process, index) => process.parse({ number: index + 2, of }));
    parse({ number: 1, of });
    await Promise.all(parsing);
    this.read();
  }

  /** Have the library read, of which every file is parsed. */
  read(): void {
    for (const process of this.#processes) process.read();
  }

  /** The units that this process is left with. */
  own(units: readonly SiteUnit[]): SiteUnit[] {
    return unitsOf(units, { number: 1, of: this.#processes.length + 1 });
  }

  /** Have all others made. @param isFollowed see `Session`. @throws where one of the processes fails, or made something else of a file that was changed meanwhile. */
  async make(units: readonly SiteUnit[], workspace: Workspace, isFollowed: boolean): Promise<MadeParts> {
    const of = this.#processes.length + 1;
    const made = await Promise.all(
      this.#processes.map(async (process, index) => {
        const share = unitsOf(units, { number: index + 2, of });
        const folder = workspace.partFolder(index + 2);
        await process.make(
          share.map((unit) => unit.folder),
          folder,
          isFollowed,
        );
        const part = openPart(folder, true);
        const stored = storedUnits(share, part ? [part] : []);
        if (stored.size < share.length) throw new Error("The library was changed while it was built. Build again.");
        return { stored, links: readLinks(folder) };
      }),
    );
    return {
      stored: new Map(made.flatMap(({ stored }) => [...stored])),
      links: made.flatMap(({ links }) => links ?? []),
    };
  }

  stop(): void {
    for (const process of this.#processes) process.stop();
  }
}
