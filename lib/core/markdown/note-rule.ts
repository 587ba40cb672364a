import type MarkdownIt from "markdown-it";
import type { StateCore, Token } from "markdown-it";
import type { CitationRequest } from "../tags/citation-tag.ts";
import { writePinpoint } from "../tags/pinpoint.ts";
import { environmentOf } from "./environment.ts";
import { footnoteDefinitions } from "./footnote-definitions.ts";

/** A noteref of a citation, made from its tag before this rule runs. */
export interface CitationRefMeta {
  /** 0-based position in the list of the document's citations. */
  readonly citation: number;
  readonly request: CitationRequest;
  /** Whether the paragraph itself is set there. */
  readonly transcluded: boolean;
  /** Its tag, as it was typed. */
  readonly written: string;
}

/** Where a citation's noteref ended up: 1-based note, 1-based mention of that note. */
export interface NoteNumber {
  readonly note: number;
  readonly mention: number;
}

/** What the rule leaves in the Markdown environment. */
export interface NoteNumbers {
  /** By citation number; a citation in a footnote that is never mentioned has none. */
  readonly ofCitation: Map<number, NoteNumber>;
  readonly mentionedFootnotes: Set<string>;
  /** Labels of footnotes whose text would be lost, see {@link footnoteDefinitions}, and of those without any. */
  readonly repeatedFootnotes: readonly string[];
  readonly nestedFootnotes: readonly string[];
  readonly emptyFootnotes: readonly string[];
}

/** A note as markdown-it-footnote lists it: of a footnote written apart, or with tokens of its own. */
export interface ListedNote {
  label?: string;
  content: string;
  tokens?: Token[];
  count: number;
}

/**
 * Number citations and author-written footnotes together, in the order a reader meets
 * them: the text first, then what the notes themselves cite. The result goes into the
 * list that markdown-it-footnote's own tail rule turns into the notes section.
 *
 * Must be installed after markdown-it-footnote, so that it runs before that tail.
 */
export function noteRule(md: MarkdownIt): void {
  md.core.ruler.after("inline", "number_notes", numberNotes);
}

/** Two citations share a note when they would say the same in it, what was checked included. */
export function noteKey({ request, transcluded }: Pick<CitationRefMeta, "request" | "transcluded">): string {
  const { sourceId, pinpoint, relation, quotation, remark } = request;
  const words = quotation?.text ?? null;
  return JSON.stringify([sourceId, writePinpoint(pinpoint), relation, words, remark ?? null, transcluded]);
}

function numberNotes(state: StateCore): void {
  const env = environmentOf(state);
  const inlineNotes = env.footnotes?.list ?? [];
  const { text, definitions, repeated, nested } = footnoteDefinitions(state.tokens);
  const list: ListedNote[] = [];
  const idByKey = new Map<string, number>();
  const numbers: NoteNumbers = {
    ofCitation: new Map(),
    mentionedFootnotes: new Set(),
    repeatedFootnotes: repeated,
    nestedFootnotes: nested,
    emptyFootnotes: [...definitions].flatMap(([label, tokens]) => (isEmpty(tokens) ? [label] : [])),
  };

  const add = (key: string, make: () => ListedNote): number => {
    const known = idByKey.get(key);
    if (known !== undefined) return known;
    idByKey.set(key, list.length);
    list.push(make());
    return list.length - 1;
  };
  const mention = (token: Token, id: number): void => {
    const note = list[id];
    if (!note) return;
    token.meta = { ...(token.meta as object), id, subId: note.count };
    note.count += 1;
  };
  const visit = (token: Token): void => {
    const ref = token.meta as Partial<CitationRefMeta> & { id?: number; label?: string };
    if (isCitation(ref)) {
      const id = add(`citation ${noteKey(ref)}`, () => citationNote(state, ref));
      mention(token, id);
      numbers.ofCitation.set(ref.citation, { note: id + 1, mention: list[id]?.count ?? 1 });
    } else if (ref.label !== undefined) {
      const label = ref.label;
      numbers.mentionedFootnotes.add(label);
      mention(
        token,
        add(`footnote ${label}`, () => ({ label, content: "", count: 0 })),
      );
    } else {
      const written = inlineNotes[ref.id ?? -1];
      if (written)
        mention(
          token,
          add(`inline ${ref.id}`, () => ({ ...written, count: 0 })),
        );
    }
  };

  for (const token of noteRefs(text)) visit(token);
  // The list grows while it is walked: notes may hold citations of their own.
  for (const note of list) {
    const refs = note.tokens ? noteRefsInline(note.tokens) : noteRefs(definitions.get(note.label ?? "") ?? []);
    for (const token of refs) visit(token);
  }
  // Without a list no notes section is made, such as when a footnote mentions only itself.
  const refs = env.footnotes?.refs;
  env.footnotes = { ...(refs && { refs }), ...(list.length > 0 && { list }) };
  env.noteNumbers = numbers;
}

function isCitation(ref: Partial<CitationRefMeta>): ref is CitationRefMeta {
  return ref.citation !== undefined;
}

function isEmpty(definition: readonly Token[]): boolean {
  return definition.every((token) => token.type !== "quote_block" && token.content.trim() === "");
}

function* noteRefs(tokens: readonly Token[]): Generator<Token> {
  for (const token of tokens) {
    if (token.type === "quote_block" || token.type === "inline") yield* noteRefsInline(token.children ?? []);
  }
}

function* noteRefsInline(children: readonly Token[]): Generator<Token> {
  for (const child of children) if (child.type === "footnote_ref") yield child;
}

function citationNote(state: StateCore, meta: CitationRefMeta): ListedNote {
  const token = new state.Token("citation_note", "", 0);
  token.meta = meta;
  return { content: "", tokens: [token], count: 0 };
}
