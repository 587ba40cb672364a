import { closeSync, openSync, readFileSync, readSync, writeFileSync, writeSync } from "node:fs";

/** An address as it stands in an attribute, with its quotation marks, and the one that takes its place. */
export type Renaming = readonly [former: string, now: string];

/** The renamings of the addresses of a site's assets. Both by name, as pages have them. */
export function renamings(
  former: Iterable<readonly [name: string, address: string]>,
  now: ReadonlyMap<string, string>,
): Renaming[] {
  return Array.from(former).flatMap(([name, address]): Renaming[] => {
    const next = now.get(name);
    return next === undefined || next === address ? [] : [[`"${address}"`, `"${next}"`]];
  });
}

/** No text of a page holds a quotation mark as it is: an address is found in attributes alone. */
export function withNames(html: string, renamed: readonly Renaming[]): string {
  return renamed.reduce((text, [former, now]) => text.replaceAll(former, now), html);
}

const endOfHead = Buffer.from("</head>");
const beginning = Buffer.alloc(65_536);

/**
 * Rename what the head of a page loads. Names of one length, as those of assets are, are written
 * in their place, and the rest of the file is left alone.
 *
 * @param path absolute path of a page that names nothing of it below its head, and that nobody else has.
 */
export function renameInHead(path: string, renamed: readonly Renaming[]): void {
  if (renamed.length === 0) return;
  const file = openSync(path, "r+");
  try {
    const head = beginning.subarray(0, readSync(file, beginning, 0, beginning.length, 0));
    const end = head.indexOf(endOfHead);
    if (end >= 0 && renamed.every(([former, now]) => Buffer.byteLength(former) === Buffer.byteLength(now))) {
      const changed = rename(head.subarray(0, end), renamed);
      if (changed) writeSync(file, head, changed.from, changed.to - changed.from, changed.from);
      return;
    }
  } finally {
    closeSync(file);
  }
  writeFileSync(path, withNames(readFileSync(path, "utf8"), renamed));
}

/** @returns the bytes that were changed; undefined where none were. */
function rename(bytes: Buffer, renamed: readonly Renaming[]): { from: number; to: number } | undefined {
  let changed: { from: number; to: number } | undefined;
  for (const [former, now] of renamed) {
    for (let at = bytes.indexOf(former); at >= 0; at = bytes.indexOf(former, at)) {
      const to = at + bytes.write(now, at);
      changed = { from: Math.min(at, changed?.from ?? at), to: Math.max(to, changed?.to ?? to) };
      at = to;
    }
  }
  return changed;
}
