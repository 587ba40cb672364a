import type { Token } from "markdown-it";
import type { BriefRenderer } from "../markdown/render-rules.ts";
import { briefMarkdown } from "./brief-markdown.ts";

/** Turns code into safe HTML; empty for a language it does not know. */
export type Highlighter = (code: string, language: string) => string;

/**
 * A brief's body and notes as safe HTML, from the tokens that the catalog checked.
 * Each call takes an environment of its own and leaves the tokens as they were.
 */
export function renderBrief(tokens: readonly Token[], renderer: BriefRenderer, highlight: Highlighter): string {
  const options = { ...briefMarkdown.options, highlight };
  return briefMarkdown.renderer.render([...tokens], options, { renderer });
}
