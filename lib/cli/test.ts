import type { Command } from "commander";
import { resolve } from "node:path";
import { describeProjectCommand, frozenOption } from "./arguments.ts";
import { buildAndReport, whenBuilding, type BuildArguments } from "./build.ts";
import { verifyAndReport } from "./verify.ts";

/** `pincite test`: everything that can be checked before a site is published. */
export function define(command: Command): void {
  describeProjectCommand(command, "Check strictly, build, and prove every citation of the built site.", [
    ["test", "what has to hold before anything is published; dist/ is built anew"],
  ])
    .option("--dist <folder>", "where the built site goes (default: dist/ in the project)")
    .option(...frozenOption);
  whenBuilding(command, () => main(command.opts<BuildArguments>()));
}

async function main(options: BuildArguments): Promise<number> {
  const built = await buildAndReport({ ...options, strict: true }, () => undefined);
  if (built !== 0) return built;
  const proved = verifyAndReport(resolve(options.dist ?? `${options.root}/dist`), false);
  if (proved === 0) console.log("All is well: no problem, no warning, and the built site proves every citation.");
  return proved;
}
