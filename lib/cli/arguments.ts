import { InvalidArgumentError, type Command } from "commander";
import { resolve } from "node:path";
import type { Share } from "../site/parts/share.ts";
import { circumstancesOf, type Circumstances } from "../site/circumstances.ts";

/** Something to type, and what it does. */
export type Example = readonly [typed: string, does: string];

/** Describe a command, with examples under its help; wrong arguments end the program with a line that says so. */
export function describe(command: Command, description: string, examples: readonly Example[]): Command {
  const width = Math.max(...examples.map(([typed]) => typed.length));
  const lines = examples.map(([typed, does]) => `  npx pincite ${typed.padEnd(width)}  ${does}`);
  return command
    .description(description)
    .showHelpAfterError(helpOf(`pincite ${command.name()}`))
    .allowExcessArguments(false)
    .addHelpText("after", ["", "Examples:", ...lines].join("\n"));
}

/** The same for a command that works in a project. */
export function describeProjectCommand(command: Command, description: string, examples: readonly Example[]): Command {
  return describe(command, description, examples).option(
    "--root <folder>",
    "the project: what holds briefs/ and sources/",
    ".",
  );
}

/** Say what a command does when it is called, as what it returns: its exit code. */
export function whenCalled(command: Command, main: () => Promise<number>): void {
  command.action(async () => {
    process.exitCode = await main();
  });
}

export function helpOf(command: string): string {
  return `npx ${command} --help tells what it takes.`;
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

/** At least 1, and as many as a machine may have. */
export function readCount(text: string): number {
  const count = Number(text);
  if (/^\d+$/.test(text) && count >= 1 && count <= 256) return count;
  throw new InvalidArgumentError("Write a whole number from 1 to 256.");
}

/** Such as "2/4". */
export function readShare(text: string): Share {
  const [, number = "", of = ""] = /^(\d+)\/(\d+)$/.exec(text) ?? [];
  const share = { number: Number(number), of: Number(of) };
  if (share.number >= 1 && share.number <= share.of && share.of <= 1000) return share;
  throw new InvalidArgumentError("Write which part of how many, such as 2/4.");
}

export function readPort(text: string): number {
  const port = Number(text);
  if (Number.isInteger(port) && port > 0 && port < 65536) return port;
  throw new InvalidArgumentError("Write a whole number from 1 to 65535.");
}
