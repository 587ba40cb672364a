import type { Problem } from "../core/problem.ts";
import { searchFolder } from "../core/serving/serving-rules.ts";
import { buildPages } from "./build-pages.ts";
import { checkLinks, type LinkReport, type WrittenLinks } from "./links/check-links.ts";
import { describeLinks } from "./links/describe-links.ts";
import { keepHeapSmall } from "./heap.ts";
import { findLostLocks } from "./lost-locks.ts";
import { shownBriefs } from "./page-views.ts";
import { countFiles } from "./parts/library-size.ts";
import { PartProcesses, processesFor, type MadeParts } from "./parts/part-processes.ts";
import { printBriefs } from "./pdf/print-briefs.ts";
import { startPrinting, type PdfWish } from "./pdf/printing.ts";
import { forgetReadings, prepareSite } from "./prepare-site.ts";
import type { Project } from "./project.ts";
import { recordPath, removeRecord, writeRecord, type BuildRecord } from "./reuse/build-record.ts";
import { fileState } from "./reuse/file-state.ts";
import {
  filesOfSite,
  filesOutside,
  recordUnits,
  selectionOf,
  storedUnits,
  type RecordedUnits,
  type UnitStore,
} from "./reuse/kept-units.ts";
import { keptPages } from "./reuse/kept-pages.ts";
import { knownSite } from "./reuse/known-site.ts";
import { indexSite } from "./search-index.ts";
import { startIndexProcess, type IndexProcess } from "./search/index-process.ts";
import type { MadePages, Session } from "./session.ts";
import { openWorkspace } from "./swap.ts";
import { describeLocks, lockNew } from "./write-locks.ts";

/** The stages of a build, in order. */
export type Stage = "unchanged" | "read" | "verify" | "render" | "print" | "index" | "check links" | "lock" | "publish";

export interface BuildSummary {
  readonly briefs: number;
  readonly sources: number;
  readonly citations: number;
  /** Citations whose words were found in, or set from, their source. */
  readonly quotations: number;
  readonly pages: number;
  readonly links: number;
  /** What a strict check would stop at. */
  readonly warnings: readonly Problem[];
}

export type BuildOutcome =
  | { readonly summary: BuildSummary; readonly problems?: undefined }
  | { readonly summary?: undefined; readonly problems: readonly Problem[] };

export interface BuildOptions {
  /** Whether warnings stop the build, too. */
  readonly strict: boolean;
  /** Which briefs are also printed; no PDFs when absent. */
  readonly pdf?: PdfWish | undefined;
  /** Make every page anew, whatever the last build left. */
  readonly fresh?: boolean | undefined;
  /** How many processes make pages, and with more than one, whether another makes the search index; as many as the machine and the library ask for when absent. */
  readonly jobs?: number | undefined;
  /** Parts of the site that were made before, elsewhere; none when absent. */
  readonly parts?: readonly UnitStore[] | undefined;
}

/** What was seen before the build began. */
export interface BuildStart {
  /** See `surroundingsStamp`. */
  readonly surroundings: string;
  /** Whether what this build makes may be kept by the next. */
  readonly canKeep: boolean;
  /** See `inputsStamp`. */
  readonly inputs: string | undefined;
  /** What the last build left; undefined where nothing of it shall be kept. */
  readonly before: BuildRecord | undefined;
}

/** Called when a stage is done, with what it did and how long it took in milliseconds. */
export type Progress = (stage: Stage, detail: string, milliseconds: number) => void;

/**
 * Build a project's site and publish it into `dist`: read, verify, render, index, follow
 * every link, and only then swap. With a problem at any stage `dist` stays as it was.
 * The project is held while this runs: see `buildIfChanged`.
 */
