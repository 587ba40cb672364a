import { createHash } from "node:crypto";
import { filesBelow, readPlain } from "./tree.ts";

export type SiteContents = ReadonlyMap<string, string>;

/** A built site as something that can be compared: what each file holds, by name. */
export function contentsOf(dist: string): SiteContents {
  return new Map(
    filesBelow(dist).map((file) => [file, createHash("sha256").update(readPlain(dist, file)).digest("hex")]),
  );
}

/** The files that one of two sites has not, or has otherwise. */
export function differing(some: SiteContents, others: SiteContents): string[] {
  return [...new Set([...some.keys(), ...others.keys()])].filter((path) => some.get(path) !== others.get(path));
}
