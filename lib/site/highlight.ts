import type { Highlighter } from "../core/brief/render-brief.ts";

/** What a highlighter may add to code: elements around it, with a class and nothing else but a place in the tab order. */
const addedTag = /<(?:pre|code|span|mark)(?: class="[\w +#-]*")?(?: tabindex="0")?>|<\/(?:pre|code|span|mark)>/g;

/**
 * A highlighter that gives safe HTML, made of one that may not.
 *
 * Eleventy's leaves code in `text`, and in languages that it does not know, unescaped. Its
 * result is therefore taken only when it is the very code, escaped, with tags of its own
 * around it; otherwise the empty string has markdown-it escape the code and colour nothing.
 */
export function checkedHighlighter(highlight: Highlighter): Highlighter {
  return (code, language) => {
    const html = highlight(code, language);
    return textOf(html) === code.replace(/\n$/, "") ? html : "";
  };
}

/** Safe HTML of a page in which every block of code can be scrolled by keyboard. */
export function withReachableCode(html: string): string {
  return html.replace(/<pre(?=[ >])(?![^>]*\stabindex=)/g, '<pre tabindex="0"');
}

/** The text of highlighted code; undefined when it holds any other tag. */
function textOf(html: string): string | undefined {
  const text = html.replace(addedTag, "");
  if (text.includes("<")) return undefined;
  return text
    .replace(/&lt;/g, "<")
    .replace(/&gt;/g, ">")
    .replace(/&quot;/g, '"')
    .replace(/&amp;/g, "&");
}
