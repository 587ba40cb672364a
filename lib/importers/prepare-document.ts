import type { ImportedDocument } from "./imported-document.ts";
import { withListDepths } from "./list-depths.ts";
import { settleLabels, type Numbering } from "./settle-labels.ts";
import { makeWritable } from "./writable-blocks.ts";

/** A document with its numbers settled, such as a source can hold it. */
export interface PreparedDocument extends ImportedDocument {
  readonly numbering: Numbering;
}

export function prepareDocument(document: ImportedDocument, wanted?: Numbering): PreparedDocument {
  const writable = makeWritable(document.blocks);
  const labelled = settleLabels(writable.blocks, wanted);
  return {
    ...document,
    numbering: labelled.numbering,
    blocks: withListDepths(labelled.blocks),
    dropped: [...document.dropped, ...writable.dropped],
    doubts: [...document.doubts, ...labelled.doubts],
  };
}
