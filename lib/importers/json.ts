import { z } from "zod";
import { decodeText } from "./decode-text.ts";
import {
  imported,
  refused,
  type Dropped,
  type ImportedBlock,
  type ImportOptions,
  type ImportOutcome,
} from "./imported-document.ts";
import { readJsonMetadata } from "./json-metadata.ts";

const label = z.union([z.string(), z.number().transform(String)]);
const paragraph = z.union([
  z.string().transform((text) => ({ text })),
  z.object({ heading: z.string(), depth: z.int().min(1).max(6).optional() }),
  z.looseObject({ label: label.optional(), page: label.optional(), text: z.string() }),
]);
const shape = z.union([
  z.array(paragraph).transform((paragraphs) => ({ metadata: undefined, paragraphs })),
  z.object({ metadata: z.record(z.string(), z.unknown()).optional(), paragraphs: z.array(paragraph) }),
]);

const advice = 'Write [{ "label": "1", "text": "…" }], or { "metadata": {…}, "paragraphs": […] }.';

/** Labelled paragraphs as JSON: `[{ label, page, text }]`, of which only the text is needed, or `{ metadata, paragraphs }`; headings are `{ heading, depth }`. */
// eslint-disable-next-line @typescript-eslint/require-await -- as all importers
export async function importJson(bytes: Uint8Array, _?: string, options: ImportOptions = {}): Promise<ImportOutcome> {
  const decoding = decodeText(bytes, options.declared, options.encoding);
  if (decoding.kind === "refused") return refused(decoding.reason);
  let data: unknown;
  try {
    data = JSON.parse(decoding.text);
  } catch (error) {
    return refused(`is not JSON: ${error instanceof Error ? error.message : "it cannot be read"}.`);
  }
  const read = shape.safeParse(data);
  if (!read.success) return refused(`is JSON, but not of labelled paragraphs. ${advice}`);
  const { metadata, dropped } = readJsonMetadata(read.data.metadata ?? {});
  const left: Dropped[] = [];
  const blocks = read.data.paragraphs.flatMap((one): ImportedBlock[] => {
    if ("heading" in one && typeof one.heading === "string")
      return [{ kind: "heading", depth: one.depth === undefined ? 2 : Number(one.depth), text: one.heading }];
    if (!("text" in one)) return [];
    const { text, ...given } = one;
    const { label, page, ...others } = given as { label?: string; page?: string };
    left.push(...Object.keys(others).map((key) => ({ what: "key", text: key })));
    return [{ kind: "paragraph", text, ...(label !== undefined && { label }), ...(page !== undefined && { page }) }];
  });
  if (blocks.every((block) => block.kind === "heading")) return refused("has no text.");
  return imported({ metadata, blocks, dropped: [...dropped, ...left], doubts: [], encoding: decoding.encoding });
}
