import { expect, test, vi } from "vitest";
import { processesFor } from "../../../lib/site/parts/part-processes.ts";

vi.mock("node:os", async (original) => ({ ...(await original<object>()), availableParallelism: () => 3 }));

test.each([
  ["all of a small site", 150, 150, 1],
  ["all of a large site", 20_000, 20_000, 3],
  ["some of a small site", 150, 900, 1],
  ["many of a site", 300, 900, 3],
  ["few of a very large site, whose reading takes longer than they do", 300, 22_000, 1],
  ["many of a very large site", 5000, 22_000, 3],
])("what is worth another process: %s", (_, missing, all, processes) => {
  expect(processesFor(missing, undefined, all)).toBe(processes);
});

test("as many as somebody asks for", () => {
  expect(processesFor(3, 2, 22_000)).toBe(2);
});
