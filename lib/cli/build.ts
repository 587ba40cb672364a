import { existsSync } from "node:fs";
import { resolve } from "node:path";
import { buildIfChanged } from "../site/build-if-changed.ts";
import { openProject } from "../site/project.ts";
import type { PdfWish } from "../site/pdf/printing.ts";
import type { SiteOptions } from "../site/site.ts";
import type { Command } from "commander";
import {
  circumstancesFor,
  describeProjectCommand,
  frozenOption,
  readCount,
  readShare,
  rootOf,
  strictOption,
  whenCalled,
} from "./arguments.ts";
import type { Share } from "../site/parts/share.ts";
import type { UnitStore } from "../site/reuse/kept-units.ts";
import { needsRoom } from "../site/parts/library-size.ts";
import { withRoom } from "./room.ts";
import { count, reportProblems, reportWarnings, seconds } from "./report.ts";

/** Said once a build, and no warning: a site may be meant for one machine only. */
const withoutAddress =
  'The site has no url, so canonical links, social cards, feeds, sitemap.xml and robots.txt are left out; write url: "https://…" in .eleventy.ts once it has a public address.';

/** What building is told, whichever command builds. */
export interface BuildArguments {
  readonly root: string;
  readonly dist?: string;
  readonly frozen?: boolean;
  readonly strict?: boolean;
  readonly fresh?: boolean;
  readonly jobs?: number;
}

/** The PDFs to write for a site; undefined for none. */
export type WishFor = (site: SiteOptions) => PdfWish | undefined;

/** `pincite build`: verify everything and publish the site into dist/. */
export function define(command: Command): void {
  describeProjectCommand(command, "Verify every citation and publish the site into dist/.", [
    ["build", "with every problem on one line each, and dist/ as it was, if there is one"],
    ["build --strict", "stop at warnings, too"],
    ["build --dist /srv/www", "publish into another folder"],
    ["build --shard 2/4", "make the second of four parts into part-2/, for pincite join"],
    ["build --pdf", "with a PDF of each published brief"],
  ])
    .option("--pdf", "print each published brief, too: needs Chrome or Chromium")
    .option("--fresh", "make every page anew, whatever the last build left")
    .option("--jobs <number>", "how many processes make pages (default: what suits machine and library)", readCount)
    .option("--shard <i/n>", "make only the i-th of n parts of the pages, for pincite join", readShare)
    .option("--dist <folder>", "where the built site goes (default: dist/ in the project)")
    .option(...frozenOption)
    .option(...strictOption);
  whenBuilding(command, () => {
    const options = command.opts<BuildArguments & { readonly pdf?: true; readonly shard?: Share }>();
    if (options.shard) return shardAndReport(options, options.shard);
    const required = options.pdf === true;
    return buildAndReport(options, ({ pdf }) =>
      required || pdf ? { paper: pdf ?? "A4", briefs: [], required } : undefined,
    );
  });
}

/** As `whenCalled`, of a command that makes the pages of a site. */
export function whenBuilding(command: Command, main: () => Promise<number>): void {
  whenCalled(command, () => {
    const options = command.opts<BuildArguments>();
    const makesAll = options.fresh === true || !existsSync(distOf(options));
    return withRoom(needsRoom(rootOf(options), makesAll), main);
  });
}

/** Absolute path of the folder that the built site goes into. */
function distOf(options: BuildArguments): string {
  return resolve(options.dist ?? `${rootOf(options)}/dist`);
}

/** Make one part of a site, and say what was done or what is wrong. @returns the exit code. */
async function shardAndReport(options: BuildArguments, share: Share): Promise<number> {
  const root = rootOf(options);
  const folder = resolve(options.dist ?? `${root}/part-${share.number}`);
  const start = performance.now();
  const project = await openProject(root, folder, circumstancesFor(options));
  const { buildShard } = await import("../site/parts/build-shard.ts");
  const outcome = await buildShard(project, share, folder, options.strict === true);
  if (outcome.problems) {
    reportProblems(outcome.problems);
    console.error("No part was made.");
    return 1;
  }
  const { made, all } = outcome;
  console.log(
    `part ${share.number} of ${share.of}: ${made} of ${all} folders in ${folder}, ${seconds(performance.now() - start)}`,
  );
  return 0;
}

/** Build a project, and say what was done or what is wrong. @param parts that were made elsewhere. @returns the exit code. */
export async function buildAndReport(
  options: BuildArguments,
  wishFor: WishFor,
  parts: readonly UnitStore[] = [],
): Promise<number> {
  const root = rootOf(options);
  const start = performance.now();
  const project = await openProject(root, distOf(options), circumstancesFor(options));
  const strict = options.strict === true;
  const { fresh, jobs } = options;
  const wanted = { strict, fresh, jobs, parts, pdf: wishFor(project.site) };
  const outcome = await buildIfChanged(project, wanted, (stage, detail, milliseconds) => {
    console.log(`${stage.padEnd(12)} ${detail} (${seconds(milliseconds)})`);
  });
  if (outcome.problems) {
    reportProblems(outcome.problems);
    console.error("Nothing was published; dist is as it was.");
    return 1;
  }
  const { briefs, sources, citations, quotations, pages, links, warnings } = outcome.summary;
  reportWarnings(warnings);
  const counts = [
    count(briefs, "brief"),
    count(sources, "source"),
    count(citations, "citation"),
    `${count(quotations, "quotation")} verified`,
    count(pages, "page"),
    count(links, "link"),
  ];
  if (project.site.url === "") console.log(`\n${withoutAddress}`);
  const findings = `0 problems, ${count(warnings.length, "warning")}`;
  console.log(`\n${counts.join(", ")}, ${findings}, ${seconds(performance.now() - start)}`);
  return 0;
}
