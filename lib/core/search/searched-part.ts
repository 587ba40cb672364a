/** Where a page is searched: with the briefs, or with the sources. */
export type Bundle = "briefs" | "sources";

/** What of a page is searched, as a small page of its own. */
export interface SearchedPart {
  readonly bundle: Bundle;
  readonly html: string;
}

/** A page says by this attribute that it is searched, and which part of it. */
export const mark = "data-pagefind-body";
const marked = /<[a-z][^<>]*\sdata-pagefind-body[\s=>]/i;

/** The part of Pincite's own pages. */
const article = /<article class="(brief|source)" data-pagefind-body[^>]*>/;

/** They stand between words, and would part the words of a phrase. */
const noteMark = /\sclass="(?:[^"]* )?noteref(?:-separator)?[ "]/;

const ignored = /\sdata-pagefind-ignore(?:="([^"]*)")?[\s>/]/;

/** What is said to Pagefind, and counts wherever it stands. */
const saying = /\sdata-pagefind-(?!body|ignore)/;

/** What the index looks at: names of places, and what is said to Pagefind, with what that refers to. */
const keptAttribute = /\s(?:id|alt|src|data-value|data-pagefind-[a-z-]+)(?:="[^"]*")?(?=[\s>/])/g;

/**
 * Cut a finished page down to what is searched in it, for the index to be made of that
 * alone: without its frame, the marks of notes, who cites it, and what its elements look like.
 *
 * A page that is not Pincite's is taken as it is.
 *
 * @param html as it is published; well-formed, with `>` escaped in attributes and texts, where it is Pincite's.
 * @returns undefined for a page that is not searched.
 */
export function searchedPart(html: string): SearchedPart | undefined {
  if (!html.includes(mark)) return undefined;
  const found = article.exec(html);
  if (!found) return marked.test(html) ? { bundle: "briefs", html } : undefined;
  const language = /<html[^>]*\slang="([^"]*)"/.exec(html)?.[1] ?? "";
  const end = endOf("article", html, found.index + found[0].length);
  const body = cut(html, found.index, end);
  return {
    bundle: found[1] === "source" ? "sources" : "briefs",
    html: `<html lang="${language}"><body>${body}</body></html>`,
  };
}

/** The elements between two places of a text, without those that are not searched. */
function cut(html: string, from: number, to: number): string {
  const tag = /<(\/?)([a-z][a-z0-9-]*)([^>]*)>/g;
  tag.lastIndex = from;
  let kept = "";
  let at = from;
  for (let found = tag.exec(html); found && found.index < to; found = tag.exec(html)) {
    const [whole, slash = "", name = "", attributes = ""] = found;
    kept += html.slice(at, found.index);
    at = tag.lastIndex;
    if (slash !== "") kept += whole;
    else {
      const isIgnored = ignored.exec(whole);
      if (isIgnored || noteMark.test(whole)) {
        const end = endOf(name, html, at);
        const inside = html.slice(at, end);
        // Unless all of it is ignored.
        if (isIgnored?.[1] !== "all" && saying.test(inside)) kept += whole + inside;
        at = tag.lastIndex = end;
      } else kept += `<${name}${attributes === "" ? "" : (whole.match(keptAttribute)?.join("") ?? "")}>`;
    }
  }
  return kept + html.slice(at, to);
}

const empty = new Set("area base br col embed hr img input link meta source track wbr".split(" "));

/** Where an element ends that begins before a place: behind its end tag. */
function endOf(name: string, html: string, from: number): number {
  if (empty.has(name)) return from;
  const tag = new RegExp(`<(/?)${name}(?=[\\s>/])[^>]*>`, "g");
  tag.lastIndex = from;
  let depth = 1;
  for (let found = tag.exec(html); found; found = tag.exec(html)) {
    depth += found[1] === "/" ? -1 : 1;
    if (depth === 0) return tag.lastIndex;
  }
  return html.length;
}
