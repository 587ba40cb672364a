import type MarkdownIt from "markdown-it";
import type { StateInline } from "markdown-it";
import type { ParseEnvironment } from "./environment.ts";

/**
 * Read `^[…]`, a note written where it is mentioned. In place of markdown-it-footnote's
 * own rule, which numbers a note before those inside it and so writes over them, and
 * which reads notes within notes without end.
 */
export function inlineNoteRule(md: MarkdownIt): void {
  md.inline.ruler.at("footnote_inline", inlineNote);
}

function inlineNote(state: StateInline, silent: boolean): boolean {
  if (!state.src.startsWith("^[", state.pos)) return false;
  const end = state.md.helpers.parseLinkLabel(state, state.pos + 1);
  if (end < 0) return false;
  if (!silent) {
    const start = state.pos + 2;
    const tokens = readInside(state, start, end);
    const list = (((state.env as ParseEnvironment).footnotes ??= {}).list ??= []);
    state.push("footnote_ref", "", 0).meta = { id: list.length };
    list.push({ content: state.src.slice(start, end), tokens, count: 0 });
  }
  state.pos = end + 1;
  return true;
}

/** The tokens of a part of the text, read one level deeper, with what is known of where things end. */
function readInside(state: StateInline, start: number, end: number): StateInline["tokens"] {
  const tokens: StateInline["tokens"] = [];
  const { inline } = state.md;
  const inside = new inline.State(state.src, state.md, state.env, tokens);
  inside.pos = start;
  inside.posMax = end;
  inside.level = state.level + 1;
  inside.cache = state.cache as unknown;
  inline.tokenize(inside);
  for (const rule of inline.ruler2.getRules("")) rule(inside);
  return tokens;
}
