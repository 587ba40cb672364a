import type MarkdownIt from "markdown-it";
import type { StateInline } from "markdown-it";
import type { ParseEnvironment } from "./environment.ts";

/**
 * Read `^[…]`, a note written where it is mentioned. In place of markdown-it-footnote's
 * own rule, which numbers a note before those inside it and so writes over them.
 */
export function inlineNoteRule(md: MarkdownIt): void {
  md.inline.ruler.at("footnote_inline", inlineNote);
}

function inlineNote(state: StateInline, silent: boolean): boolean {
  if (!state.src.startsWith("^[", state.pos)) return false;
  const end = state.md.helpers.parseLinkLabel(state, state.pos + 1);
  if (end < 0) return false;
  if (!silent) {
    const content = state.src.slice(state.pos + 2, end);
    const env = state.env as ParseEnvironment;
    const tokens: StateInline["tokens"] = [];
    state.md.inline.parse(content, state.md, env, tokens);
    const list = ((env.footnotes ??= {}).list ??= []);
    state.push("footnote_ref", "", 0).meta = { id: list.length };
    list.push({ content, tokens, count: 0 });
  }
  state.pos = end + 1;
  return true;
}
