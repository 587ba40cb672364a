import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { repository } from "../support/run-command.ts";

/** The column with which the example library began: one line of title, then its paragraphs. */
const original = process.env.PINCITE_ORIGINAL_COLUMN;
const length = 8;

if (original === undefined)
  console.warn("PINCITE_ORIGINAL_COLUMN is not set: the repository was not searched for the original column’s words.");

test.skipIf(original === undefined)(
  "no eight words in a row of the original column are in the repository (needs PINCITE_ORIGINAL_COLUMN)",
  () => {
    const [, ...paragraphs] = readFileSync(original ?? "", "utf8")
      .trim()
      .split("\n");
    const runs = new Set(paragraphs.flatMap(runsOf));
    expect(runs.size).toBeGreaterThan(100);
    const files = execFileSync("git", ["ls-files", "-z", "--cached", "--others", "--exclude-standard"], {
      cwd: repository,
      encoding: "utf8",
    });
    const found = files
      .split("\0")
      .filter((name) => name !== "")
      .flatMap((name) => {
        const run = runsOf(readFileSync(join(repository, name), "utf8")).find((one) => runs.has(one));
        return run === undefined ? [] : [`${name}: ${run}`];
      });
    expect(found).toEqual([]);
  },
);

/** Every run of eight words, in one case; what stands between words counts for nothing. */
function runsOf(text: string): string[] {
  const words = text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
  return Array.from({ length: Math.max(0, words.length - length + 1) }, (_, at) =>
    words.slice(at, at + length).join(" "),
  );
}
