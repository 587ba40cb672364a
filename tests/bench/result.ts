import type { Chosen } from "./changes.ts";
import type { ContenderName } from "./contender.ts";
import type { CorpusSize } from "./corpus.ts";
import type { Machine } from "./machine.ts";
import type { Run } from "./measure.ts";
import type { ScenarioName } from "./scenario.ts";
import type { Amount } from "./written.ts";

/** One build, and what it wrote into the site and into what it keeps for the next build. */
export interface BuildRun extends Run {
  readonly written: Amount;
  /** What is there afterwards, written or not. */
  readonly there: Amount;
}

/** The builds of one contender in one scenario, one a round. */
export interface Series {
  readonly contender: ContenderName;
  readonly scenario: ScenarioName;
  readonly runs: readonly BuildRun[];
}

/** Saves of one brief, and of one source, while a server follows the project. */
export interface SaveSeries {
  readonly contender: ContenderName;
  /** From the start to the first page, in seconds. */
  readonly start: number;
  /** For each save, seconds until the brief's page was served with what was saved. */
  readonly page: readonly number[];
  /** For each save, seconds until the server said that it was done. */
  readonly done: readonly number[];
  /** Whether a source's page then had the brief that newly cites it. */
  readonly backlink: boolean;
  /** Of saves of a source with another title; absent in figures that were taken before these were. */
  readonly source?: SourceSaves;
  /** Peak memory of the process tree, in bytes. */
  readonly memory: number;
}

/** Each list has a figure for each save, in seconds. */
export interface SourceSaves {
  /** Until the source's own page had the title. */
  readonly page: readonly number[];
  /** Until the page of a brief that cites it had, too. */
  readonly citing: readonly number[];
  /** Until the server said that it was done. */
  readonly done: readonly number[];
}

/** Everything measured of one corpus. */
export interface SizeResult {
  readonly corpus: CorpusSize;
  /** Whether Pincite made its search index. */
  readonly indexed: boolean;
  readonly chosen: Chosen;
  readonly series: readonly Series[];
  readonly saves: readonly SaveSeries[];
}

/** What is written as JSON: everything that tables and charts are made of. */
export interface Figures {
  readonly machine: Machine;
  /** Day of the measurement, YYYY-MM-DD. */
  readonly date: string;
  /** To how many cores the programs were held; absent when to none. */
  readonly cores?: number | undefined;
  readonly rounds: number;
  /** Whether CPU and memory are of the whole process tree. */
  readonly wholeTree: boolean;
  readonly versions: Readonly<Partial<Record<ContenderName, string>>>;
  readonly sizes: readonly SizeResult[];
}
