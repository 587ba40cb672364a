import type MarkdownIt from "markdown-it";
import type { StateCore, Token } from "markdown-it";
import { environmentOf } from "./environment.ts";
import { footnoteDefinitions } from "./footnote-definitions.ts";
import type { ListedNote } from "./note-rule.ts";

/**
 * Set the notes behind the text, in the order of their numbers. In place of
 * markdown-it-footnote's own rule, which copies all that went before for each note.
 */
export function notesSectionRule(md: MarkdownIt): void {
  md.core.ruler.at("footnote_tail", setNotes);
}

function setNotes(state: StateCore): void {
  const { text, definitions } = footnoteDefinitions(state.tokens);
  const tokens = [...text];
  const { list } = environmentOf(state).footnotes ?? {};
  if (list) tokens.push(new state.Token("footnote_block_open", "", 1));
  for (const [id, note] of (list ?? []).entries()) {
    const open = new state.Token("footnote_open", "", 1);
    open.meta = { id, label: note.label };
    tokens.push(open);
    for (const token of noteTokens(state, note, definitions)) tokens.push(token);
    // The ways back stand at the end of the note's last paragraph.
    const last = tokens.at(-1)?.type === "paragraph_close" ? tokens.pop() : undefined;
    for (let subId = 0; subId < Math.max(1, note.count); subId++) {
      const anchor = new state.Token("footnote_anchor", "", 0);
      anchor.meta = { id, subId, label: note.label };
      tokens.push(anchor);
    }
    if (last) tokens.push(last);
    tokens.push(new state.Token("footnote_close", "", -1));
  }
  if (list) tokens.push(new state.Token("footnote_block_close", "", -1));
  state.tokens = tokens;
}

function noteTokens(
  state: StateCore,
  note: ListedNote,
  definitions: ReadonlyMap<string, readonly Token[]>,
): readonly Token[] {
  if (!note.tokens) return definitions.get(note.label ?? "") ?? [];
  const inline = new state.Token("inline", "", 0);
  inline.children = note.tokens;
  inline.content = note.content;
  const open = new state.Token("paragraph_open", "p", 1);
  const close = new state.Token("paragraph_close", "p", -1);
  for (const token of [open, close]) token.block = true;
  return [open, inline, close];
}
