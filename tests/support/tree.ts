import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";

/** Files below a folder, relative to it, with forward slashes, in order. */
export function filesBelow(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile())
    .map((entry) =>
      join(entry.parentPath, entry.name)
        .slice(folder.length + 1)
        .replaceAll("\\", "/"),
    )
    .sort();
}

/** A hash over the names and bytes of all that a folder holds; "missing" when there is no folder. */
export function hashTree(folder: string): string {
  if (!existsSync(folder)) return "missing";
  const hash = createHash("sha256");
  for (const file of filesBelow(folder)) {
    const bytes = readFileSync(join(folder, file));
    hash.update(`${file}\0${bytes.length}\0`).update(bytes);
  }
  return hash.digest("hex");
}

/** The bytes of a file of a built site; what Pagefind compressed is decompressed. */
export function readPlain(folder: string, file: string): Buffer {
  const bytes = readFileSync(join(folder, file));
  return bytes[0] === 0x1f && bytes[1] === 0x8b ? gunzipSync(bytes) : bytes;
}
