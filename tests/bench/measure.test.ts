import { describe, expect, test } from "vitest";
import { onCores, type Command } from "./command.ts";
import { measure } from "./measure.ts";

const never = new AbortController().signal;
const node = (code: string, reports = false): Command => {
  return { program: process.execPath, args: ["-e", code], cwd: import.meta.dirname, reports };
};

describe("a measured command", () => {
  test("that reports tells its stages", async () => {
    const said = { stages: [{ name: "read", seconds: 2 }], cpu: 3600, memory: 2 ** 50 };
    const run = await measure(
      node(
        `console.log("building"); console.log(JSON.stringify({ ...${JSON.stringify(said)}, pid: process.pid }))`,
        true,
      ),
      never,
    );
    expect(run).toMatchObject({ stages: said.stages, cpu: 3600, memory: 2 ** 50 });
    expect(run.wall).toBeGreaterThan(0);
  });

  test.runIf(process.platform === "linux")(
    "that reports nothing is watched, with the processes it starts",
    async () => {
      const child = `const bytes = Buffer.alloc(3e8, 1); setTimeout(() => bytes, 500)`;
      const parent = `require("node:child_process").execFileSync(process.execPath, ["-e", ${JSON.stringify(child)}])`;
      const run = await measure(node(parent), never);
      expect(run.stages).toEqual([]);
      expect(run.memory).toBeGreaterThan(3e8);
      expect(run.cpu).toBeGreaterThan(0);
    },
  );

  test("that fails is told with what it said", async () => {
    await expect(measure(node(`console.error("no such brief"); process.exit(3)`), never)).rejects.toThrow(
      /ended with 3:\nno such brief/,
    );
  });
});

test.each([
  [undefined, "hugo", ["--quiet"]],
  [1, "taskset", ["--cpu-list", "0", "hugo", "--quiet"]],
  [2, "taskset", ["--cpu-list", "0-1", "hugo", "--quiet"]],
])("held to %s cores", (cores, program, args) => {
  const command = { program: "hugo", args: ["--quiet"], cwd: "/", reports: false };
  expect(onCores(command, cores)).toEqual({ ...command, program, args });
});
