import { hash } from "node:crypto";
import { basename, resolve } from "node:path";
import { fetchDocument, isWebAddress, type FetchedDocument } from "../files/fetch-document.ts";
import { readBytes } from "../files/read-bytes.ts";
import { importDocument } from "../importers/import-document.ts";
import {
  largestFile,
  type ImportedDocument,
  type ImportOptions,
  type ImportOutcome,
} from "../importers/imported-document.ts";
import { addressOfPage, explainPage, nameByMediaType } from "../importers/web-page.ts";
import { withProgress } from "./progress.ts";
import { count } from "./report.ts";

/** A document before anything is decided of it. */
export interface ReadDocument {
  readonly kind: "read";
  readonly document: ImportedDocument;
  /** Name without folders, and the SHA-256 of the bytes as they were read. */
  readonly original: { readonly name: string; readonly sha256: string };
  /** YYYY-MM-DD: when it was fetched. Absent for a file. */
  readonly accessed?: string;
}

export type DocumentReading =
  | ReadDocument
  /** A sentence that begins with what was to be read. */
  | { readonly kind: "refused"; readonly reason: string };

interface Circumstances {
  /** YYYY-MM-DD. */
  readonly today: string;
  /** Whether a person looks on, to whom progress is shown. */
  readonly onTerminal: boolean;
  /** The encoding of a plain text, where somebody names it. */
  readonly encoding?: string;
}

/** For an address, redirects and all. */
const mostMilliseconds = 60_000;
/** Smaller files, in bytes, are read at once. */
const longFile = 300_000;

/** Read a document, from a file or from an http or https address, and bring it in. */
export async function readDocument(where: string, circumstances: Circumstances): Promise<DocumentReading> {
  const reading = isWebAddress(where)
    ? await readFromWeb(where, circumstances)
    : await readFromDisk(where, circumstances);
  // A password is not for logs.
  const shown = where.replace(/^(https?:\/\/)[^/?#]*@/i, "$1");
  return reading.kind === "refused" ? { ...reading, reason: `${shown} ${reading.reason}` } : reading;
}

async function readFromDisk(path: string, { onTerminal, encoding }: Circumstances): Promise<DocumentReading> {
  const reading = readBytes(resolve(path), largestFile);
  if (reading.kind === "refused") return reading;
  const name = basename(path);
  const outcome = await importLong(reading.bytes, name, onTerminal, { ...(encoding !== undefined && { encoding }) });
  if (outcome.kind === "refused") return outcome;
  return { kind: "read", document: outcome.document, original: originalOf(reading.bytes, name) };
}

async function readFromWeb(address: string, { today, onTerminal, encoding }: Circumstances): Promise<DocumentReading> {
  const fetched = await fetchWithProgress(address, onTerminal);
  if (fetched.kind === "refused") return fetched;
  const outcome = await importLong(fetched.bytes, nameByMediaType(fetched.name, fetched.mediaType), onTerminal, {
    ...(encoding !== undefined && { encoding }),
    ...(fetched.charset !== undefined && { declared: fetched.charset }),
  });
  const reason = explainPage(fetched, outcome);
  if (reason !== undefined) return { kind: "refused", reason };
  if (outcome.kind === "refused") return outcome;
  const { metadata, ...rest } = outcome.document;
  const document = { ...rest, metadata: { ...metadata, URL: addressOfPage(fetched.address, metadata.URL) } };
  return { kind: "read", document, original: originalOf(fetched.bytes, fetched.name), accessed: today };
}

function fetchWithProgress(address: string, onTerminal: boolean) {
  return withProgress(onTerminal, `Fetching ${address}`, async () => {
    const result = await fetchDocument(address, { bytes: largestFile, milliseconds: mostMilliseconds });
    return { result, done: result.kind === "refused" ? "Not fetched" : `Fetched ${describe(result)}` };
  });
}

function importLong(
  bytes: Uint8Array,
  name: string,
  onTerminal: boolean,
  options: ImportOptions,
): Promise<ImportOutcome> {
  return withProgress(onTerminal && bytes.length > longFile, `Reading ${name}`, async () => {
    const result = await importDocument(bytes, name, options);
    return { result, done: result.kind === "refused" ? "Not read" : `Read ${describeBlocks(result.document)}` };
  });
}

function describe({ name, bytes, address }: FetchedDocument): string {
  return `${name}, ${Math.ceil(bytes.length / 1000)} kB, from ${address}`;
}

function describeBlocks({ blocks }: ImportedDocument): string {
  return count(blocks.filter(({ kind }) => kind !== "heading").length, "paragraph");
}

function originalOf(bytes: Uint8Array, name: string): ReadDocument["original"] {
  return { name, sha256: hash("sha256", bytes) };
}
