import { Option, type Command } from "commander";
import type { Catalog } from "../core/catalog/catalog.ts";
import { checkProject } from "../site/prepare-site.ts";
import { openProject } from "../site/project.ts";
import {
  circumstancesFor,
  describeProjectCommand,
  frozenOption,
  rootOf,
  strictOption,
  whenCalled,
} from "./arguments.ts";
import { runOriginalCheck } from "./check-original.ts";
import { annotationsForGithub, findingsOf, jsonReport, sarifReport, type Findings } from "./machine-reports.ts";
import { count, reportProblems, reportWarnings } from "./report.ts";

interface Options {
  readonly root: string;
  readonly frozen?: boolean;
  readonly strict?: boolean;
  readonly json?: boolean;
  readonly sarif?: boolean;
  readonly github?: boolean;
  readonly original?: string;
  readonly source?: string;
}

/** `pincite check`: every problem and warning, nothing built or written. */
export function define(command: Command): void {
  describeProjectCommand(command, "Report every problem in briefs and sources; build and write nothing.", [
    ["check", "every problem and warning, a line each"],
    ["check --strict", "end with exit code 1 at warnings, too"],
    ["check --github", "as annotations of a pull request"],
    ["check --original report.pdf", "whether a source, above all a digest, stands to its original as it says"],
  ])
    .option(...frozenOption)
    .option(...strictOption)
    .addOption(new Option("--json", "print JSON for programs").conflicts(["sarif", "github"]))
    .addOption(new Option("--sarif", "print SARIF 2.1.0 for code scanning").conflicts("github"))
    .option("--github", "print annotations for GitHub Actions")
    .addOption(
      new Option("--original <file>", "hold a source against its original instead: a file or an address").conflicts([
        "sarif",
        "github",
      ]),
    )
    .option("--source <id>", "of which source it is the original; found by itself when left out");
  whenCalled(command, () => {
    const options = command.opts<Options>();
    if (options.source !== undefined && options.original === undefined)
      command.error("--source goes with --original, which names the file to hold it against.");
    return main(options);
  });
}

async function main(options: Options): Promise<number> {
  const root = rootOf(options);
  const circumstances = circumstancesFor(options);
  const catalog = await checkProject(await openProject(root, `${root}/dist`, circumstances));
  const { original, source, json } = options;
  if (original !== undefined)
    return runOriginalCheck(catalog, {
      where: original,
      ...(source !== undefined && { id: source }),
      json: json === true,
      today: circumstances.today,
    });
  const findings = findingsOf(catalog, options.strict === true);
  print(catalog, findings, options);
  return findings.problems.length > 0 ? 1 : 0;
}

function print(catalog: Catalog, findings: Findings, { json, sarif, github }: Options): void {
  if (json) console.log(jsonReport(findings));
  else if (sarif) console.log(sarifReport(findings));
  else if (github) process.stdout.write(annotationsForGithub(findings));
  else {
    if (findings.problems.length > 0) reportProblems(findings.problems);
    reportWarnings(findings.warnings);
    if (findings.problems.length === 0) console.log(summary(catalog, findings));
  }
}

function summary({ library, verified }: Catalog, { warnings }: Findings): string {
  const citations = [...verified.values()].flat().length;
  const counts = [
    count(library.briefs.length, "brief"),
    count(library.sources.size, "source"),
    count(citations, "citation"),
  ];
  return `${counts.join(", ")}, 0 problems, ${count(warnings.length, "warning")}`;
}
