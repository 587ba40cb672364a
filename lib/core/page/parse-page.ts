import { readYaml } from "../front-matter/yaml.ts";
import { splitFrontMatter } from "../front-matter/split.ts";
import type { Citation, CitingDocument } from "../brief/citation.ts";
import { noteKey } from "../markdown/note-rule.ts";
import type { Problem } from "../problem.ts";
import type { FileText } from "../text/file-text.ts";
import { sentenceAt } from "../text/sentence.ts";
import { interpretTag, tagNames, type CitationRequest } from "../tags/citation-tag.ts";
import { readTag, type Tag } from "../tags/tag.ts";

export interface PageReading {
  /** Absent when the page cites nothing. */
  readonly page?: CitingDocument;
  readonly problems: readonly Problem[];
}

/** What a Nunjucks page shows but does not run: comments and raw blocks, blanked before tags are looked for. */
const notRun = /\{#[^]*?#\}|\{%-?\s*(?:raw|verbatim)\s*-?%\}[^]*?\{%-?\s*end(?:raw|verbatim)\s*-?%\}/g;
const citationTag = /\{%-?\s*(?:cite|quote)\b/g;

/**
 * Find the citations of a Nunjucks page, in the grammar that briefs use. Nunjucks runs
 * the same tags as shortcodes when the page is rendered; what they print is decided here.
 *
 * A page that cites needs a `title` and a literal `permalink` in its front matter.
 */
export function parsePage(name: string, file: FileText, language: string): PageReading {
  const visible = file.text.replace(notRun, (text) => text.replace(/[^\n]/g, " "));
  const problems: Problem[] = [];
  const found: { request: CitationRequest; tag: Tag; transcluded: boolean }[] = [];
  for (const match of visible.matchAll(citationTag)) {
    const reading = readTag(visible, match.index);
    if (reading?.kind !== "tag") {
      const message = `The tag ${match[0]} is never closed. Write %} at its end.`;
      problems.push({ place: file.placeAt(match.index), rule: "tag-closed", message });
      continue;
    }
    const tagName = tagNames.find((known) => known === reading.name);
    if (!tagName) continue;
    const meaning = interpretTag(reading, tagName);
    for (const { rule, offset, message } of meaning.problems)
      problems.push({ place: file.placeAt(offset), rule, message });
    const transcluded = tagName === "quote";
    if (!meaning.request) continue;
    found.push({ request: meaning.request.main, tag: reading, transcluded });
    if (meaning.request.beside) found.push({ request: meaning.request.beside, tag: reading, transcluded });
  }
  if (found.length === 0) return { problems };
  const front = readYaml(splitFrontMatter(file).yaml).data;
  const { title, permalink } = front;
  if (typeof title !== "string" || typeof permalink !== "string" || permalink.includes("{")) {
    const message = "A page that cites needs title: and a permalink: without {{ }} in its front matter.";
    return { problems: [...problems, { place: file.placeAt(0), rule: "front-matter-key", message }] };
  }
  const citations = number(found).map(({ note, mention, ...one }) =>
    toCitation(one, note, mention, file, visible, language),
  );
  const page: CitingDocument = {
    kind: "page",
    name,
    path: file.path,
    title,
    url: permalink,
    language,
    citations,
    links: [],
  };
  return { page, problems };
}

function number<One extends { request: CitationRequest }>(
  found: readonly One[],
): (One & { note: number; mention: number })[] {
  const notes = new Map<string, { note: number; mentions: number }>();
  return found.map((one) => {
    const key = noteKey(one.request);
    const note = notes.get(key) ?? { note: notes.size + 1, mentions: 0 };
    note.mentions += 1;
    notes.set(key, note);
    return { ...one, note: note.note, mention: note.mentions };
  });
}

function toCitation(
  { request, tag, transcluded }: { request: CitationRequest; tag: Tag; transcluded: boolean },
  note: number,
  mention: number,
  file: FileText,
  visible: string,
  language: string,
): Citation {
  return {
    request,
    transcluded,
    sentence: transcluded ? "" : sentenceAround(visible, tag, language),
    note,
    mention,
    sourcePlace: file.placeAt(request.sourceOffset),
    pinpointPlace: file.placeAt(request.pinpointOffset),
    relationPlace: file.placeAt(request.relationOffset),
    quotationPlace: file.placeAt(request.quotation?.offset ?? request.pinpointOffset),
  };
}

const blockTag = /<\/?(?:p|li|td|th|h[1-6]|dd|dt|blockquote|figcaption|section|div|ul|ol|table|tr)\b[^>]*>/gi;

/** The sentence a tag stands in, between the block elements around it, without markup. */
function sentenceAround(text: string, tag: Tag, language: string): string {
  const breaks = [...text.matchAll(blockTag)];
  const before = breaks.findLast((match) => match.index < tag.start);
  const after = breaks.find((match) => match.index >= tag.end);
  const start = before ? before.index + before[0].length : 0;
  const lead = plain(text.slice(start, tag.start));
  return sentenceAt(lead + plain(text.slice(tag.end, after?.index)), lead.length, language);
}

function plain(html: string): string {
  const words = html.replace(/\{[%{][^]*?[%}]\}/g, "").replace(/<[^>]*>/g, "");
  return words.replace(/&amp;/g, "&").replace(/&lt;/g, "<").replace(/&gt;/g, ">").replace(/\s+/g, " ");
}
