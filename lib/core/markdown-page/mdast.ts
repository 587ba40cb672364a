import type { BlockContent, Heading, Link, List, ListItem, Paragraph, PhrasingContent, Root, RootContent } from "mdast";
import { gfmToMarkdown } from "mdast-util-gfm";
import { toMarkdown, type Options } from "mdast-util-to-markdown";
import { plainHandlers } from "./plain-phrasing.ts";

/** Nodes of Markdown (mdast). What a text says is escaped when they are written: it never becomes mark-up. */

export function text(value: string): PhrasingContent {
  return { type: "text", value: /[^\S ]| {2}/.test(value) ? value.replace(/\s+/g, " ") : value };
}

export function strong(value: string): PhrasingContent {
  return { type: "strong", children: [text(value)] };
}

export function emphasis(value: string): PhrasingContent {
  return { type: "emphasis", children: [text(value)] };
}

export function link(url: string, ...children: PhrasingContent[]): Link {
  return { type: "link", url, children };
}

export function paragraph(...children: PhrasingContent[]): Paragraph {
  return { type: "paragraph", children };
}

export function heading(depth: number, ...children: PhrasingContent[]): Heading {
  return { type: "heading", depth: Math.min(Math.max(depth, 1), 6) as Heading["depth"], children };
}

export function quote(...children: BlockContent[]): BlockContent {
  return { type: "blockquote", children };
}

/** A list with bullets, one paragraph an item. */
export function bullets(items: readonly (readonly PhrasingContent[])[]): List {
  const children = items.map((item): ListItem => ({ type: "listItem", spread: false, children: [paragraph(...item)] }));
  return { type: "list", ordered: false, spread: false, children };
}

/** A table; the first row is its head. */
export function table(rows: readonly (readonly PhrasingContent[][])[]): BlockContent {
  return {
    type: "table",
    children: rows.map((row) => ({
      type: "tableRow",
      children: row.map((children) => ({ type: "tableCell", children })),
    })),
  };
}

/** With something between each two of several pieces. */
export function joined(pieces: readonly (readonly PhrasingContent[])[], separator: string): PhrasingContent[] {
  return pieces.filter((one) => one.length > 0).flatMap((one, at) => (at === 0 ? [...one] : [text(separator), ...one]));
}

/** As a file: CommonMark with tables and footnotes as GitHub has them. */
export function writeMarkdown(children: readonly RootContent[]): string {
  const root: Root = { type: "root", children: [...children] };
  return toMarkdown(root, options);
}

/** Made once: the patterns in it are compiled when they are first looked for. */
const options = {
  extensions: [gfmToMarkdown({ tablePipeAlign: false })],
  bullet: "-",
  listItemIndent: "one",
  resourceLink: true,
  rule: "-",
  handlers: plainHandlers,
} as const satisfies Options;
