import type { StateCore, Token } from "markdown-it";
import { environmentOf } from "../markdown/environment.ts";
import type { TagMeta } from "../markdown/tag-rule.ts";
import type { CitationRefMeta } from "../markdown/note-rule.ts";
import type { RefusedTagMeta } from "../markdown/render-rules.ts";
import { interpretTag, tagNames, type CitationRequest, type TagName, type TagProblem } from "../tags/citation-tag.ts";
import { nearest } from "../text/nearest.ts";

/** A citation found in Markdown, with its tag, from which its places are worked out. */
export interface FoundCitation {
  readonly request: CitationRequest;
  readonly tag: TagMeta;
  readonly transcluded: boolean;
}

/** A problem in a tag; its offset counts in the tag's own text. */
export interface FoundProblem extends TagProblem {
  readonly tag: TagMeta;
}

/** What reading the tags of one document leaves in the Markdown environment. */
export interface ReadTags {
  readonly citations: FoundCitation[];
  readonly problems: FoundProblem[];
}

/**
 * Turn every tag token into the noterefs of the citations it makes, or refuse it with
 * a problem. Runs between the inline parser and the numbering of notes.
 */
export function readTags(state: StateCore): void {
  const read: ReadTags = { citations: [], problems: [] };
  const env = environmentOf(state);
  env.readTags = read;
  for (const token of state.tokens) {
    if (token.type === "inline") token.children = readInline(state, token.children ?? [], read);
    else if (token.type === "quote_block") readQuoteBlock(state, token, read);
  }
  for (const note of env.footnotes?.list ?? []) if (note.tokens) note.tokens = readInline(state, note.tokens, read);
}

function readInline(state: StateCore, children: readonly Token[], read: ReadTags): Token[] {
  const kept: Token[] = [];
  for (const token of children) {
    if (token.type === "image") readInline(state, token.children ?? [], read);
    if (token.type !== "tag") {
      pushAfter(state, kept, token);
      continue;
    }
    const tag = token.meta as TagMeta;
    const name = knownName(tag, read);
    if (name === "cite" && tag.insideLink) {
      const message =
        "A link cannot hold a citation, which is a link itself. Move the tag after the link's closing parenthesis.";
      read.problems.push({ tag, rule: "cite-outside-links", offset: 0, message });
    } else if (name === "quote") {
      const message =
        "{% quote %} sets a paragraph of its own. Put it alone on its line, with nothing before or after it.";
      read.problems.push({ tag, rule: "quote-stands-alone", offset: 0, message });
    }
    const request = name && interpret(tag, name, read);
    if (!request || name !== "cite" || tag.insideLink) {
      kept.push(refusedTag(state, tag.text));
      continue;
    }
    trimEnd(kept);
    pushAfter(state, kept, makeRef(state, { request: request.main, tag, transcluded: false }, read));
  }
  return kept;
}

function readQuoteBlock(state: StateCore, token: Token, read: ReadTags): void {
  const tag = token.meta as TagMeta;
  const request = interpret(tag, "quote", read);
  const requests = request ? [request.main, ...(request.beside ? [request.beside] : [])] : [];
  token.children = requests.map((one) => makeRef(state, { request: one, tag, transcluded: true }, read));
}

function knownName(tag: TagMeta, read: ReadTags): TagName | undefined {
  const { reading } = tag;
  if (!reading) {
    const message =
      'No name of a tag stands after {%. Write {% cite "source-id", 7 %}, or \\{% to show the signs themselves.';
    read.problems.push({ tag, rule: "tag-known", offset: 0, message });
    return undefined;
  }
  const name = tagNames.find((known) => known === reading.name);
  const [near] = nearest(reading.name, tagNames);
  if (reading.kind === "unclosed" && (name ?? near) !== undefined) {
    const message = `The tag {% ${reading.name} is never closed. Write %} at its end; inside a table write a | as \\|.`;
    read.problems.push({ tag, rule: "tag-closed", offset: 0, message });
    return undefined;
  }
  if (name === undefined) {
    const fix = near === undefined ? "Write it in a code span to show it as text." : `Write {% ${near} … %}.`;
    read.problems.push({ tag, rule: "tag-known", offset: 0, message: `There is no tag "${reading.name}". ${fix}` });
  }
  return name;
}

function interpret(tag: TagMeta, name: TagName, read: ReadTags) {
  if (tag.reading?.kind !== "tag") return undefined;
  const meaning = interpretTag(tag.reading, name);
  for (const problem of meaning.problems) read.problems.push({ ...problem, tag });
  return meaning.request;
}

function makeRef(state: StateCore, found: FoundCitation, read: ReadTags): Token {
  const token = new state.Token("footnote_ref", "", 0);
  const { request, transcluded } = found;
  const citation = read.citations.length;
  token.meta = { citation, request, transcluded, written: found.tag.text } satisfies CitationRefMeta;
  read.citations.push(found);
  return token;
}

/** Stands where a tag makes no citation, so that a preview can show it there as it was typed. */
function refusedTag(state: StateCore, written: string): Token {
  const token = new state.Token("refused_tag", "", 0);
  token.meta = { written, ids: [] } satisfies RefusedTagMeta;
  return token;
}

/** Append a token; between two noterefs goes a separator in place of any white space. */
function pushAfter(state: StateCore, kept: Token[], token: Token): void {
  if (token.type === "footnote_ref") {
    const last = kept.at(-1);
    const blank = last?.type === "softbreak" || (last?.type === "text" && last.content.trim() === "");
    if (blank && kept.at(-2)?.type === "footnote_ref") kept.pop();
    if (kept.at(-1)?.type === "footnote_ref") kept.push(new state.Token("note_separator", "", 0));
  }
  kept.push(token);
}

/** A note mark follows its word closely, whatever white space was typed before the tag. */
function trimEnd(kept: Token[]): void {
  const last = kept.at(-1);
  if (last?.type === "softbreak" && kept.at(-2)?.type !== "footnote_ref") kept.pop();
  else if (last?.type === "text") last.content = last.content.trimEnd();
}
