import { z } from "zod";
import { readFrontMatter } from "../front-matter/read.ts";
import { escapeHtml } from "../text/escape.ts";
import type { Problem } from "../problem.ts";
import { FileText } from "../text/file-text.ts";
import { directionOf } from "../text/language.ts";
import { collapseWhiteSpace } from "../text/normal-form.ts";
import { shorten } from "../text/shorten.ts";
import { digestPlaceholder } from "./digest-placeholder.ts";
import { numberBlocks, type UnlabelledContent } from "./number-blocks.ts";
import { readSourceMarkdown } from "./source-markdown.ts";
import { sourceSchema, type SourceMeta } from "./source-schema.ts";
import type { Source } from "./source.ts";

export interface SourceReading {
  readonly source: Source;
  readonly problems: readonly Problem[];
}

/** Read `sources/<id>.md`. With problems, the source stands in for the real one so that its citations can still be checked. */
export function parseSource(id: string, file: FileText): SourceReading {
  const front = readFrontMatter(file, sourceSchema);
  const bodyLine = file.placeAt(front.bodyOffset).line - 1;
  const { content, problems } = readSourceMarkdown(file, front.body, bodyLine);
  const place = (path: (string | number)[]) => file.placeAt(front.offsetOf(path));
  return assemble(id, file.path, front.data, content, [...front.problems, ...problems], place);
}

const moduleShape = z.object({
  metadata: z.record(z.string(), z.unknown()),
  blocks: z.array(
    z.union([
      z.strictObject({ heading: z.string(), depth: z.int().min(1).max(6).optional() }),
      z.strictObject({ label: z.string().optional(), page: z.string().optional(), text: z.string() }),
    ]),
  ),
});

/** Take what the module `sources/<id>.ts` returned. It is data from outside: nothing about its shape is assumed. */
export function parseSourceModule(id: string, path: string, exported: unknown): SourceReading {
  const place = { path, line: 1, column: 1 };
  const shape = moduleShape.safeParse(exported);
  if (!shape.success) {
    const [issue] = shape.error.issues;
    const message = `The module must give { metadata, blocks }; ${issue?.path.join(".") ?? ""}: ${issue?.message ?? "something else was given"}.`;
    return assemble(id, path, {}, [], [{ place, rule: "source-module", message }], () => place);
  }
  const meta = sourceSchema.safeParse(shape.data.metadata);
  const problems: Problem[] = (meta.error?.issues ?? []).map((issue) => ({
    place,
    rule: "front-matter-value",
    message: `metadata.${issue.path.join(".")}: ${issue.message}`,
  }));
  const content = shape.data.blocks.map((block): UnlabelledContent => {
    if ("heading" in block) return { heading: { depth: block.depth ?? 2, text: block.heading } };
    const text = collapseWhiteSpace(block.text);
    return {
      block: {
        kind: "paragraph",
        marker: "",
        text,
        html: `<p>${escapeHtml(text)}</p>`,
        place,
        ...(block.label !== undefined && { written: { text: block.label, place } }),
        ...(block.page !== undefined && { writtenPage: { text: block.page, place } }),
      },
    };
  });
  return assemble(id, path, meta.data ?? {}, content, problems, () => place);
}

function assemble(
  id: string,
  path: string,
  data: Partial<SourceMeta>,
  content: readonly UnlabelledContent[],
  found: readonly Problem[],
  placeOf: (path: (string | number)[]) => Problem["place"],
): SourceReading {
  const meta: SourceMeta = { ...stand, title: id, ...data };
  const numbered = numberBlocks(content, meta);
  const problems = [...found, ...numbered.problems];
  for (const label of Object.keys(meta.paragraphs ?? {})) {
    if (numbered.byLabel.has(label)) continue;
    const message = `paragraphs: there is no paragraph "${shorten(label)}" in this source. Write one of its labels.`;
    problems.push({ place: placeOf(["paragraphs", label]), rule: "front-matter-value", message });
  }
  if (data.rights === "full-text" && data.license === undefined && data.permission === undefined) {
    const message =
      "The full text may only be shown under a licence. Add license: with an SPDX identifier, or permission: saying who allowed it.";
    problems.push({ place: placeOf(["rights"]), rule: "rights-licensed", message });
  }
  const { blocks, paragraphs, byLabel } = numbered;
  for (const paragraph of paragraphs) {
    if (paragraph.text !== digestPlaceholder) continue;
    const message = `¶${paragraph.label} is still to be written. Say in your own words what the original says there.`;
    problems.push({ place: paragraph.place, rule: "digest-written", message });
  }
  const source: Source = {
    id,
    path,
    formerNames: meta.aliases,
    formerNamePlaces: meta.aliases.map((_, index) => placeOf(["aliases", index])),
    meta,
    direction: directionOf(meta.language),
    blocks,
    paragraphs,
    byLabel,
  };
  return { source, problems };
}

/** Fills in for keys that could not be read; nothing with a problem is ever published. */
const stand = {
  type: "document",
  language: "en",
  grade: "secondary",
  rights: "metadata-only",
  neighbours: 1,
  numbering: "ours",
  aliases: [],
  flags: [],
  seeAlso: [],
} as const satisfies Partial<SourceMeta> as unknown as Omit<SourceMeta, "title">;
