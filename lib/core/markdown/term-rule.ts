import type MarkdownIt from "markdown-it";
import type { StateInline, Token } from "markdown-it";
import { environmentOf } from "./environment.ts";
import { inlineText } from "./inline-text.ts";
import { unmark } from "./marks.ts";

/** What a `link_open` token that leads to a meaning carries in `meta`. */
export interface TermMeta {
  /** The term as the glossary is asked for it; empty until the words are read. */
  readonly term: string;
  /** As typed behind the words. */
  readonly typed: string;
}

const behind = /\{[ \t]*term(?:[ \t]*[:=][ \t]*"?([^{}"\n]+?)"?)?[ \t]*\}/y;

/** Read `[PoR card]{term}` and `[cards]{term: PoR card}` as links to what the word means. */
export function termRule(md: MarkdownIt): void {
  md.inline.ruler.before("link", "term", term);
  // Only now is it known what of the words is emphasis.
  md.core.ruler.after("inline", "terms", (state) => {
    for (const token of state.tokens) nameTerms(token.children ?? []);
    for (const note of environmentOf(state).footnotes?.list ?? []) nameTerms(note.tokens ?? []);
  });
}

/** A term without a name behind it is called by its words. */
function nameTerms(children: readonly Token[]): void {
  for (const [index, token] of children.entries()) {
    const meta = termOf(token);
    if (meta?.term !== "") continue;
    const end = children.findIndex(({ type }, at) => at > index && type === "link_close");
    const term = unmark(inlineText(children.slice(index, end))).trim();
    token.meta = { ...meta, term } satisfies TermMeta;
  }
}

function term(state: StateInline, silent: boolean): boolean {
  if (state.src[state.pos] !== "[") return false;
  const end = state.md.helpers.parseLinkLabel(state, state.pos, true);
  if (end < 0) return false;
  behind.lastIndex = end + 1;
  const found = behind.exec(state.src);
  if (!found || behind.lastIndex > state.posMax) return false;
  const past = behind.lastIndex;
  if (!silent) {
    const { posMax } = state;
    const open = state.push("link_open", "a", 1);
    open.attrs = [
      ["href", ""],
      ["class", "term"],
    ];
    open.meta = { term: found[1]?.trim() ?? "", typed: found[0] } satisfies TermMeta;
    state.pos += 1;
    state.posMax = end;
    state.md.inline.tokenize(state);
    state.posMax = posMax;
    state.push("link_close", "a", -1);
  }
  state.pos = past;
  return true;
}

/** What a link token leads to, if it is a term. */
export function termOf({ type, meta }: Token): TermMeta | undefined {
  if (type !== "link_open") return undefined;
  return (meta as Partial<TermMeta> | null)?.term === undefined ? undefined : (meta as TermMeta);
}
