import { existsSync } from "node:fs";
import { extname, join } from "node:path";
import { fileURLToPath } from "node:url";

/** Where a project's configuration may stand: in TypeScript, or where Eleventy looks, in its order. */
const names = [
  ".eleventy.ts",
  "eleventy.config.ts",
  ".eleventy.js",
  "eleventy.config.js",
  "eleventy.config.mjs",
  "eleventy.config.cjs",
] as const;

/** The name of a project's configuration; undefined when it has none. @param root absolute path of the project. */
export function findConfig(root: string): string | undefined {
  return names.find((name) => existsSync(join(root, name)));
}

const ending = extname(import.meta.url);

/** The configuration of a project that has none of its own: of the same kind as this file, compiled or not. */
export const defaultConfig: string = fileURLToPath(new URL(`default-config${ending}`, import.meta.url));
