import { Command, InvalidArgumentError } from "commander";
import { resolve } from "node:path";

export interface ProjectArguments {
  /** Absolute. */
  readonly root: string;
  /** Absolute. */
  readonly dist: string;
  /** For the preview. */
  readonly port: number;
}

/** The arguments that every command has; a wrong one ends the program with a line that says so. */
export function readArguments(name: string, description: string): ProjectArguments {
  const command = new Command(`npm run ${name} --`)
    .description(description)
    .option("--root <folder>", "the project: what holds briefs/ and sources/", ".")
    .option("--dist <folder>", "where the built site goes (default: dist/ in the project)")
    .option("--port <number>", "where the preview is served", readPort, 8080)
    .allowExcessArguments(false)
    .parse();
  const { root, dist, port } = command.opts<{ root: string; dist?: string; port: number }>();
  const absolute = resolve(root);
  return { root: absolute, dist: resolve(dist ?? `${absolute}/dist`), port };
}

function readPort(text: string): number {
  const port = Number(text);
  if (Number.isInteger(port) && port > 0 && port < 65536) return port;
  throw new InvalidArgumentError("Write a whole number from 1 to 65535.");
}
