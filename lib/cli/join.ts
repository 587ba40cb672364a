import type { Command } from "commander";
import { resolve } from "node:path";
import { openPart } from "../site/parts/build-part.ts";
import { describeProjectCommand, frozenOption, strictOption } from "./arguments.ts";
import { buildAndReport, whenBuilding, type BuildArguments } from "./build.ts";

/** `pincite join`: a site of parts that were made elsewhere. */
export function define(command: Command): void {
  describeProjectCommand(command, "Verify everything and publish a site of the parts that build --shard made.", [
    ["join part-1 part-2", "with all pages that the two parts have; what none has is made now"],
  ])
    .argument("<part...>", "folders that build --shard made")
    .option("--dist <folder>", "where the built site goes (default: dist/ in the project)")
    .option(...frozenOption)
    .option(...strictOption);
  whenBuilding(command, async () => {
    const folders = command.args.map((folder) => resolve(folder));
    const parts = folders.map((folder) => ({ folder, part: openPart(folder, false) }));
    const foreign = parts.filter(({ part }) => part === undefined);
    for (const { folder } of foreign)
      console.error(`${folder} holds no part of a site. Name a folder that pincite build --shard wrote.`);
    if (foreign.length > 0) return 1;
    const stores = parts.flatMap(({ part }) => part ?? []);
    return buildAndReport(command.opts<BuildArguments>(), () => undefined, stores);
  });
}
