import { Element, Text, type ParentNode } from "domhandler";
import { collapseWhiteSpace } from "../core/text/normal-form.ts";
import type { Counters, Marker } from "./docx-counters.ts";
import { valueOf } from "./docx-numbering.ts";
import type { Styles } from "./docx-styles.ts";
import type { Dropped, ImportedBlock } from "./imported-document.ts";
import { charactersOf, childOf, childrenOf } from "./xml.ts";

/** Private characters that enclose what was noted of a paragraph; documents that hold them lose them. */
const open = "\uE0F0";
const close = "\uE0F1";
const strayMarks = /[\uE0F0\uE0F1]/g;
const mark = /^\s*\uE0F0(\d+)\uE0F1/;

/** What was noted of a paragraph, by the number of its mark. */
export type Noted = { readonly kind: "title" } | ({ readonly kind: "marker" } & Marker);

/**
 * Write what the converter to HTML would lose into the paragraphs themselves, as a mark
 * before their words: their numbers as Word counts them, and which of them is the title.
 * Hidden text is taken out.
 */
export function markParagraphs(
  body: ParentNode,
  styles: Styles,
  counters: Counters,
): { noted: Noted[]; dropped: Dropped[] } {
  const noted: Noted[] = [];
  const dropped: Dropped[] = [];
  const walk = (parent: ParentNode): void => {
    for (const element of childrenOf(parent)) {
      // A drawing has its words twice; those for old programs are the ones that are read.
      if (element.name === "mc:Choice") continue;
      if (element.name === "w:t") clean(element);
      if (isHidden(element)) {
        const text = collapseWhiteSpace(charactersOf(element));
        if (text !== "") dropped.push({ what: "hidden text", text });
        element.children = [];
      }
      const found = element.name === "w:p" ? noteOf(element, styles, counters) : undefined;
      const index = noted.length;
      if (found) noted.push(found);
      walk(element);
      if (found) insertMark(element, index);
    }
  };
  walk(body);
  return { noted, dropped };
}

/** Take the marks off again, and make of each block what was noted of it. */
export function applyMarks(
  block: ImportedBlock,
  noted: readonly Noted[],
): ImportedBlock | { kind: "title"; text: string } {
  if (block.kind === "table")
    return { ...block, rows: block.rows.map((row) => row.map((cell) => cellText(cell, noted))) };
  const note = noted[Number(mark.exec(block.text)?.[1])];
  const text = block.text.replace(mark, "").trim();
  if (!note) return { ...block, text };
  if (note.kind === "title") return { kind: "title", text };
  if (block.kind === "heading") return { ...block, text: note.text === "•" ? text : `${note.text} ${text}`.trim() };
  if (note.text === "") return { ...block, text };
  return {
    kind: "item",
    marker: note.text,
    depth: note.depth,
    text,
    ...(note.label !== undefined && { label: note.label }),
    ...(!note.isCertain && { uncertain: "its number is written otherwise in the document" }),
  };
}

function cellText(text: string, noted: readonly Noted[]): string {
  return text.replace(/\uE0F0(\d+)\uE0F1/g, (_, index: string) => {
    const note = noted[Number(index)];
    return note?.kind === "marker" && note.text !== "" ? `${note.text} ` : "";
  });
}

function noteOf(paragraph: Element, styles: Styles, counters: Counters): Noted | undefined {
  const properties = childOf(paragraph, "w:pPr");
  const style = valueOf(properties, "w:pStyle") ?? "";
  if (styles.isTitle(style)) return { kind: "title" };
  const own = childOf(properties, "w:numPr");
  const fromStyle = styles.numbering(style);
  const list = valueOf(own, "w:numId") ?? fromStyle?.list;
  if (own && properties) properties.children = properties.children.filter((child) => child !== own);
  if (list === undefined || list === "0") return undefined;
  const depth = valueOf(own, "w:ilvl") ?? fromStyle?.depth;
  const marker = counters.next(list, depth === undefined ? { style: fromStyle?.style ?? style } : Number(depth));
  return marker && { kind: "marker", ...marker };
}

function insertMark(paragraph: Element, index: number): void {
  const text = new Element("w:t", { "xml:space": "preserve" }, [new Text(`${open}${index}${close}`)]);
  const run = new Element("w:r", {}, [text]);
  text.parent = run;
  run.parent = paragraph;
  const past = paragraph.children.findIndex((child) => "name" in child && child.name === "w:pPr") + 1;
  paragraph.children.splice(past, 0, run);
}

function clean(element: Element): void {
  for (const child of element.children) if (child instanceof Text) child.data = child.data.replace(strayMarks, "");
}

function isHidden(element: Element): boolean {
  if (element.name !== "w:r") return false;
  const vanish = childOf(childOf(element, "w:rPr"), "w:vanish");
  return vanish !== undefined && !["0", "false", "off"].includes(vanish.attribs["w:val"] ?? "");
}
