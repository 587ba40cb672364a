import type { Paragraph, PhrasingContent, Text } from "mdast";
import { defaultHandlers, type Handle, type Info } from "mdast-util-to-markdown";
import { isPlain, isPlainWithin } from "./plain-text.ts";

declare module "mdast" {
  interface PhrasingContentMap {
    /** Words that are Markdown already. */
    written: Written;
  }
  interface RootContentMap {
    written: Written;
  }
}

interface Written {
  readonly type: "written";
  readonly value: string;
}

/** What a handler is given beside the node. */
type HandleRest = Parameters<Handle> extends [unknown, ...infer Rest] ? Rest : never;

/**
 * Handlers that write phrasing as `mdast-util-to-markdown` does. The library looks for some
 * forty patterns in each piece of text, and twice: once to know how the piece before it may
 * end. Here what is plain, with the links, emphasis and note marks in it, is written as it is.
 */
export const plainHandlers = {
  paragraph: (node: Paragraph, ...rest: HandleRest): string => {
    const [, , info] = rest;
    const children = withPlainJoined(node.children);
    const [only] = children;
    if (children.length === 1 && only?.type === "written") return withinLine(only.value, info);
    return defaultHandlers.paragraph({ type: "paragraph", children }, ...rest);
  },
  text: Object.assign(writeText, {
    peek: (node: Text, ...rest: HandleRest): string =>
      isPlain(node.value) ? node.value.charAt(0) : defaultHandlers.text(node, ...rest),
  }),
  written: Object.assign(({ value }: Written, ...[, , info]: HandleRest): string => withinLine(value, info), {
    peek: ({ value }: Written): string => value.charAt(0),
  }),
};

function writeText(node: Text, ...rest: HandleRest): string {
  const { value } = node;
  const [, , info] = rest;
  const isIndented = value.startsWith(" ") && /[\r\n]$/.test(info.before);
  return isPlain(value) && !isIndented ? withinLine(value, info) : defaultHandlers.text(node, ...rest);
}

/** At the end of a line a space would be lost. */
function withinLine(value: string, { after }: Pick<Info, "after">): string {
  return value.endsWith(" ") && /^[\r\n]/.test(after) ? `${value.slice(0, -1)}&#x20;` : value;
}

/** The same phrasing; what is plain stands in it as one piece. @param before the sign before it, such as a line break. */
function withPlainJoined(children: readonly PhrasingContent[], before = "\n"): PhrasingContent[] {
  const joined: PhrasingContent[] = [];
  let run = "";
  const endRun = () => {
    if (run !== "") joined.push({ type: "written", value: run });
    run = "";
  };
  children.forEach((child, index) => {
    const piece = writePlain(child, index === 0 ? before : run.slice(-1), children[index + 1]);
    if (piece === undefined) {
      endRun();
      joined.push(child);
    } else run += piece;
  });
  endRun();
  return joined;
}

/** An address in which nothing ends a link or is a character reference. */
const plainAddress = /^[\w/:#.%?=+,;-]+$/;

/**
 * A piece in Markdown; undefined where that depends on more than is looked at here.
 *
 * @param before the last sign of the plain words before it, a line break at the beginning; empty behind anything else.
 */
function writePlain(node: PhrasingContent, before: string, next: PhrasingContent | undefined): string | undefined {
  switch (node.type) {
    case "text":
      return isPlainBehind(before, node.value) ? node.value : undefined;
    case "link": {
      const words = writeWhole(node.children, "[");
      return words !== undefined && plainAddress.test(node.url) ? `[${words}](${node.url})` : undefined;
    }
    case "emphasis":
      return stressed("*", node.children, before, next);
    case "strong":
      return stressed("**", node.children, before, next);
    case "footnoteReference":
      return /^\d+$/.test(node.identifier) && node.label === node.identifier ? `[^${node.identifier}]` : undefined;
    default:
      return undefined;
  }
}

function isPlainBehind(before: string, text: string): boolean {
  if (before === "" || before === "\n") return isPlain(text) && !text.startsWith(" ");
  const isStop = text.startsWith(".") && /[)\]*]/.test(before);
  return text === "." ? isStop : isPlainWithin(isStop ? text.slice(1) : text);
}

/** All of it as one plain piece. */
function writeWhole(children: readonly PhrasingContent[], before: string): string | undefined {
  const [only, ...others] = withPlainJoined(children, before);
  return only?.type === "written" && others.length === 0 ? only.value : undefined;
}

/** Signs of emphasis mean what they should around a word, between spaces or punctuation. */
function stressed(
  sign: string,
  children: readonly PhrasingContent[],
  before: string,
  next: PhrasingContent | undefined,
): string | undefined {
  const ends = next === undefined || (next.type === "text" && /^[ ,;:.)…]/.test(next.value));
  if (!ends || !/[\n ([]/.test(before)) return undefined;
  const words = writeWhole(children, sign);
  return words !== undefined && /^[\p{L}\p{N}](?:[^]*[\p{L}\p{N}])?$/u.test(words) ? sign + words + sign : undefined;
}
