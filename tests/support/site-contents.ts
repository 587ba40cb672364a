import { createHash } from "node:crypto";
import { filesBelow, readPlain } from "./tree.ts";

export type SiteContents = ReadonlyMap<string, string>;

/** A built site as something that can be compared: what each file holds, by name. */
export function contentsOf(dist: string): SiteContents {
  return new Map(
    filesBelow(dist).map((file) => [file, createHash("sha256").update(readPlain(dist, file)).digest("hex")]),
  );
}
