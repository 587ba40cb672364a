import type MarkdownIt from "markdown-it";
import type { Token } from "markdown-it";

/** What braces at the end of a block say of it, unchecked: its label, the page of the original, or both. */
export interface WrittenLabel {
  /** As it stands in the file, such as "{#14.1 p. 12}". */
  readonly braces: string;
  /** What stands behind "#". */
  readonly label?: string;
  /** What stands behind "p.". */
  readonly page?: string;
}

/** The braces that an inline token's text holds, in order; what is escaped or code is none. */
interface WrittenLabels {
  readonly labels: readonly string[];
  /** Whether the last of them is the last of the text. */
  readonly endsWithLabel: boolean;
}

const labels = /\{(?:#|pp?\.)[^{}\n]*\}/g;
const labelAtEnd = /\{(?:#|pp?\.)[^{}\n]*\}\s*$/;
const labelAlone = /^\{(?:#|pp?\.)[^{}\n]*\}$/;
/** Stands for a brace that was escaped. No file holds it: noncharacters are refused. */
const escapedBrace = "\uFDD0";

/** Note the labels of each inline token in its `meta`, while escapes can still be told apart. */
export function writtenLabelsRule(md: MarkdownIt): void {
  md.core.ruler.before("text_join", "written_labels", (state) => {
    for (const token of state.tokens) {
      if (token.type !== "inline") continue;
      const text = (token.children ?? []).map(labelText).join("");
      token.meta = {
        labels: text.match(labels) ?? [],
        endsWithLabel: labelAtEnd.test(text),
      } satisfies WrittenLabels;
    }
  });
}

/** The braces in a block's tokens, in reading order, as they stand in the file. */
export function writtenLabels(tokens: readonly Token[]): string[] {
  return tokens.flatMap((token) => (token.type === "inline" ? (token.meta as WrittenLabels).labels : []));
}

/** Take `{#label}` or `{p. page}` off the last words of a block; the tokens are changed in place. */
export function takeLabelAtEnd(tokens: readonly Token[]): WrittenLabel | undefined {
  const inline = tokens.findLast((token) => token.type === "inline");
  const last = inline?.children?.at(-1);
  if (!inline || last?.type !== "text" || !(inline.meta as WrittenLabels).endsWithLabel) return undefined;
  const taken = splitLabel(last.content);
  if (taken) last.content = taken.before;
  return taken?.label;
}

/** A text that ends with a label, in two. */
export function splitLabel(text: string): { before: string; label: WrittenLabel } | undefined {
  const match = labelAtEnd.exec(text);
  return match ? { before: text.slice(0, match.index).trimEnd(), label: readBraces(match[0].trimEnd()) } : undefined;
}

/** The label that is all there is of a text. */
export function readLabelAlone(text: string): WrittenLabel | undefined {
  return labelAlone.test(text.trim()) ? readBraces(text.trim()) : undefined;
}

/** The parts of `{#label}`, `{p. page}` or `{#label p. page}`. */
function readBraces(braces: string): WrittenLabel {
  const inside = braces.slice(1, -1);
  if (!inside.startsWith("#")) return { braces, page: inside.startsWith("p.") ? inside.slice(2).trim() : inside };
  const [, label = "", page] = /^#(.*?)(?:\s+p\.(.*))?$/.exec(inside) ?? [];
  return { braces, label, ...(page !== undefined && { page: page.trim() }) };
}

function labelText(token: Token): string {
  if (token.type === "text") return token.content;
  if (token.type === "text_special") return token.content === "{" ? escapedBrace : token.content;
  return "\n";
}
