import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { copyFixture } from "../support/fixture-site.ts";
import { commandEnvironment, repository } from "../support/run-command.ts";

const { bin, version } = JSON.parse(readFileSync(join(repository, "package.json"), "utf8")) as {
  bin: { pincite: string };
  version: string;
};

/** The program as it is installed, run where there is no project. */
function pincite(...args: readonly string[]) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [join(repository, bin.pincite), ...args], {
    cwd: tmpdir(),
    encoding: "utf8",
    env: commandEnvironment(),
  });
  return { code: status, stdout, stderr };
}

const commands = Array.from(pincite("--help").stdout.matchAll(/^ {2}([a-z]+) {2,}[a-z]/gm), ([, name = ""]) => name);

test("pincite tells its version, and names every command", () => {
  expect(pincite("--version")).toEqual({ code: 0, stdout: `${version}\n`, stderr: "" });
  expect(commands).toEqual(expect.arrayContaining(["add", "serve", "check", "review", "accept", "build", "verify"]));
});

test.each(commands)("%s --help shows what can be typed", (name) => {
  const { code, stdout } = pincite(name, "--help");
  expect(code).toBe(0);
  expect(stdout).toContain(`Usage: pincite ${name}`);
  expect(stdout).toMatch(new RegExp(`Examples:\n  npx pincite ${name} `));
});

describe("what is typed wrong is said in a line or two, with the way to help", () => {
  test.each([
    [["bild"], "error: unknown command 'bild'\n(Did you mean build?)\nnpx pincite --help tells what it takes.\n"],
    [
      ["check", "--strickt"],
      "error: unknown option '--strickt'\n(Did you mean --strict?)\nnpx pincite check --help tells what it takes.\n",
    ],
    [["add"], "Name a document, or a bibliography with --bib.\nnpx pincite add --help tells what it takes.\n"],
    [
      ["accept", "a", "--root", "nowhere"],
      `${join(tmpdir(), "nowhere")} holds neither briefs/ nor sources/. Run this in a project, or name one with --root.\n`,
    ],
  ])("%j", (args, stderr) => {
    expect(pincite(...args)).toEqual({ code: 1, stdout: "", stderr });
  });
});

test("a project with a configuration of its own needs no package.json to be read", () => {
  expect(pincite("check", "--root", copyFixture("loop").root)).toMatchObject({ code: 0, stderr: "" });
});
