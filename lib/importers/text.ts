import { decodeText } from "./decode-text.ts";
import { imported, refused, type ImportedBlock, type ImportOptions, type ImportOutcome } from "./imported-document.ts";
import { readPlainParagraphs } from "./plain-paragraphs.ts";

/** A plain text: a title, and paragraphs between blank lines or one a line. */
// eslint-disable-next-line @typescript-eslint/require-await -- as all importers
export async function importText(bytes: Uint8Array, _?: string, options: ImportOptions = {}): Promise<ImportOutcome> {
  const decoding = decodeText(bytes, options.declared, options.encoding);
  if (decoding.kind === "refused") return refused(decoding.reason);
  const { title, paragraphs, doubt } = readPlainParagraphs(decoding.text);
  if (paragraphs.length === 0 && title === undefined) return refused("has no text.");
  const blocks = paragraphs.map((text): ImportedBlock => ({ kind: "paragraph", text }));
  return imported({
    metadata: title === undefined ? {} : { title },
    blocks,
    dropped: [],
    doubts: doubt === undefined ? [] : [doubt],
    encoding: decoding.encoding,
  });
}
