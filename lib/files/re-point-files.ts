import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Place } from "../core/problem.ts";
import { rePoint, type PinpointEdit } from "../core/review/re-point.ts";
import type { NewContent } from "./write-files.ts";

export type RePointedFiles =
  | { readonly kind: "files"; readonly files: readonly NewContent[] }
  /** What stands there is not what was parsed. */
  | { readonly kind: "not-as-parsed"; readonly place: Place };

const decoder = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });

/**
 * The new content of every file that edits concern; nothing is written.
 *
 * @param root absolute path of the project. @throws when a file cannot be read or is not UTF-8.
 */
export function rePointFiles(root: string, edits: readonly PinpointEdit[]): RePointedFiles {
  const files: NewContent[] = [];
  const paths = new Set(edits.map(({ place }) => place.path));
  for (const path of paths) {
    const absolute = join(root, path);
    const outcome = rePoint(
      decoder.decode(readFileSync(absolute)),
      edits.filter(({ place }) => place.path === path),
    );
    if (outcome.kind === "not-as-parsed") return outcome;
    files.push({ absolute, content: outcome.text });
  }
  return { kind: "files", files };
}
