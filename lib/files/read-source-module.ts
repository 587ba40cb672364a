import { hash } from "node:crypto";
import { readFileSync } from "node:fs";
import { pathToFileURL } from "node:url";
import { parseSourceModule, type SourceReading } from "../core/source/parse-source.ts";
import type { Problem } from "../core/problem.ts";
import type { NamedFile } from "./list-files.ts";

export type ModuleReading =
  /** With the SHA-256 of the module's bytes. */
  | { readonly reading: SourceReading; readonly hash: string; readonly problem?: undefined }
  | { readonly reading?: undefined; readonly problem: Problem };

/**
 * Run a source module, the project's own code, and take what it gives as data.
 *
 * @param state another one whenever the file may hold something else.
 */
export async function readSourceModule(file: NamedFile, state: string): Promise<ModuleReading> {
  try {
    // The query makes Node load the file again after it was edited.
    const url = `${pathToFileURL(file.absolute).href}?state=${encodeURIComponent(state)}`;
    const { default: exported } = (await import(url)) as { default?: unknown };
    const given: unknown = typeof exported === "function" ? await (exported as () => unknown)() : exported;
    return {
      reading: parseSourceModule(file.name, file.path, given),
      hash: hash("sha256", readFileSync(file.absolute)),
    };
  } catch (error) {
    const message = `The module failed: ${error instanceof Error ? error.message : String(error)}`;
    return { problem: { place: { path: file.path, line: 1, column: 1 }, rule: "source-module", message } };
  }
}
