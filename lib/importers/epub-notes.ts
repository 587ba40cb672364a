import { resolveName } from "./epub-package.ts";
import type { HtmlDocument, HtmlElement } from "./html-node.ts";
import { findNotes, type HtmlNotes } from "./html-notes.ts";

/** A file of an e-book. */
export interface EpubPage {
  readonly name: string;
  readonly document: HtmlDocument;
}

const holders = "li, p, dd, aside, div, section";
const markText = /^[[(]?\s*(?:\d{1,4}|[a-z]|[*†‡§]{1,3})\s*[\])]?$/i;

/**
 * The notes that each file of an e-book holds, whichever file their marks are in.
 * Notes marked as such by the e-book's own vocabulary count even where no mark leads to them.
 */
export function findEpubNotes(pages: readonly EpubPage[]): ReadonlyMap<EpubPage, HtmlNotes> {
  const byName = new Map(pages.map((page) => [page.name, page]));
  const notes = new Map(pages.map((page) => [page, new Set<HtmlElement>()]));
  const marks = new Map(pages.map((page) => [page, new Set<HtmlElement>()]));
  for (const page of pages) {
    const own = findNotes(page.document);
    for (const note of own.notes) notes.get(page)?.add(note);
    for (const mark of own.marks) marks.get(page)?.add(mark);
    for (const link of Array.from(page.document.querySelectorAll("a[href]"))) {
      if (!isMark(link)) continue;
      const href = link.getAttribute("href") ?? "";
      const target = href.startsWith("#") ? page : byName.get(resolveName(page.name, href));
      const place = target?.document.getElementById(href.replace(/^[^#]*#/, ""));
      const note = place?.closest(holders);
      if (!target || !note) continue;
      notes.get(target)?.add(note);
      marks.get(page)?.add(link);
    }
  }
  for (const page of pages) {
    for (const note of notes.get(page) ?? [])
      for (const back of Array.from(note.querySelectorAll("a[href]"))) if (isWayBack(back)) marks.get(page)?.add(back);
  }
  return new Map(
    pages.map((page) => [page, { notes: inOrder(page, notes.get(page)), marks: marks.get(page) ?? new Set() }]),
  );
}

function inOrder({ document }: EpubPage, notes: ReadonlySet<HtmlElement> | undefined): HtmlElement[] {
  return Array.from(document.querySelectorAll(holders)).filter((element) => notes?.has(element));
}

function isMark(link: HtmlElement): boolean {
  const says = `${link.getAttribute("epub:type") ?? ""} ${link.getAttribute("role") ?? ""}`;
  if (/\b(?:doc-)?noteref\b/.test(says)) return true;
  return link.closest("sup") !== null && markText.test((link.textContent ?? "").trim());
}

function isWayBack(link: HtmlElement): boolean {
  if (/\bbacklink\b/.test(`${link.getAttribute("role") ?? ""} ${link.getAttribute("epub:type") ?? ""}`)) return true;
  return /^(?:[↩↑^⤴⏎]\uFE0E?|\d{1,4}\.?)$/u.test((link.textContent ?? "").trim());
}
