import { unzipSync, type UnzipFileInfo } from "fflate";
import { refused, type Refusal } from "./imported-document.ts";

/** What an archive may hold. */
const mostEntries = 10_000;
/** Bytes of all entries together, once inflated: 200 MB. */
const mostInflated = 200_000_000;
/** Bytes of the entries that are read, once inflated: 50 MB. A tree of them takes many times as much. */
const mostRead = 50_000_000;
/** An entry above this many bytes may not inflate to more than so many times its size. */
const largeEntry = 10_000_000;
const highestRatio = 200;

/** Entries by name, inflated. */
export type ZipEntries = ReadonlyMap<string, Uint8Array>;

class OverLimit extends Error {}

/**
 * Open a zip archive, as .docx, .odt and .epub files are.
 *
 * Sizes are held against the limits as they are declared, before anything is inflated, and
 * no entry is inflated past the size it declares.
 *
 * @param kind What the file should be, with its article, such as "a Word document".
 * @param isWanted Whether an entry is needed; the others are not inflated.
 */
export function openZip(
  bytes: Uint8Array,
  kind: string,
  isWanted: (name: string) => boolean,
): { readonly kind: "opened"; readonly entries: ZipEntries } | Refusal {
  if (bytes.length === 0) return refused("is empty.");
  if (isCompoundFile(bytes))
    return refused(`is encrypted, or in an old format: save it as ${kind} without a password.`);
  if (bytes[0] !== 0x50 || bytes[1] !== 0x4b) return refused(`is not ${kind}.`);
  const limits = new Limits();
  const names = new Set<string>();
  try {
    const entries = unzipSync(bytes, {
      filter: (file) => {
        limits.count(file);
        // Two entries of one name can show different programs different documents.
        if (names.has(file.name))
          throw new OverLimit(`holds "${file.name.slice(0, 60)}" twice: it may be damaged or forged.`);
        names.add(file.name);
        if (!isWanted(file.name)) return false;
        limits.read(file);
        return true;
      },
    });
    return { kind: "opened", entries: new Map(Object.entries(entries)) };
  } catch (error) {
    if (error instanceof OverLimit) return refused(error.message);
    return refused(`is damaged: it cannot be opened as ${kind}.`);
  }
}

class Limits {
  #entries = 0;
  #inflated = 0;
  #read = 0;

  count({ size, originalSize }: UnzipFileInfo): void {
    this.#entries += 1;
    this.#inflated += originalSize;
    if (this.#entries > mostEntries) throw new OverLimit(`holds more than ${mostEntries} files.`);
    const isBomb = originalSize > largeEntry && originalSize > size * highestRatio;
    if (isBomb || this.#inflated > mostInflated)
      throw new OverLimit(
        `would take up more than it should once unpacked: ${mostInflated / 1_000_000} MB is the limit.`,
      );
  }

  read({ originalSize }: UnzipFileInfo): void {
    this.#read += originalSize;
    if (this.#read > mostRead) throw new OverLimit(`holds more than ${mostRead / 1_000_000} MB of text.`);
  }
}

/** An OLE container: what Office wraps encrypted files in, and what .doc files are. */
function isCompoundFile(bytes: Uint8Array): boolean {
  return [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1].every((byte, at) => bytes[at] === byte);
}
