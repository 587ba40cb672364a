import { resolve } from "node:path";
import { buildSite, openProject } from "../site/build-site.ts";
import type { PdfWish } from "../site/pdf/printing.ts";
import type { SiteOptions } from "../site/site.ts";
import type { Command } from "commander";
import {
  circumstancesFor,
  describeProjectCommand,
  frozenOption,
  rootOf,
  strictOption,
  whenCalled,
} from "./arguments.ts";
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
}

/** The PDFs to write for a site; undefined for none. */
export type WishFor = (site: SiteOptions) => PdfWish | undefined;

/** `pincite build`: verify everything and publish the site into dist/. */
export function define(command: Command): void {
  describeProjectCommand(command, "Verify every citation and publish the site into dist/.", [
    ["build", "with every problem on one line each, and dist/ as it was, if there is one"],
    ["build --strict", "stop at warnings, too"],
    ["build --dist /srv/www", "publish into another folder"],
    ["build --pdf", "with a PDF of each published brief"],
  ])
    .option("--pdf", "print each published brief, too: needs Chrome or Chromium")
    .option("--fresh", "make every page anew, whatever the last build left")
    .option("--dist <folder>", "where the built site goes (default: dist/ in the project)")
    .option(...frozenOption)
    .option(...strictOption);
  whenCalled(command, () => {
    const options = command.opts<BuildArguments & { readonly pdf?: true }>();
    const required = options.pdf === true;
    return buildAndReport(options, ({ pdf }) =>
      required || pdf ? { paper: pdf ?? "A4", briefs: [], required } : undefined,
    );
  });
}

/** Build a project, and say what was done or what is wrong. @returns the exit code. */
export async function buildAndReport(options: BuildArguments, wishFor: WishFor): Promise<number> {
  const root = rootOf(options);
  const dist = resolve(options.dist ?? `${root}/dist`);
  const start = performance.now();
  const project = await openProject(root, dist, circumstancesFor(options));
  const strict = options.strict === true;
  const { fresh } = options;
  const wanted = { strict, fresh, pdf: wishFor(project.site) };
  const outcome = await buildSite(project, wanted, (stage, detail, milliseconds) => {
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
