import { InvalidArgumentError, type Command } from "commander";
import { papers, type Paper } from "../site/pdf/paper.ts";
import { describeProjectCommand, frozenOption, strictOption } from "./arguments.ts";
import { buildAndReport, whenBuilding, type BuildArguments } from "./build.ts";

/** `pincite pdf`: build and publish the site with PDFs of its briefs, each linked from its page. */
export function define(command: Command): void {
  describeProjectCommand(command, "Publish the site with a PDF of each published brief beside its page.", [
    ["pdf", "every published brief, as /briefs/<slug>/<slug>.pdf in dist/"],
    ["pdf harbour", "of one brief only"],
    ["pdf --paper letter", "on the paper of North America"],
  ])
    .argument("[briefs...]", "slugs (default: all that are published)")
    .option("--paper <name>", "a4 or letter (default: what .eleventy.ts says, or else a4)", readPaper)
    .option("--dist <folder>", "where the built site goes (default: dist/ in the project)")
    .option(...frozenOption)
    .option(...strictOption);
  whenBuilding(command, () => {
    const [briefs] = command.processedArgs as [readonly string[]];
    const { paper, ...options } = command.opts<BuildArguments & { readonly paper?: Paper }>();
    return buildAndReport(options, ({ pdf }) => ({ paper: paper ?? pdf ?? "A4", briefs, required: true }));
  });
}

function readPaper(text: string): Paper {
  const paper = papers.find((name) => name.toLowerCase() === text.toLowerCase());
  if (paper) return paper;
  throw new InvalidArgumentError("Write a4 or letter.");
}
