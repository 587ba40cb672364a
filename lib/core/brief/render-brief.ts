import type { BriefRenderer } from "../markdown/render-rules.ts";
import type { Brief } from "./brief.ts";
import { briefMarkdown } from "./brief-markdown.ts";

/** Turns code into safe HTML; empty for a language it does not know. */
export type Highlighter = (code: string, language: string) => string;

/**
 * A brief's body and notes as safe HTML, from the tokens that the catalog checked.
 * Each call takes an environment of its own and leaves the brief as it was.
 */
export function renderBrief(brief: Pick<Brief, "tokens">, renderer: BriefRenderer, highlight: Highlighter): string {
  const options = { ...briefMarkdown.options, highlight };
  return briefMarkdown.renderer.render([...brief.tokens], options, { renderer });
}
