import { Command } from "commander";
import { resolve } from "node:path";

export interface ProjectArguments {
  /** Absolute. */
  readonly root: string;
  /** Absolute. */
  readonly dist: string;
}

/** The arguments that every command has; a wrong one ends the program with a line that says so. */
export function readArguments(name: string, description: string): ProjectArguments {
  const command = new Command(`npm run ${name} --`)
    .description(description)
    .option("--root <folder>", "the project: what holds briefs/ and sources/", ".")
    .option("--dist <folder>", "where the built site goes (default: dist/ in the project)")
    .allowExcessArguments(false)
    .parse();
  const { root, dist } = command.opts<{ root: string; dist?: string }>();
  const absolute = resolve(root);
  return { root: absolute, dist: resolve(dist ?? `${absolute}/dist`) };
}
