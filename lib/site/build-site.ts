import { existsSync, readFileSync } from "node:fs";
import { basename, join } from "node:path";
import type { SourceLock } from "../core/anchoring/lock.ts";
import { writeLock } from "../core/anchoring/write-lock.ts";
import { buildCatalog, type Catalog, type Library } from "../core/catalog/catalog.ts";
import { withoutDrafts } from "../core/catalog/drafts.ts";
import { sortProblems, type Problem } from "../core/problem.ts";
import { checkSiteUrl } from "../core/site-address.ts";
import { LibraryReader } from "../files/library-reader.ts";
import { lockPath } from "../files/lock-file.ts";
import { recordFiles, writeRecords } from "../files/record-files.ts";
import { buildPages } from "./build-pages.ts";
import { openNaming } from "./citations/open-naming.ts";
import { circumstancesOf, type Circumstances } from "./circumstances.ts";
import { checkLinks, type BrokenLink, type LinkReport } from "./check-links.ts";
import { lockProject } from "./lock.ts";
import { findLostLocks } from "./lost-locks.ts";
import { shownBriefs } from "./page-views.ts";
import { printBriefs } from "./pdf/print-briefs.ts";
import { startPrinting, type PdfWish } from "./pdf/printing.ts";
import { loadProjectConfig } from "./project-config.ts";
import { BuildRecordFile, type BuildRecord } from "./reuse/build-record.ts";
import { filesOutside, keepUnits, recordUnits, unitOf } from "./reuse/kept-units.ts";
import { siteUnits } from "./reuse/site-units.ts";
import { surroundingsStamp } from "./reuse/surroundings.ts";
import { inputsStamp, unchangedSince } from "./reuse/unchanged.ts";
import { indexSite } from "./search-index.ts";
import { librariesOf, type SiteOptions } from "./site.ts";
import { openWorkspace } from "./swap.ts";

/** A project on disk: what is read, and what it is built into. Paths are absolute. */
export interface Project {
  readonly root: string;
  readonly dist: string;
  readonly config: string;
  readonly site: SiteOptions;
  readonly circumstances: Circumstances;
}

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
}

/** Called when a stage is done, with what it did and how long it took in milliseconds. */
export type Progress = (stage: Stage, detail: string, milliseconds: number) => void;

/** Find a project, with its own configuration where it has one. @throws where there is none. */
export async function openProject(
  root: string,
  dist: string,
  circumstances: Circumstances = circumstancesOf(process.env),
): Promise<Project> {
  if (!existsSync(join(root, "briefs")) && !existsSync(join(root, "sources"))) {
    throw new Error(`${root} holds neither briefs/ nor sources/. Run this in a project, or name one with --root.`);
  }
  const { config, site } = await loadProjectConfig(root);
  return { root, dist, config, site, circumstances };
}

export function readerFor(project: Project): LibraryReader {
  return new LibraryReader({
    root: project.root,
    pages: project.site.pages,
    language: project.site.language,
    configuration: checkSiteUrl(project.site.url, basename(project.config), readFileSync(project.config, "utf8")),
    libraries: librariesOf(project.site),
  });
}

/** Read and check everything; build nothing. */
export async function checkProject(project: Project): Promise<Catalog> {
  const catalog = buildCatalog(await readerFor(project).read(), project.circumstances);
  const { problem } = await openNaming(project.site, project.root, catalog.library.sources);
  return problem ? { ...catalog, problems: sortProblems([...catalog.problems, problem]) } : catalog;
}

/**
 * Build a project's site and publish it into `dist`: read, verify, render, index, follow
 * every link, and only then swap. With a problem at any stage `dist` stays as it was.
 */
