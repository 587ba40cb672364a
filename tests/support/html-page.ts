import { readFileSync } from "node:fs";
import { join } from "node:path";
import { Parser } from "htmlparser2";
import { filesBelow } from "./tree.ts";

export interface HtmlElement {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  /** Text inside it and inside its children. */
  text: string;
  /** How many elements it holds; in the list of a page's elements they come directly after it. */
  descendants: number;
}

/** The pages of a built site, by file name. */
export function htmlPages(dist: string): Map<string, string> {
  const files = filesBelow(dist).filter((file) => file.endsWith(".html"));
  return new Map(files.map((file) => [file, readFileSync(join(dist, file), "utf8")]));
}

/** Every element of a page, in the order in which they begin. */
export function elementsOf(html: string): HtmlElement[] {
  const all: HtmlElement[] = [];
  const open: HtmlElement[] = [];
  const parser = new Parser({
    onopentag(name, attributes) {
      const element: HtmlElement = { name, attributes, text: "", descendants: 0 };
      for (const ancestor of open) ancestor.descendants += 1;
      all.push(element);
      open.push(element);
    },
    ontext(text) {
      for (const element of open) element.text += text;
    },
    onclosetag() {
      open.pop();
    },
  });
  parser.end(html);
  return all;
}

/** What an element holds; `all` is the list that it was found in. */
export function inside(all: readonly HtmlElement[], element: HtmlElement | undefined): HtmlElement[] {
  if (!element) return [];
  const first = all.indexOf(element) + 1;
  return all.slice(first, first + element.descendants);
}
