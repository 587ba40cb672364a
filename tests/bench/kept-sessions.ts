import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Figures } from "./result.ts";

/** The figures in a folder's JSON files, in the order of their names. */
export function keptSessions(folder: string): Figures[] {
  const names = readdirSync(folder).filter((name) => name.endsWith(".json"));
  return names.sort().map((name) => JSON.parse(readFileSync(join(folder, name), "utf8")) as Figures);
}
