import { z } from "zod";
import { compareText } from "../text/compare.ts";
import type { PageRecord } from "./page-record.ts";

/** A file as it was published: what tells whether it is the same. */
export interface FileMark {
  /** SHA-256 of its bytes, 64 lower-case hex digits. */
  readonly sha256: string;
  readonly bytes: number;
}

/**
 * What a target holds: written beside the site as `published.json`, the last file of each
 * publish. Everybody may read it; it tells nothing that the site does not.
 */
export interface SiteRecord {
  /** By path below the site's folder, with forward slashes; without the record itself. */
  readonly files: ReadonlyMap<string, FileMark>;
  /** By path, what readers are told of changes from. */
  readonly pages: ReadonlyMap<string, PageRecord>;
  /** Files of the site before, kept one publish longer for whoever still has a page of it open; some may not be there. */
  readonly kept: readonly string[];
  /** Files that a publish has begun to write or to delete: what they hold is not known until it is done. */
  readonly unsure: readonly string[];
}

/** The record's own path. */
export const recordPath = "published.json";

/** A path that stays inside the site's folder, whatever is asked to write or delete it. */
const safePath = z.string().regex(/^(?![/-])(?!.*(?:^|\/)\.{1,2}(?:\/|$))(?!.*\/\/)[^\\\u0000-\u001f\u007f]+$/);

const recordForm = z.object({
  format: z.literal(1),
  files: z.array(z.tuple([safePath, z.string().regex(/^[0-9a-f]{64}$/), z.int().nonnegative()])),
  pages: z.array(
    z.object({
      path: safePath,
      kind: z.enum(["brief", "source", "moved", "page"]),
      title: z.string(),
      words: z.string(),
      leadsTo: z.string().optional(),
      withdrawn: z.string().optional(),
      corrections: z.array(z.string()).default([]),
      paragraphs: z.array(z.tuple([z.string(), z.string(), z.string()])).default([]),
    }),
  ),
  kept: z.array(safePath),
  unsure: z.array(safePath),
});

/**
 * As text for the file: the same record gives the same bytes.
 *
 * @param run names the publish that is under way, so that another one is told from it; absent from a record that is settled.
 */
export function writeRecord({ files, pages, kept, unsure }: SiteRecord, run?: string): string {
  const line = (value: unknown) => JSON.stringify(value);
  const list = (lines: readonly string[]) => (lines.length === 0 ? "[]" : `[\n${lines.join(",\n")}\n]`);
  const sorted = <Value>(map: ReadonlyMap<string, Value>) => [...map].sort(([a], [b]) => compareText(a, b));
  return `{
"format": 1,
${run === undefined ? "" : `"run": ${line(run)},\n`}"files": ${list(sorted(files).map(([path, { sha256, bytes }]) => line([path, sha256, bytes])))},
"pages": ${list(sorted(pages).map(([path, page]) => line(pageForm(path, page))))},
"kept": ${list([...kept].sort(compareText).map(line))},
"unsure": ${list([...unsure].sort(compareText).map(line))}
}
`;
}

function pageForm(path: string, { kind, title, words, leadsTo, withdrawn, corrections, paragraphs }: PageRecord) {
  return {
    path,
    kind,
    title,
    words,
    leadsTo,
    withdrawn,
    corrections: corrections.length > 0 ? corrections : undefined,
    paragraphs: paragraphs.length > 0 ? paragraphs.map(({ id, label, words }) => [id, label, words]) : undefined,
  };
}

/** Read a record; undefined for what is none, or of a form that is not known. */
export function readRecord(text: string): SiteRecord | undefined {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    return undefined;
  }
  const parsed = recordForm.safeParse(json);
  if (!parsed.success) return undefined;
  const { files, pages, kept, unsure } = parsed.data;
  return {
    files: new Map(files.map(([path, sha256, bytes]) => [path, { sha256, bytes }])),
    pages: new Map(
      pages.map(({ path, kind, title, words, leadsTo, withdrawn, corrections, paragraphs }) => [
        path,
        {
          kind,
          title,
          words,
          leadsTo,
          withdrawn,
          corrections,
          paragraphs: paragraphs.map(([id, label, digest]) => ({ id, label, words: digest })),
        },
      ]),
    ),
    kept,
    unsure,
  };
}
