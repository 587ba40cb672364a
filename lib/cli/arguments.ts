import { Command, InvalidArgumentError } from "commander";
import { resolve } from "node:path";
import { circumstancesOf, type Circumstances } from "../site/circumstances.ts";

/** A command of the package, with the option that all have; wrong arguments end the program with a line that says so. */
export function projectCommand(name: string, description: string): Command {
  return new Command(`npm run ${name} --`)
    .description(description)
    .option("--root <folder>", "the project: what holds briefs/ and sources/", ".")
    .showHelpAfterError(`npm run ${name} -- --help tells what it takes.`)
    .allowExcessArguments(false);
}

/** Absolute path of the project. */
export function rootOf({ root }: { readonly root: string }): string {
  return resolve(root);
}

export const frozenOption = ["--frozen", "write nothing into the project; on by itself where CI is set"] as const;
export const strictOption = ["--strict", "let warnings stop it, too"] as const;

/** What the environment says, and more strictly what was asked for. */
export function circumstancesFor({ frozen }: { readonly frozen?: boolean }): Circumstances {
  const found = circumstancesOf(process.env);
  return { ...found, frozen: found.frozen || frozen === true };
}

export function readPort(text: string): number {
  const port = Number(text);
  if (Number.isInteger(port) && port > 0 && port < 65536) return port;
  throw new InvalidArgumentError("Write a whole number from 1 to 65535.");
}
