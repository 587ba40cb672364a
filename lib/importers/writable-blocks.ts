import { readPageNumber } from "../core/source/page-locator.ts";
import { cleanText, withoutInvisible } from "../core/text/invisible.ts";
import { collapseWhiteSpace } from "../core/text/normal-form.ts";
import type { Dropped, ImportedBlock } from "./imported-document.ts";

/** Blocks as a source can hold them, and what of the document it cannot. */
export interface WritableBlocks {
  readonly blocks: readonly ImportedBlock[];
  readonly dropped: readonly Dropped[];
}

/**
 * Make blocks such as a source's text gives back exactly: white space collapsed, without
 * control characters, direction marks and byte order marks, without blocks that show
 * nothing. A list item whose sign is neither a bullet nor a number has it in its text; a page
 * that is none is dropped and said.
 */
export function makeWritable(blocks: readonly ImportedBlock[]): WritableBlocks {
  const dropped: Dropped[] = [];
  let characters = 0;
  const clean = (text: string, keepLines = false) => {
    const kept = cleanText(keepLines ? text.replace(/\r\n?/g, "\n") : collapseWhiteSpace(text)).replace(/\uFEFF/g, "");
    characters += text.length - kept.length > 0 && /[^\s]/u.test(removedFrom(text)) ? removedFrom(text).length : 0;
    return keepLines ? kept : collapseWhiteSpace(kept);
  };
  const pages = blocks.map((block) => withPage(block, dropped));
  const written = pages.flatMap((block): ImportedBlock[] => {
    if (block.kind === "table") {
      const rows = block.rows.map((row) => row.map((cell) => clean(cell)));
      const width = Math.max(0, ...rows.map((row) => row.length));
      const filled = rows.map((row) => [...row, ...Array.from({ length: width - row.length }, () => "")]);
      return shows(filled.flat().join("")) ? [{ ...block, rows: filled }] : [];
    }
    const text = clean(block.text, block.kind === "code");
    if (!shows(text)) {
      if (text.trim() !== "") dropped.push({ what: "block of invisible characters", text: "" });
      return [];
    }
    if (block.kind !== "item") return [{ ...block, text }];
    const marker = clean(block.marker);
    if (marker === "•" || /^[-*+–—◦▪·]?$/.test(marker)) return [{ ...block, text, marker: "•" }];
    const number = /^\(?(\d{1,9})[.)]?$/.exec(marker)?.[1];
    return number === undefined
      ? [{ ...block, text: `${marker} ${text}`, marker: "•" }]
      : [{ ...block, text, marker: `${Number(number)}.` }];
  });
  if (characters > 0) dropped.push({ what: "invisible control characters", text: String(characters) });
  return { blocks: written, dropped };
}

function withPage(block: ImportedBlock, dropped: Dropped[]): ImportedBlock {
  if (block.kind === "heading" || block.page === undefined) return block;
  const { page: given, sheet, ...rest } = block;
  const page = readPageNumber(given.trim());
  if (page !== undefined) return { ...rest, page, ...(sheet !== undefined && String(sheet) !== page && { sheet }) };
  dropped.push({ what: "page that cannot be written", text: given });
  return rest;
}

function shows(text: string): boolean {
  return withoutInvisible(text).trim() !== "";
}

/** The characters of a text that no source holds. */
function removedFrom(text: string): string {
  return Array.from(text)
    .filter((one) => !/\s|\u0085/.test(one) || one === "\uFEFF")
    .filter((one) => cleanText(one) === "" || one === "\uFEFF")
    .join("");
}
