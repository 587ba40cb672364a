import type { Locator, Page } from "playwright-core";
import { elementsOf, inside, type HtmlElement } from "../support/html-page.ts";

/** A citation as a reader finds it on a page: its mark, its note, and where the note leads. */
export interface CitationOnPage {
  /** Id of the mark in the text. */
  readonly id: string;
  /** The number that the mark shows. */
  readonly note: number;
  readonly toNote: string;
  readonly paragraphs: readonly { readonly href: string; readonly label: string }[];
  readonly backlinks: readonly string[];
}

/** The marks on a page whose notes name a source; an author's own footnotes name none. */
export function findCitations(html: string): CitationOnPage[] {
  const elements = elementsOf(html);
  const notes = new Map(
    elements
      .filter((element) => hasClass(element, "note"))
      .map((note) => [`#${note.attributes.id ?? ""}`, inside(elements, note)]),
  );
  return elements.flatMap((mark) => {
    if (mark.attributes.role !== "doc-noteref") return [];
    const toNote = mark.attributes.href ?? "";
    const note = notes.get(toNote) ?? [];
    if (note.length > 0 && !note.some((element) => hasClass(element, "note-source"))) return [];
    const links = inside(
      note,
      note.find((element) => hasClass(element, "pinpoint")),
    );
    return [
      {
        id: mark.attributes.id ?? "",
        note: Number(mark.text),
        toNote,
        paragraphs: links.flatMap(({ attributes: { href }, text }) => (href ? [{ href, label: text }] : [])),
        backlinks: note.flatMap(({ attributes: { role, href } }) => (role === "doc-backlink" ? [href ?? ""] : [])),
      },
    ];
  });
}

/** Which element the address names, and whether a reader sees the beginning of it. */
export async function lookAtTarget(page: Page): Promise<{ id: string | null; seen: boolean }> {
  const target = page.locator(":target");
  const [id, seen] = await Promise.all([target.getAttribute("id"), isSeen(page, target)]);
  return { id, seen };
}

/** What a reader sees who has come from a note to a paragraph. */
export async function lookAtArrival(page: Page) {
  const notice = page.locator(".arrival:target");
  const paragraph = page.locator(".paragraph:has(.arrival:target)");
  const [words, noticeSeen, textSeen, label, background, backHref] = await Promise.all([
    notice.innerText(),
    isSeen(page, notice),
    isSeen(page, paragraph.locator(".text")),
    paragraph.locator(".label").innerText(),
    backgroundOf(paragraph),
    notice.locator("a").getAttribute("href"),
  ]);
  return { words, noticeSeen, textSeen, label, background, backHref: backHref ?? "" };
}

/** In the page, not here: these tests are compiled without the browser's types. */
declare const getComputedStyle: (element: unknown) => { readonly backgroundColor: string };

export function backgroundOf(element: Locator): Promise<string> {
  return element.evaluate((shown) => getComputedStyle(shown).backgroundColor);
}

/** Whether an element has a size and its top stands in the window. */
async function isSeen(page: Page, element: Locator): Promise<boolean> {
  const box = await element.boundingBox();
  const height = page.viewportSize()?.height ?? 0;
  return box !== null && box.width > 0 && box.height > 0 && box.y >= 0 && box.y < height;
}

function hasClass({ attributes }: HtmlElement, name: string): boolean {
  return (attributes.class ?? "").split(" ").includes(name);
}
