import { existsSync, mkdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { heapOptions } from "../../lib/site/heap.ts";
import { isRunning } from "../../lib/site/lock.ts";
import { temporaryFolder } from "../files/temporary-folder.ts";
import { runCommand, startCommand } from "../support/run-command.ts";

/** Writes down by which process it was read first, then does what is told. */
function configuration(then: string): string {
  return `import { existsSync, writeFileSync } from "node:fs";
const { pid, execArgv } = process;
const file = new URL("read-by.json", import.meta.url);
if (!existsSync(file)) writeFileSync(file, JSON.stringify({ pid, execArgv }));
${then}
export const site = { title: "Briefs" };
export default function configure() {}
`;
}

/** Briefs with nothing but their names: none of them can be built. */
function emptyBriefs(count: number, then = ""): string {
  const briefs = Array.from({ length: count }, (_, at) => [`briefs/b-${at}.md`, ""] as const);
  return temporaryFolder({ ...Object.fromEntries<string>(briefs), ".eleventy.ts": configuration(then) });
}

function readBy(root: string) {
  return JSON.parse(readFileSync(join(root, "read-by.json"), "utf8")) as { pid: number; execArgv: string[] };
}

describe("a build in a process of its own", () => {
  test.each([
    [true, "where all pages of a large library are made", 200, false],
    [false, "where few pages are made", 199, false],
    [false, "where something is published already", 200, true],
  ])("room %s, %s", async (hasRoom, _, briefs, published) => {
    const root = emptyBriefs(briefs);
    if (published) mkdirSync(join(root, "dist"));
    const { code, stdout, stderr } = await runCommand("build", "--root", root);
    expect(code).toBe(1);
    expect(stdout).toMatch(/^read .*\nverify .*\n$/);
    expect(stderr).toContain("briefs/b-0.md:1:1  ");
    expect(stderr).toMatch(/\nNothing was published; dist is as it was\.\n$/);
    expect(heapOptions().every((option) => readBy(root).execArgv.includes(option))).toBe(hasRoom);
  });

  test("which ends when the command is ended", async () => {
    const root = emptyBriefs(200, "await new Promise((resolve) => setTimeout(resolve, 600_000));");
    const { process, result } = startCommand("build", ["--root", root]);
    await expect.poll(() => existsSync(join(root, "read-by.json")), { timeout: 20_000 }).toBe(true);
    const { pid } = readBy(root);
    expect(pid).not.toBe(process.pid);
    process.kill("SIGTERM");
    expect((await result).code).toBeNull();
    expect(process.signalCode).toBe("SIGTERM");
    expect(isRunning(pid)).toBe(false);
  });
});

test("what is asked of Node's heap stays", () => {
  const gibibyte = 2 ** 30;
  expect(heapOptions("", 8 * gibibyte)).toEqual(["--max-semi-space-size=64", "--max-old-space-size=4096"]);
  expect(heapOptions("--max-old-space-size=9000", 8 * gibibyte)).toEqual(["--max-semi-space-size=64"]);
  expect(heapOptions("--max_semi_space_size=32 --max_old_space_size=9000", 8 * gibibyte)).toEqual([]);
});
