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

/**
 * Gives a body's tokens, parsed again where nobody held on to them: those of a large
 * library do not fit into memory together.
 *
 * @param tokens of this body, where it is parsed already.
 */
export function tokensOf(body: BriefBody, tokens?: readonly Token[]): () => readonly Token[] {
  let held = tokens && new WeakRef(tokens);
  return () => {
    const there = held?.deref();
    if (there) return there;
    const parsed = parseBody(body).tokens;
    held = new WeakRef(parsed);
    return parsed;
  };
}
