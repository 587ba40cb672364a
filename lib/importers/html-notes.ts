import type { HtmlDocument, HtmlElement } from "./html-node.ts";

/** Footnotes of a page: the elements that hold their words, in the order of their marks. */
export interface HtmlNotes {
  readonly notes: readonly HtmlElement[];
  /** Links that are the marks, and those that lead back from a note. */
  readonly marks: ReadonlySet<HtmlElement>;
}

const noteHolders =
  "[role=doc-footnote], [role=doc-endnote], .footnotes li, .footnote-item, ol.references > li, li[id^=fn], li[id^=cite_note]";
const holder = "li, p, dd, aside, td, div";
/** A mark: a number, a letter or a sign, in brackets or not. */
const markText = /^[[(]?\s*(?:\d{1,4}|[a-z]|[*†‡§]{1,3})\s*[\])]?$/i;
const backText = /^(?:[↩↑^⤴⏎]\uFE0E?\d*|back|return)$/iu;

export function findNotes(document: HtmlDocument): HtmlNotes {
  const notes = new Set<HtmlElement>();
  const marks = new Set<HtmlElement>();
  const known = new Set(Array.from(document.querySelectorAll(noteHolders)));
  for (const link of Array.from(document.querySelectorAll('a[href^="#"]'))) {
    const text = (link.textContent ?? "").trim();
    const isMark = link.getAttribute("role") === "doc-noteref" || link.closest("sup") !== null || markText.test(text);
    if (!isMark || !markText.test(text) || link.closest(noteHolders)) continue;
    const target = document.getElementById(decode(link.getAttribute("href")?.slice(1) ?? ""));
    const note = target && (known.has(target) ? target : (target.closest(noteHolders) ?? target.closest(holder)));
    // A number that leads to a place above or around it is a cross-reference.
    if (!note || contains(note, link) || (note.textContent ?? "").trim() === text) continue;
    if (!known.has(note) && !link.closest("sup")) continue;
    notes.add(note);
    marks.add(link);
  }
  for (const note of notes)
    for (const link of Array.from(note.querySelectorAll('a[href^="#"]')))
      if (link.getAttribute("role") === "doc-backlink" || backText.test((link.textContent ?? "").trim()))
        marks.add(link);
  return { notes: [...notes], marks };
}

function contains(outer: HtmlElement, inner: HtmlElement): boolean {
  for (let at: unknown = inner; at; at = (at as HtmlElement).parentNode) if (at === outer) return true;
  return false;
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
