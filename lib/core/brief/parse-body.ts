import type { Token } from "markdown-it";
import type { ParseEnvironment } from "../markdown/environment.ts";
import { markTags, type MarkedText } from "../markdown/marks.ts";
import type { Attachments } from "./attachment.ts";
import { briefMarkdown } from "./brief-markdown.ts";

/** All that a brief's tokens are made of. */
export interface BriefBody {
  /** The file's text behind its front matter. */
  readonly text: string;
  /** BCP 47, of the brief. */
  readonly language: string;
  /** The brief's own folder, relative to the project. */
  readonly folder: string;
  readonly attachments: Attachments;
}

export interface ParsedBody {
  readonly marked: MarkedText;
  readonly tokens: readonly Token[];
  /** What the rules left behind. */
  readonly env: ParseEnvironment;
}

/** The same body always gives the same. */
export function parseBody({ text, language, folder, attachments }: BriefBody): ParsedBody {
  const marked = markTags(text);
  const env: ParseEnvironment = { language, folder, attachments };
  return { marked, tokens: briefMarkdown.parse(marked.text, env), env };
}

/** What was asked for last: a page and its Markdown are made one after the other. */
let last: { readonly body: BriefBody; readonly tokens: readonly Token[] } | undefined;

/**
 * Parses a body again where it is not the one that was asked for last: the tokens of a large
 * library do not fit into memory together. Where a brief is parsed, a function of its own would
 * hold on to all that is in sight there.
 */
export function tokensOf(body: BriefBody): () => readonly Token[] {
  return () => {
    if (last?.body !== body) last = { body, tokens: parseBody(body).tokens };
    return last.tokens;
  };
}
