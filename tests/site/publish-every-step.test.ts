import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { publishAtEveryStep, type StepTarget } from "../support/every-step.ts";
import { buildTwoSites, removeTwoSites, type TwoSites } from "../support/old-and-new-site.ts";
import { memoryStore } from "../support/stepped-store.ts";

let sites: TwoSites;

beforeAll(async () => {
  sites = await buildTwoSites();
});

afterAll(() => {
  removeTwoSites(sites);
});

/** A target in memory, and readers who look straight into it. */
function inMemory(): StepTarget<ReadonlyMap<string, Buffer>> {
  const files = new Map<string, Buffer>();
  return {
    open: () => memoryStore(files),
    url: "http://memory.invalid/",
    fetching: (path) => Promise.resolve(files.get(path === "" || path.endsWith("/") ? join(path, "index.html") : path)),
    contents: () => files,
    keep: () => new Map(files),
    putBack(state) {
      files.clear();
      for (const [path, bytes] of state) files.set(path, bytes);
    },
  };
}

describe("killed after each of its steps, a publish leaves a site in which nothing is missing, and the next completes it", () => {
  test("with the files of a pass in order", { timeout: 600_000 }, async () => {
    const steps = await publishAtEveryStep(sites, inMemory());
    expect(steps.length).toBeGreaterThan(40);
    expect(steps.some(({ does }) => does === "delete")).toBe(true);
  });

  test("with the files of a pass the other way round", { timeout: 600_000 }, async () => {
    await publishAtEveryStep(sites, inMemory(), { order: (items) => [...items].reverse() });
  });
});
