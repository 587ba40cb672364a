import type { Token } from "markdown-it";
import { readFrontMatter } from "../front-matter/read.ts";
import { inlineText } from "../markdown/inline-text.ts";
import { offsetsInFile } from "../markdown/marks.ts";
import type { ChartMeta } from "../markdown/chart-rule.ts";
import { isChart } from "../markdown/figure-rule.ts";
import type { ImageMeta } from "../markdown/image-rule.ts";
import type { TagMeta } from "../markdown/tag-rule.ts";
import type { Place, Problem } from "../problem.ts";
import type { FileText } from "../text/file-text.ts";
import type { Attachments } from "./attachment.ts";
import { briefSchema, type BriefMeta } from "./brief-schema.ts";
import type { Brief } from "./brief.ts";
import { readSections } from "./brief-section.ts";
import { checkBody } from "./check-body.ts";
import { checkLife } from "./check-life.ts";
import { checkWritten } from "./check-written.ts";
import type { Citation } from "./citation.ts";
import { coverage } from "./coverage.ts";
import { parseBody, tokensOf, type BriefBody } from "./parse-body.ts";
import { PassageFinder } from "./passage-finder.ts";
import { readPassages } from "./passages.ts";
import type { FoundCitation } from "./read-tags.ts";
import { citedSentences } from "./sentences.ts";
import { uncitedParagraphs } from "./uncited-paragraphs.ts";
import { uncitedStatements } from "./uncited-statements.ts";

export interface BriefReading {
  readonly brief: Brief;
  /** What the brief's tokens are made of. */
  readonly body: BriefBody;
  readonly problems: readonly Problem[];
}

/**
 * Read `briefs/<slug>.md`. With problems, the brief is still whole enough for its
 * citations to be checked, so that every fault is found in one run.
 *
 * @param language the site's, for a brief that names none. @param attachments the files in the brief's folder.
 */
export function parseBrief(
  slug: string,
  file: FileText,
  language: string,
  attachments: Attachments = new Map(),
): BriefReading {
  const front = readFrontMatter(file, briefSchema);
  const meta: BriefMeta = { ...stand, title: slug, ...front.data };
  const briefLanguage = meta.language ?? language;
  const source: BriefBody = { text: front.body, language: briefLanguage, folder: `briefs/${slug}`, attachments };
  const { marked, tokens, env } = parseBody(source);
  const { citations: found, problems: tagProblems } = env.readTags ?? { citations: [], problems: [] };

  const offsetsOf = new Map<TagMeta, readonly number[]>();
  const placeIn = (tag: TagMeta, offset: number): Place => {
    const start = marked.starts[tag.number] ?? 0;
    const offsets = offsetsOf.get(tag) ?? offsetsInFile(front.body, start, tag.text);
    offsetsOf.set(tag, offsets);
    return file.placeAt(front.bodyOffset + (offsets[offset] ?? start));
  };
  const passages = readPassages(tokens, briefLanguage);
  const sentences = citedSentences(passages, meta.title);
  const citations = found.map((one, number) =>
    makeCitation(one, sentences.get(number) ?? "", env.noteNumbers?.ofCitation.get(number), placeIn),
  );
  const bodyLine = file.placeAt(front.bodyOffset).line - 1;
  const body = checkBody(file, bodyLine, tokens, env);
  const finder = new PassageFinder(file, bodyLine, tokens);
  const { sections, sectionOf } = readSections(passages, citations, (passage) => finder.placeOf(passage, 0));
  const covered = coverage(passages);
  const brief: Brief = {
    kind: "brief",
    name: slug,
    path: file.path,
    formerNames: meta.aliases,
    formerNamePlaces: meta.aliases.map((_, index) => file.placeAt(front.offsetOf(["aliases", index]))),
    title: meta.title,
    url: `/briefs/${slug}/`,
    language: briefLanguage,
    isPublic: meta.status !== "draft",
    isWithdrawn: meta.status === "withdrawn",
    meta,
    tokens: tokensOf(source),
    bodyLine,
    citations,
    headings: env.headings ?? [],
    sections,
    uncitedStatements: uncitedStatements(passages, covered, briefLanguage, (...at) => finder.placeOf(...at)),
    uncitedParagraphs: uncitedParagraphs(passages, covered, sectionOf, (passage) => finder.placeOf(passage, 0)),
    answerPlaces: meta.answers.map((_, index) => file.placeAt(front.offsetOf(["answers", index]))),
    links: body.links,
    words: countWords(tokens),
    images: tokens
      .flatMap(({ type, meta }) => (type === "image_block" ? [(meta as ImageMeta).name] : []))
      .filter((name) => attachments.get(name)?.kind === "image"),
    terms: body.terms,
    charts: tokens.flatMap((token) => (isChart(token) && token.meta ? [token.meta as ChartMeta] : [])),
    confidence: env.confidence ?? { high: 0, moderate: 0, low: 0 },
    notes: tokens.filter((token) => token.type === "footnote_open").length,
  };
  const problems = [
    ...front.problems,
    ...checkLife(front, (path) => file.placeAt(front.offsetOf(path))),
    ...tagProblems.map(({ tag, rule, offset, message }) => ({ place: placeIn(tag, offset), rule, message })),
    ...(env.lostTags ?? []).map((number) => lostTag(file.placeAt(front.bodyOffset + (marked.starts[number] ?? 0)))),
    ...body.problems,
    ...(brief.isPublic ? checkWritten(file, bodyLine, tokens) : []),
  ];
  return { brief, body: source, problems };
}

function lostTag(place: Place): Problem {
  const message =
    "A citation cannot stand here (a link's title or address, an image's description, a code block's language, or a cell beyond the table's last column). Move it into the text, or write \\{% to show the signs themselves.";
  return { place, rule: "cite-in-text", message };
}

function makeCitation(
  found: FoundCitation,
  sentence: string,
  number: { note: number; mention: number } | undefined,
  placeIn: (tag: TagMeta, offset: number) => Place,
): Citation {
  const { request, tag, transcluded } = found;
  const at = (offset: number) => placeIn(tag, offset);
  return {
    request,
    transcluded,
    sentence,
    note: number?.note ?? 1,
    mention: number?.mention ?? 1,
    sourcePlace: at(request.sourceOffset),
    pinpointPlace: at(request.pinpointOffset),
    relationPlace: at(request.relationOffset),
    quotationPlace: at(request.quotation?.offset ?? request.pinpointOffset),
  };
}

function countWords(tokens: readonly Token[]): number {
  const end = tokens.findIndex((token) => token.type === "footnote_block_open");
  const body = end < 0 ? tokens : tokens.slice(0, end);
  const text = body.map((token) => (token.type === "inline" ? inlineText(token.children) : "")).join(" ");
  return text.split(/\s+/).filter((word) => word !== "").length;
}

/** Fills in for keys that could not be read; nothing with a problem is ever published. */
const stand = {
  summary: "",
  authors: [],
  date: "1970-01-01",
  topics: [],
  status: "draft",
  aliases: [],
  changes: [],
  answers: [],
} as const satisfies Partial<BriefMeta> as unknown as Omit<BriefMeta, "title">;
