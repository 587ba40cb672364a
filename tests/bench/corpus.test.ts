import { createHash } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Catalog } from "../../lib/core/catalog/catalog.ts";
import { checkProject } from "../../lib/site/prepare-site.ts";
import { openProject } from "../../lib/site/project.ts";
import { makeCorpus, writeCorpus } from "./corpus.ts";

describe("the benchmark's corpus", () => {
  test("the same seed gives the same bytes, on every machine", () => {
    const hash = createHash("sha256");
    for (const { path, text } of makeCorpus(5, 1)) hash.update(`${path}\0${text}\0`);
    expect(hash.digest("hex")).toBe("1f863850416a4f70484cb1e4d93c368780ec90837c9dfda2f1e67f7004e91a44");
  });

  test("another seed gives other text", () => {
    const text = (seed: number) => [...makeCorpus(1, seed)].map((file) => file.text).join("");
    expect(text(1)).not.toBe(text(2));
  });
});

describe("a corpus on disk", () => {
  let root: string;
  let catalog: Catalog;
  beforeAll(async () => {
    root = mkdtempSync(join(tmpdir(), "pincite-corpus-"));
    writeCorpus(root, 5);
    const circumstances = { frozen: false, today: "2026-03-05" };
    catalog = await checkProject(await openProject(root, join(root, "dist"), circumstances));
  });
  afterAll(() => {
    rmSync(root, { recursive: true, force: true });
  });

  test("has no problem", () => {
    expect(catalog.problems).toEqual([]);
  });

  test("has briefs of about 1,200 words, five sections and 20 citations", () => {
    const { briefs } = catalog.library;
    expect(briefs).toHaveLength(5);
    for (const brief of briefs) {
      expect(brief.words).toBeGreaterThan(1100);
      expect(brief.words).toBeLessThan(1450);
      expect(brief.headings).toHaveLength(5);
      expect(brief.citations).toHaveLength(20);
    }
  });

  test("has sources of 60 paragraphs of about 80 words", () => {
    const source = catalog.library.sources.get("s-00001");
    const words = source?.paragraphs.map(({ text }) => text.split(" ").length) ?? [];
    expect(words).toHaveLength(60);
    expect(Math.min(...words)).toBeGreaterThanOrEqual(75);
    expect(Math.max(...words)).toBeLessThanOrEqual(90);
  });
});
