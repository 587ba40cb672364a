import type { Nodes, Root } from "mdast";
import { fromMarkdown } from "mdast-util-from-markdown";
import { gfmFromMarkdown } from "mdast-util-gfm";
import { gfm } from "micromark-extension-gfm";

/** A file of Markdown as a reader of it sees it: CommonMark with what GitHub adds. */
export function readMarkdown(content: string): Root {
  return fromMarkdown(content, { extensions: [gfm()], mdastExtensions: [gfmFromMarkdown()] });
}

/** All nodes of a type, in order. */
export function nodesOf<Type extends Nodes["type"]>(node: Nodes, type: Type): Extract<Nodes, { type: Type }>[] {
  const own = node.type === type ? [node as Extract<Nodes, { type: Type }>] : [];
  const children: readonly Nodes[] = "children" in node ? node.children : [];
  return [...own, ...children.flatMap((child) => nodesOf(child, type))];
}

/** The words in it, addresses left out. */
export function wordsOf(node: Nodes): string {
  if (node.type === "text" || node.type === "inlineCode" || node.type === "code") return node.value;
  const children: readonly Nodes[] = "children" in node ? node.children : [];
  const isInline = ["paragraph", "heading", "link", "emphasis", "strong", "delete", "tableCell"].includes(node.type);
  return children.map(wordsOf).join(isInline ? "" : "\n");
}
