import type { Hash } from "../core/anchoring/fingerprint.ts";
import { formatProblem, type Problem } from "../core/problem.ts";
import { parseSource } from "../core/source/parse-source.ts";
import { FileText } from "../core/text/file-text.ts";
import { collapseWhiteSpace } from "../core/text/normal-form.ts";
import { mostDigested, writeSkeleton } from "./digest-skeleton.ts";
import type { ImportedBlock, ImportedMetadata } from "./imported-document.ts";
import { textOfBlock } from "./block-text.ts";
import { writeSource, type SourceFrontMatter } from "./write-source.ts";

/** What a person decided of a document. */
export interface Decisions {
  readonly title: string;
  readonly type: string;
  readonly language: string;
  readonly grade: string;
  readonly rights: string;
  readonly license?: string;
  readonly permission?: string;
  readonly issued?: string;
  readonly URL?: string;
  /** YYYY-MM-DD. */
  readonly accessed?: string;
}

export interface DocumentToAdd {
  readonly id: string;
  readonly metadata: ImportedMetadata;
  readonly numbering: "official" | "ours";
  /** Writable, with their labels settled. */
  readonly blocks: readonly ImportedBlock[];
  /** Name of the file without folders, and the SHA-256 of its bytes in lower-case hex; a record alone has none. */
  readonly original?: { readonly name: string; readonly sha256: string };
}

export type MadeSource =
  | { readonly kind: "source"; readonly text: string }
  | { readonly kind: "refused"; readonly reasons: readonly string[] };

/**
 * The text of `sources/<id>.md`, read back and compared before it is given away: what a
 * source would not give again exactly is not written. With rights `digest` it holds places
 * for our words and none of the document's.
 */
export function makeSource(document: DocumentToAdd, decisions: Decisions, hash: Hash): MadeSource {
  const isDigest = decisions.rights === "digest";
  const count = document.blocks.filter((block) => block.kind !== "heading").length;
  if (isDigest && count > mostDigested)
    return { kind: "refused", reasons: [`It has ${count} paragraphs; a digest has ${mostDigested} at most.`] };
  const skeleton = isDigest ? writeSkeleton(document.blocks, hash) : undefined;
  const blocks = skeleton?.blocks ?? document.blocks;
  const { abstract, ...metadata } = document.metadata;
  const given = Object.fromEntries(Object.entries(decisions).filter(([, value]) => value !== undefined));
  const meta = {
    ...metadata,
    // An abstract is somebody's text, as the rest is.
    ...(decisions.rights === "full-text" && abstract !== undefined && { abstract }),
    ...given,
    numbering: document.numbering,
    ...(document.original && { original: document.original }),
    ...(skeleton && { paragraphs: skeleton.paragraphs }),
  } as unknown as SourceFrontMatter;
  const text = writeSource(inOrder(meta), blocks);
  const reasons = faultsOf(document.id, text, blocks);
  return reasons.length > 0 ? { kind: "refused", reasons } : { kind: "source", text };
}

/** The keys a reader looks for first stand first; paragraphs, which may be many, last. */
function inOrder(meta: SourceFrontMatter): SourceFrontMatter {
  const { type, title, author, issued, original, paragraphs, ...rest } = meta;
  return {
    type,
    title,
    ...(author && { author }),
    ...(issued !== undefined && { issued }),
    ...rest,
    ...(original && { original }),
    ...(paragraphs && { paragraphs }),
  };
}

/** What a build would say of the text, and where reading it gives something else than was meant. */
function faultsOf(id: string, text: string, blocks: readonly ImportedBlock[]): string[] {
  const { source, problems } = parseSource(id, new FileText(`sources/${id}.md`, text));
  const faults = problems.filter((problem: Problem) => problem.rule !== "digest-written").map(formatProblem);
  if (faults.length > 0) return faults;
  const read = source.blocks.map((block) =>
    "heading" in block ? `#${block.heading.text}` : `${block.paragraph.page ?? ""} ${block.paragraph.text}`,
  );
  const meant = blocks.map((block) =>
    block.kind === "heading" ? `#${block.text}` : `${block.page ?? ""} ${expectedText(block)}`,
  );
  const at = meant.findIndex((one, index) => one !== read[index]);
  return at < 0 && read.length === meant.length
    ? []
    : [`Block ${at + 1} cannot be written so that it reads the same again.`];
}

/** The words of a block as a source has them. */
export function expectedText(block: ImportedBlock): string {
  return collapseWhiteSpace(textOfBlock(block));
}