export async function buildSite(project: Project, options: BuildOptions, progress: Progress): Promise<BuildOutcome> {
  const release = lockProject(project.root);
  try {
    const time = stopwatch(progress);
    // Before anything is read: what is saved from here on is another state of its file.
    const records = new BuildRecordFile(project.dist);
    // What a site's own code adds to templates may give something else each time; a PDF stands among a brief's files.
    const canKeep = !options.pdf && !project.site.extendNunjucks;
    const surroundings = surroundingsStamp(project);
    const inputs = canKeep ? inputsStamp(project, surroundings) : undefined;
    const before = canKeep && !options.fresh ? records.read() : undefined;
    const unchanged = unchangedSince(before, inputs, project.dist);
    if (unchanged && !(options.strict && unchanged.warnings.length > 0)) {
      time("unchanged", "nothing that the site is made from, and nothing in the published folder");
      return { summary: unchanged };
    }
    const library = await readerFor(project).read();
    time("read", "briefs, sources and pages");
    const catalog = buildCatalog(library, project.circumstances);
    const verified = [...catalog.verified.values()].flat().filter((one) => one !== undefined);
    time("verify", `${verified.length} citations`);
    const citing = await openNaming(project.site, project.root, library.sources);
    const found = [...catalog.problems, ...(citing.problem ? [citing.problem] : [])];
    const problems = sortProblems(options.strict ? [...found, ...catalog.warnings] : found);
    if (!citing.naming || problems.length > 0) return { problems };

    const printing = options.pdf && (await startPrinting(catalog, options.pdf));
    const browser = printing?.kind === "ready" ? printing.browser : undefined;
    const printed = printing?.kind === "ready" ? printing.briefs : [];
    const workspace = openWorkspace(project.root, project.dist);
    try {
      const lost = findLostLocks(catalog, project.dist);
      if (lost.length > 0) return { problems: lost };
      const session = {
        catalog: withoutDrafts(catalog),
        root: project.root,
        drafts: false,
        citing,
        printed: new Set(printed.map(({ name }) => name)),
      };
      const units = siteUnits(session, project.site, surroundings);
      const keeping = keepUnits(units, before, project.dist, workspace.staging);
      const { own, made } = await buildPages({ ...session, ...keeping }, project.config, workspace.staging);
      const fresh = units.length - keeping.units.size;
      time(
        "render",
        fresh === units.length ? "pages with Eleventy" : `${fresh} of ${units.length} pages with Eleventy`,
      );
      if (printing?.kind === "ready") {
        const { paper } = printing;
        await printBriefs(printing.browser, { folder: workspace.staging, site: project.site, paper }, printed);
        time("print", `${printed.length === 1 ? "1 PDF" : `${printed.length} PDFs`} on ${paper} paper`);
      } else if (printing) time("print", `no PDFs: ${printing.reason}`);
      time("index", await indexSite(project.site, workspace.staging, project.root));
      const known = { isKept: (file: string) => keeping.units.has(unitOf(file)), published: project.dist };
      const { pathPrefix } = project.site;
      const report = checkLinks(workspace.staging, pathPrefix, keeping.units.size > 0 ? known : undefined);
      const record = recordUnits(units, keeping, made, report.links, workspace.staging);
      const links = countLinks(report, record);
      time("check links", `${links} links and fragments`);
      if (report.broken.length > 0) return { problems: describeLinks(report.broken, catalog, own, pathPrefix) };
      const locked = project.circumstances.frozen ? [] : lockNew(catalog, project.root, project.circumstances.today);
      if (!project.circumstances.frozen) time("lock", describeLocks(locked));
      const quotations = verified.filter(
        ({ verification }) => verification !== "paraphrase" && verification !== "digest",
      );
      const summary: BuildSummary = {
        briefs: shownBriefs(session).length,
        sources: library.sources.size,
        citations: verified.length,
        quotations: quotations.length,
        pages: report.pages,
        links,
        warnings: catalog.warnings,
      };
      // Pages of the site's own may be made of anything, and a lock that was just written is another file.
      const isWhole = inputs !== undefined && own.size === 0 && locked.length === 0;
      const whole = isWhole ? { inputs, files: filesOutside(units, workspace.staging), summary } : undefined;
      workspace.publish();
      if (canKeep) records.write({ ...record, ...(whole && { whole }) });
      else records.remove();
      time("publish", project.dist);
      return { summary };
    } finally {
      await browser?.close();
      workspace.discard();
    }
  } finally {
    release();
  }
}

/** Of all pages: those that were kept had as many as when they were made. */
function countLinks({ links }: LinkReport, { units }: BuildRecord): number {
  const looked = [...links.values()].reduce((sum, count) => sum + count, 0);
  const kept = units.filter(({ folder, files }) => files.every(([path]) => !links.has(`${folder}/${path}`)));
  return kept.reduce((sum, unit) => sum + unit.links, looked);
}

/** Write the locks that hold something new. @returns their paths, relative to the project. */
function lockNew(catalog: Catalog, root: string, today: string): string[] {
  const changed = [...catalog.locks].filter(([id, { isNew, lock }]) => isNew || isUnkept(catalog.library, id, lock));
  const files = changed.flatMap(([id, { lock }]) => recordFiles(catalog.library, id, lock, today));
  writeRecords(root, files);
  return changed.map(([id]) => lockPath(id));
}

function describeLocks(names: readonly string[]): string {
  if (names.length === 0) return "nothing new";
  return names.length > 3 ? `${names.length} locks, to be committed` : `${names.join(", ")}, to be committed`;
}

/** Whether the record beside a lock that needs no change is lost, or of another address. */
function isUnkept({ originals, records }: Library, id: string, lock: SourceLock): boolean {
  const before = records.get(id)?.lock;
  return originals?.get(id)?.isKept === false && before !== undefined && writeLock(before) === writeLock(lock);
}

const faults: Readonly<Record<BrokenLink["fault"], string>> = {
  "no page": "there is no such page or file",
  "no such place": "the page has no such place",
  "no address": "it is no address; write a % as %25",
  "two places": "the page has two places of that name; rename one of the headings",
};

/** Broken links as problems: each place that writes one, or else the page that has it. */
function describeLinks(
  broken: readonly BrokenLink[],
  catalog: Catalog,
  own: ReadonlyMap<string, string>,
  pathPrefix: string,
): Problem[] {
  const ownFiles = new Map([...own].map(([url, path]) => [pathPrefix + url.slice(1), path]));
  const documents = new Map(
    [...catalog.library.briefs, ...catalog.library.pages].map((one) => [pathPrefix + one.url.slice(1), one]),
  );
  const problems = broken.flatMap(({ page, href, fault }): Problem[] => {
    const document = documents.get(page);
    const written = document?.links.filter((link) => link.href === href || pathPrefix + link.href.slice(1) === href);
    const message = `The link "${href}" on ${page} does not arrive: ${faults[fault]}. Correct the address or take the link out.`;
    const places = written?.map(({ place }) => place) ?? [];
    if (places.length === 0)
      places.push({ path: document?.path ?? ownFiles.get(page) ?? "layouts", line: 1, column: 1 });
    return places.map((place) => ({ place, rule: "link-resolves", message }));
  });
  return sortProblems(problems);
}

function stopwatch(progress: Progress): (stage: Stage, detail: string) => void {
  let last = performance.now();
  return (stage, detail) => {
    const now = performance.now();
    progress(stage, detail, now - last);
    last = now;
  };
}
