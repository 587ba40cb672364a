import { styleText } from "node:util";
import { cleanLine } from "../core/problem.ts";
import { shorten } from "../core/text/shorten.ts";
import { textOfBlock } from "../importers/block-text.ts";
import type { ImportedBlock } from "../importers/imported-document.ts";
import type { DescribedDocument } from "./described-document.ts";
import { describeOrigin } from "./bibliography-report.ts";
import { count } from "./report.ts";

/** Most paragraphs, and things left out, that are listed; the rest is counted. */
const mostListed = 200;
const mostDropped = 20;

/** What a person looks at before a document becomes a source: every line fit for a terminal. */
export function reviewLines(document: DescribedDocument): string[] {
  const { metadata, blocks, encoding, language, numbering } = document;
  const paragraphs = blocks.filter((block) => block.kind !== "heading");
  const origin = describeOrigin(metadata);
  const lines = [
    styleText("bold", cleanLine(metadata.title ?? "(no title)")),
    ...(origin.length > 0 ? [cleanLine([metadata.type ?? "document", ...origin].join(" · "))] : []),
    `${count(paragraphs.length, "paragraph")}, ${numbering === "official" ? "with the document's own numbers" : "numbered as they stand"}`,
  ];
  if (encoding)
    lines.push(`encoding: ${encoding.name}${encoding.certain ? "" : " (a guess: look at the letters below)"}`);
  if (language) lines.push(`language: ${language.tag}${language.certain ? "" : " (a guess)"}`);
  if (document.conflicts.length > 0)
    lines.push("", "Told in two ways:", ...document.conflicts.map((one) => `- ${one}`));
  let position = 0;
  const listed = blocks.map((block) => {
    if (block.kind === "heading") return cleanLine(`${"#".repeat(block.depth)} ${shorten(block.text)}`);
    position += 1;
    return describeBlock(block, block.label ?? String(position));
  });
  lines.push("", ...listed.slice(0, mostListed));
  if (listed.length > mostListed) lines.push(`… and ${listed.length - mostListed} more`);
  return [...lines, ...asideLines(document)];
}

/** What of a document was left out, and what is doubtful of it. */
export function asideLines({ dropped, doubts }: Pick<DescribedDocument, "dropped" | "doubts">): string[] {
  const lines: string[] = [];
  if (dropped.length > 0) {
    lines.push("", `Left out (${dropped.length}):`);
    for (const { what, text } of dropped.slice(0, mostDropped))
      lines.push(cleanLine(`- ${what}${text === "" ? "" : `: ${shorten(text)}`}`));
    if (dropped.length > mostDropped) lines.push(`… and ${dropped.length - mostDropped} more`);
  }
  if (doubts.length > 0) lines.push("", "To look at:", ...doubts.map((doubt) => cleanLine(`- ${doubt}`)));
  return lines;
}

function describeBlock(block: Exclude<ImportedBlock, { kind: "heading" }>, label: string): string {
  const indent = block.kind === "item" ? "  ".repeat(block.depth ?? 0) : "";
  const sign = block.kind === "paragraph" ? "" : block.kind === "item" ? `${block.marker} ` : `[${block.kind}] `;
  const page = block.page === undefined ? "" : ` p. ${block.page}`;
  const doubt = block.uncertain === undefined ? "" : ` ← ${block.uncertain}`;
  return cleanLine(`¶${label}${page}  ${indent}${sign}${shorten(textOfBlock(block).replace(/\s+/g, " "), 72)}${doubt}`);
}

/** The same for programs. */
export function reviewData(document: DescribedDocument): Record<string, unknown> {
  let position = 0;
  return {
    metadata: document.metadata,
    numbering: document.numbering,
    encoding: document.encoding ?? null,
    language: document.language ?? null,
    blocks: document.blocks.map((block) => {
      if (block.kind === "heading") return { kind: block.kind, depth: block.depth, begins: shorten(block.text) };
      position += 1;
      const { page, sheet, uncertain } = block;
      return {
        kind: block.kind,
        label: block.label ?? String(position),
        begins: shorten(textOfBlock(block)),
        page,
        sheet,
        ...(block.kind === "item" && block.depth !== undefined && { depth: block.depth }),
        uncertain,
      };
    }),
    dropped: document.dropped.map(({ what, text }) => ({ what, text: shorten(text) })),
    doubts: document.doubts,
    conflicts: document.conflicts,
  };
}
