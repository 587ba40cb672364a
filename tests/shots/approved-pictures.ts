import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { repository } from "../support/run-command.ts";
import { filesBelow } from "../support/tree.ts";
import { comparePictures } from "./compare-pictures.ts";

/** Where approved pictures are kept, and where one that differs is put beside what was drawn of the difference. */
const approvedFolder = join(repository, "tests/approved");
const differingFolder = join(repository, ".pincite/shots/differing");

/** The names of approved pictures that begin with a direction. */
export function approvedNames(direction: string): string[] {
  const folder = join(approvedFolder, direction);
  if (!existsSync(folder)) return [];
  return filesBelow(folder).map((file) => `${direction}/${file.replace(/\.webp$/, "")}`);
}

export function approve(name: string, picture: Buffer): void {
  write(fileOf(name), picture);
}

/** Take away the approved picture of something that is no more. */
export function disapprove(name: string): void {
  rmSync(fileOf(name));
}

/** @returns what is wrong with a picture, and what to type; undefined when it is as approved. */
export async function faultOf(name: string, picture: Buffer): Promise<string | undefined> {
  const advice = `If it is as it should be: npm run shots -- --approve ${name}`;
  const file = fileOf(name);
  const drawn = (kind: "now.webp" | "difference.png") => join(differingFolder, `${name}.${kind}`);
  for (const kind of ["now.webp", "difference.png"] as const) rmSync(drawn(kind), { force: true });
  if (!existsSync(file)) {
    write(drawn("now.webp"), picture);
    return `${name}: nobody has approved this picture yet. Look at ${drawn("now.webp")}. ${advice}`;
  }
  const comparison = await comparePictures(readFileSync(file), picture);
  if (comparison.kind === "same") return undefined;
  write(drawn("now.webp"), picture);
  if (comparison.kind === "sizes-differ") {
    return `${name}: ${comparison.taken} pixels, and ${comparison.approved} in ${file}. Look at ${drawn("now.webp")}. ${advice}`;
  }
  write(drawn("difference.png"), comparison.picture);
  const share = `${comparison.count} pixels (${comparison.percent.toFixed(2)} %)`;
  return `${name}: ${share} are not as in ${file}. Look at ${drawn("difference.png")} and ${drawn("now.webp")}. ${advice}`;
}

/** What is wrong with approved pictures that nothing is compared with any more. */
export function faultsOfExtra(direction: string, compared: readonly string[]): string[] {
  return approvedNames(direction)
    .filter((name) => !compared.includes(name))
    .map(
      (name) => `${name}: approved, but nothing like it is taken any more. To take it away: npm run shots -- --approve`,
    );
}

function fileOf(name: string): string {
  return join(approvedFolder, `${name}.webp`);
}

function write(file: string, bytes: Buffer): void {
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, bytes);
}
