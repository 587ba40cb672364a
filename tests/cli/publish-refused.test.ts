import { existsSync, readdirSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { chooseTarget } from "../../lib/core/publish/choose-target.ts";
import { refuseFolder } from "../../lib/site/publish/target-folder.ts";
import { copyFixture } from "../support/fixture-site.ts";
import { runCommand } from "../support/run-command.ts";
import { commandLine } from "../support/site-copy.ts";

const named = 'publish.live in .eleventy.ts must say to: one of "folder"';

test.each<[what: string, targets: unknown, wanted: string | undefined, said: readonly string[]]>([
  ["no target", undefined, undefined, ["The site does not say where it is published."]],
  ["a list of targets", [], undefined, ["The site does not say where it is published."]],
  ["a target that is a word", { live: "folder" }, undefined, [named]],
  ["a target that is nothing", { live: null }, undefined, [named]],
  ["a kind that there is not", { live: { to: "ftp" } }, undefined, [named]],
  ["no name where there are several", { a: {}, b: {} }, undefined, ["Name the target: one of a, b."]],
  ["a name that there is not", { live: {}, rehearsal: {} }, "rehersal", ["Nearest: rehearsal."]],
  ["a name of every object", { live: {} }, "constructor", ['There is no target "constructor"; there is live.']],
  [
    "a folder without a path",
    { live: { to: "folder" } },
    undefined,
    ["publish.live.path in .eleventy.ts must be a folder"],
  ],
  [
    "a secret",
    { live: { to: "netlify", token: "x" } },
    undefined,
    ['publish.live in .eleventy.ts has "token", which means nothing there.'],
  ],
  [
    "a password in an address",
    { live: { to: "netlify", url: "https://me:secret@x.example/" } },
    undefined,
    ["publish.live.url in .eleventy.ts must be the public address"],
  ],
  [
    "several faults",
    { live: { to: "s3", endpoint: "x", bucket: "B!", prefix: "/site" } },
    undefined,
    ["publish.live.endpoint", "publish.live.bucket", "publish.live.prefix"],
  ],
])("%s is refused, with what to write", (_, targets, wanted, said) => {
  const choice = chooseTarget(targets, wanted);
  if (choice.kind !== "refused") throw new Error("It was taken.");
  for (const words of said) expect(choice.reason).toContain(words);
  expect(choice.reason).not.toMatch(/undefined|pattern|Invalid|expected/);
});

test.each(["site", "/site/", "../", "a/../b/", "a//b/", "./", "a\u0007/"])(
  "a prefix in a bucket is not %j",
  (prefix) => {
    const target = { to: "s3", endpoint: "https://s3.example.org", bucket: "briefs", prefix };
    expect(chooseTarget({ live: target }, undefined).kind).toBe("refused");
  },
);

test.each(["", "site/", "a b/ü+&(1)/", "..a/"])("a prefix in a bucket may be %j", (prefix) => {
  const target = { to: "s3", endpoint: "https://s3.example.org", bucket: "briefs", prefix };
  expect(chooseTarget({ live: target }, undefined).kind).toBe("chosen");
});

test("a site is never put into a folder that holds something else of the project, and nothing is built for it", async () => {
  const copy = copyFixture("published");
  const elsewhere = join(copy.root, "elsewhere");
  symlinkSync(join(copy.root, "briefs"), elsewhere);
  const before = readdirSync(join(copy.root, "briefs"));
  for (const [folder, said] of [
    [join(copy.dist, "www"), "which each build replaces"],
    [elsewhere, "holds what the site is made from"],
  ] as const) {
    const { code, stdout, stderr } = await runCommand("publish", "folder", ...commandLine(copy), "--prepare", folder);
    expect([code, stdout]).toEqual([1, ""]);
    expect(stderr).toContain(said);
    expect(stderr.trim().split("\n")).toHaveLength(1);
  }
  expect(existsSync(copy.dist)).toBe(false);
  expect(readdirSync(join(copy.root, "briefs"))).toEqual(before);
});

test.each([
  ["/", "is the top of the disk"],
  ["/home/me/project", "is the project itself"],
  ["/home/me", "holds the project"],
  ["/home/me/project/dist", "which each build replaces"],
  ["/home/me/project/briefs/www", "holds what the site is made from"],
  ["/home/me/project/.pincite/www", "is where builds work"],
  ["/home/me/project/www", undefined],
  ["/home/me/project/..www", undefined],
  ["/home/me/projector", undefined],
  ["/srv/www", undefined],
])("of %s is said: %s", (folder, said) => {
  const reason = refuseFolder(folder, "/home/me/project", "/home/me/project/dist");
  if (said === undefined) expect(reason).toBeUndefined();
  else expect(reason).toContain(said);
});

test.each([
  [["--record", "abc", "--verify"], "64 hexadecimal digits"],
  [["--record", "0".repeat(64)], "--record says what --verify waits for"],
  [["--dry-run", "--prepare", "x"], "cannot be used with"],
  [["--verify", "--yes"], "cannot be used with"],
  [["--verify"], "the site names no address"],
  [["--here"], "unknown option"],
  [["a", "b"], "too many arguments"],
])("%o is refused in a line", async (args, said) => {
  const copy = copyFixture("published");
  const target = args[0] === "a" ? [] : ["folder"];
  const { code, stderr } = await runCommand("publish", ...target, ...commandLine(copy), ...args);
  expect(code).toBe(1);
  expect(stderr).toContain(said);
  expect(stderr).not.toContain("    at ");
  expect(existsSync(copy.dist)).toBe(false);
});
