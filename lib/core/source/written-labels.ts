import type MarkdownIt from "markdown-it";
import type { Token } from "markdown-it";

/** The labels that an inline token's text holds, in order; what is escaped or code is none. */
export interface WrittenLabels {
  readonly labels: readonly string[];
  /** Whether the last of them is the last of the text. */
  readonly endsWithLabel: boolean;
}

const labels = /\{#([^{}\n]*)\}/g;
const labelAtEnd = /\{#([^{}\n]*)\}\s*$/;
/** Stands for a brace that was escaped. No file holds it: noncharacters are refused. */
const escapedBrace = "\uFDD0";

/** Note the labels of each inline token in its `meta`, while escapes can still be told apart. */
export function writtenLabelsRule(md: MarkdownIt): void {
  md.core.ruler.before("text_join", "written_labels", (state) => {
    for (const token of state.tokens) {
      if (token.type !== "inline") continue;
      const text = (token.children ?? []).map(labelText).join("");
      token.meta = {
        labels: Array.from(text.matchAll(labels), ([, label = ""]) => label),
        endsWithLabel: labelAtEnd.test(text),
      } satisfies WrittenLabels;
    }
  });
}

/** The labels in a block's tokens, in reading order. */
export function writtenLabels(tokens: readonly Token[]): string[] {
  return tokens.flatMap((token) => (token.type === "inline" ? (token.meta as WrittenLabels).labels : []));
}

/** Take `{#label}` off the last words of a block; the tokens are changed in place. */
export function takeLabelAtEnd(tokens: readonly Token[]): string | undefined {
  const inline = tokens.findLast((token) => token.type === "inline");
  const last = inline?.children?.at(-1);
  if (!inline || last?.type !== "text" || !(inline.meta as WrittenLabels).endsWithLabel) return undefined;
  const taken = splitLabel(last.content);
  if (taken) last.content = taken.before;
  return taken?.label;
}

/** A text that ends with a label, in two. */
export function splitLabel(text: string): { before: string; label: string } | undefined {
  const match = labelAtEnd.exec(text);
  return match ? { before: text.slice(0, match.index).trimEnd(), label: match[1] ?? "" } : undefined;
}

function labelText(token: Token): string {
  if (token.type === "text") return token.content;
  if (token.type === "text_special") return token.content === "{" ? escapedBrace : token.content;
  return "\n";
}
