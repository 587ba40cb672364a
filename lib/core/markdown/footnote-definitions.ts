import type { Token } from "markdown-it";

/** Block tokens of a document: its text, and each footnote that is written apart. */
export interface FootnoteDefinitions {
  readonly text: readonly Token[];
  /** By label; of two with the same label the last. */
  readonly definitions: ReadonlyMap<string, readonly Token[]>;
  /** Labels of footnotes whose text would be lost: a second one of that name, or one inside another. */
  readonly repeated: readonly string[];
  readonly nested: readonly string[];
}

/** Tell the text of a document from its footnotes, as markdown-it-footnote marks them. */
export function footnoteDefinitions(tokens: readonly Token[]): FootnoteDefinitions {
  const text: Token[] = [];
  const definitions = new Map<string, Token[]>();
  const repeated: string[] = [];
  const nested: string[] = [];
  let current: Token[] | undefined;
  for (const token of tokens) {
    if (token.type === "footnote_reference_open") {
      const { label } = token.meta as { label: string };
      if (current) nested.push(label);
      if (definitions.has(label)) repeated.push(label);
      current = [];
      definitions.set(label, current);
    } else if (token.type === "footnote_reference_close") current = undefined;
    else (current ?? text).push(token);
  }
  return { text, definitions, repeated, nested };
}
