import { readYaml } from "../front-matter/yaml.ts";
import { splitFrontMatter } from "../front-matter/split.ts";
import type { Citation, CitingDocument } from "../brief/citation.ts";
import { noteKey } from "../markdown/note-rule.ts";
import type { Problem } from "../problem.ts";
import type { FileText } from "../text/file-text.ts";
import { interpretTag, tagNames, type CitationRequest } from "../tags/citation-tag.ts";
import { readTag, type Tag } from "../tags/tag.ts";
import { pageSentences, yamlMark } from "./page-sentences.ts";

export interface PageReading {
  /** Absent when the page cites nothing. */
  readonly page?: CitingDocument;
  readonly problems: readonly Problem[];
}

interface FoundInPage {
  readonly request: CitationRequest;
  readonly tag: Tag;
  readonly transcluded: boolean;
}

/** What a Nunjucks page shows but does not run: comments and raw blocks, blanked before tags are looked for. */
const notRun = /\{#[^]*?(?:#\}|$)|\{%-?\s*(?:raw|verbatim)\s*-?%\}[^]*?(?:\{%-?\s*end(?:raw|verbatim)\s*-?%\}|$)/g;
const citationTag = /\{%-?\s*(?:cite|quote)\b/g;

/**
 * Find the citations of a Nunjucks page, in the grammar that briefs use. Nunjucks runs
 * the same tags as shortcodes when the page is rendered; what they print is decided here.
 * Data in the page's front matter may cite as well, each text on one line: the page prints
 * it by `{% withNotes text %}`, in the order in which it stands there.
 *
 * A page that cites needs a `title` and a literal `permalink` in its front matter.
 */
export function parsePage(name: string, file: FileText, language: string): PageReading {
  const visible = file.text.replace(notRun, (text) => text.replace(/[^\n]/g, " "));
  const problems: Problem[] = [];
  const found: FoundInPage[] = [];
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
  const { yaml, bodyOffset } = splitFrontMatter(file);
  const { title, permalink } = readYaml(yaml).data;
  if (typeof title !== "string" || typeof permalink !== "string" || permalink.includes("{")) {
    const message = "A page that cites needs title: and a permalink: without {{ }} in its front matter.";
    return { problems: [...problems, { place: file.placeAt(0), rule: "front-matter-key", message }] };
  }
  const body = " ".repeat(bodyOffset) + visible.slice(bodyOffset);
  const tags = found.map(({ tag }) => tag);
  const [inData, inBody] = [
    tags.filter(({ start }) => start < bodyOffset),
    tags.filter(({ start }) => start >= bodyOffset),
  ];
  const sentences = new Map([
    ...pageSentences(visible.slice(0, bodyOffset), inData, title, language, yamlMark),
    ...pageSentences(body, inBody, title, language),
  ]);
  const citations = number(found).map((one) => toCitation(one, sentences.get(one.tag) ?? "", file));
  const page: CitingDocument = {
    kind: "page",
    name,
    path: file.path,
    formerNames: [],
    title,
    url: permalink,
    language,
    isPublic: true,
    isWithdrawn: false,
    citations,
    links: [],
  };
  return { page, problems };
}

function number(found: readonly FoundInPage[]): (FoundInPage & { note: number; mention: number })[] {
  const notes = new Map<string, { note: number; mentions: number }>();
  return found.map((one) => {
    const key = noteKey(one);
    const note = notes.get(key) ?? { note: notes.size + 1, mentions: 0 };
    note.mentions += 1;
    notes.set(key, note);
    return { ...one, note: note.note, mention: note.mentions };
  });
}

function toCitation(
  { request, transcluded, note, mention }: FoundInPage & { note: number; mention: number },
  sentence: string,
  file: FileText,
): Citation {
  return {
    request,
    transcluded,
    sentence: transcluded ? "" : sentence,
    note,
    mention,
    sourcePlace: file.placeAt(request.sourceOffset),
    pinpointPlace: file.placeAt(request.pinpointOffset),
    relationPlace: file.placeAt(request.relationOffset),
    quotationPlace: file.placeAt(request.quotation?.offset ?? request.pinpointOffset),
  };
}
