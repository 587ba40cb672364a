import type { Token } from "markdown-it";
import { inlineText } from "../markdown/inline-text.ts";
import type { Finding } from "./finding.ts";

type MakeToken = new (type: string, tag: string, nesting: 1 | -1 | 0) => Token;

/** An inline token with the words of a finding's sentence between marks; the very token where it does not hold them. */
export function markSentence(inline: Token, { sentence, kind }: Finding, Make: MakeToken): Token {
  const children = inline.children ?? [];
  const texts = children.map((child) => inlineText([child]).replace(/\s/g, " "));
  const from = sentence === "" ? -1 : texts.join("").indexOf(sentence);
  if (from < 0) return inline;
  const past = from + sentence.length;
  const marked: Token[] = [];
  const mark = (token: Token) => {
    const open = new Make("mark_open", "mark", 1);
    open.attrs = [["class", `is-${kind}`]];
    marked.push(open, token, new Make("mark_close", "mark", -1));
  };
  let at = 0;
  for (const [index, child] of children.entries()) {
    const { length } = texts[index] ?? "";
    const cut = [0, from - at, past - at, length].map((offset) => Math.max(0, Math.min(offset, length)));
    const [, first = 0, last = 0] = cut;
    at += length;
    if (first >= last) marked.push(child);
    else if (child.type === "code_inline") mark(child);
    else if (child.type !== "text") marked.push(child);
    else {
      const words = (start: number, end: number) =>
        Object.assign(new Make("text", "", 0), { content: child.content.slice(start, end), level: child.level });
      if (first > 0) marked.push(words(0, first));
      mark(words(first, last));
      if (last < length) marked.push(words(last, length));
    }
  }
  return Object.assign(new Make("inline", "", 0), inline, { children: marked });
}