export async function buildSite(
  project: Project,
  options: BuildOptions,
  { surroundings, canKeep, inputs, before }: BuildStart,
  progress: Progress,
): Promise<BuildOutcome> {
  keepHeapSmall();
  const time = stopwatch(progress);
  let parts: PartProcesses | undefined;
  try {
    if (options.fresh) forgetReadings(project.root);
    const startParts = (count: number) => (count > 1 ? new PartProcesses(project, count - 1) : undefined);
    if (canKeep && !before && !options.parts?.length)
      parts = startParts(processesFor(countFiles(project.root), options.jobs));
    const prepared = await prepareSite(project, { strict: options.strict, surroundings, parts }, time);
    if (prepared.problems) return { problems: prepared.problems };
    const { catalog, verified, units } = prepared;

    const printing = options.pdf && (await startPrinting(catalog, options.pdf));
    const browser = printing?.kind === "ready" ? printing.browser : undefined;
    const printed = printing?.kind === "ready" ? printing.briefs : [];
    const workspace = openWorkspace(project.root, project.dist);
    let indexer: IndexProcess | undefined;
    try {
      const lost = findLostLocks(catalog, project.dist);
      if (lost.length > 0) return { problems: lost };
      const { staging } = workspace;
      const published = before && [{ ...publishedStore(project.dist), record: before }];
      const stored = storedUnits(units, [...(published ?? []), ...(options.parts ?? [])]);
      const known = knownSite(stored, before, project.dist);
      const isFollowed = known === undefined;
      const missing = units.filter(({ folder }) => !stored.has(folder));
      if (canKeep && before) {
        parts = startParts(processesFor(missing.length, options.jobs, units.length));
        parts?.read();
      }
      // It starts while pages are made.
      if (processesFor(units.length, options.jobs) > 1) indexer = startIndexProcess(project.site, project.root, "site");
      const making = parts?.make(missing, workspace, isFollowed) ?? Promise.resolve({ stored: new Map(), links: [] });
      // It is waited for when this process has made its own part.
      making.catch(() => undefined);
      const own = new Set(parts?.own(missing) ?? missing);
      const kept = keptPages(stored, new Set(missing.filter((unit) => !own.has(unit))), making, workspace);
      const session: Session = {
        ...prepared.session,
        printed: new Set(printed.map(({ name }) => name)),
        only: selectionOf([...own]),
        kept,
        isFollowed,
      };
      const { own: ownPages, made } = await buildPages(session, project.config, staging);
      time("render", describePages(missing.length, units.length));
      if (printing?.kind === "ready") {
        const { paper } = printing;
        await printBriefs(printing.browser, { folder: staging, site: project.site, paper }, printed);
        time("print", `${printed.length === 1 ? "1 PDF" : `${printed.length} PDFs`} on ${paper} paper`);
      } else if (printing) time("print", `no PDFs: ${printing.reason}`);
      const { pathPrefix } = project.site;
      const indexing = indexer?.index(staging);
      // It is waited for when links were checked.
      indexing?.catch(() => undefined);
      if (!indexing) time("index", await indexSite(project.site, staging, project.root));
      const shared = units.flatMap(({ folder }) =>
        kept.shared.has(folder) ? (stored.get(folder)?.recorded ?? []) : [],
      );
      const written = await writtenLinks(made, making);
      const check = () => checkLinks(staging, pathPrefix, { known, written, all: filesOfSite(staging, shared) });
      let report = await check();
      // A page of the site's own may lead to a file of the index.
      if (indexing && report.broken.some(({ href }) => href.includes(searchFolder))) {
        await indexing;
        report = await check();
      }
      const record = recordUnits({
        units,
        stored,
        shared: kept.shared,
        made,
        links: report.links,
        folder: staging,
        stateOf: fileState,
      });
      const links = countLinks(report, record);
      time("check links", `${links} links and fragments`);
      if (report.broken.length > 0) return { problems: describeLinks(report.broken, catalog, ownPages, pathPrefix) };
      if (indexing) time("index", await indexing);
      const locked = project.circumstances.frozen ? [] : lockNew(catalog, project.root, project.circumstances.today);
      if (!project.circumstances.frozen) time("lock", describeLocks(locked));
      const quotations = verified.filter(
        ({ verification }) => verification !== "paraphrase" && verification !== "digest",
      );
      const summary: BuildSummary = {
        briefs: shownBriefs(session).length,
        sources: catalog.library.sources.size,
        citations: verified.length,
        quotations: quotations.length,
        pages: report.pages,
        links,
        warnings: catalog.warnings,
      };
      // Pages of the site's own may be made of anything, and a lock that was just written is another file.
      const isWhole = inputs !== undefined && ownPages.size === 0 && locked.length === 0;
      const whole = isWhole ? { inputs, summary } : undefined;
      const files = canKeep ? filesOutside(units, staging, kept.shared) : [];
      const deleted = workspace.publish(kept.shared);
      if (canKeep) writeRecord(recordPath(project.dist), { ...record, files, ...(whole && { whole }) });
      else removeRecord(recordPath(project.dist));
      await deleted;
      time("publish", project.dist);
      return { summary };
    } finally {
      await browser?.close();
      parts?.stop();
      await indexer?.stop();
      workspace.discard();
    }
  } finally {
    parts?.stop();
  }
}

function describePages(made: number, all: number): string {
  return made === all ? "pages with Eleventy" : `${made} of ${all} pages with Eleventy`;
}

/** Units in the published folder, which stays as it is until the new one stands in its place. */
function publishedStore(folder: string): Omit<UnitStore, "record"> {
  return { folder, stateOf: fileState, isPart: false, isSpare: false };
}

/** Where all pages lead that were written as soon as they were rendered, here and by others. */
async function writtenLinks(made: MadePages, making: Promise<MadeParts>): Promise<WrittenLinks | undefined> {
  const { links: ledger, renamed } = made;
  for (const links of (await making).links) ledger?.join(links);
  return ledger && { ledger, renamed };
}

/** Of all pages: those that were kept had as many as when they were made. */
function countLinks({ links }: LinkReport, { units }: RecordedUnits): number {
  const looked = [...links.values()].reduce((sum, { count }) => sum + count, 0);
  const kept = units.filter(
    ({ folder, files }) => !files.some(([path]) => path.endsWith(".html") && links.has(`${folder}/${path}`)),
  );
  return kept.reduce((sum, unit) => sum + unit.links, looked);
}

function stopwatch(progress: Progress): (stage: Stage, detail: string) => void {
  let last = performance.now();
  return (stage, detail) => {
    const now = performance.now();
    progress(stage, detail, now - last);
    last = now;
  };
}
