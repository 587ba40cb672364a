import { textOfBlock } from "./block-text.ts";
import type { HtmlDocument } from "./html-node.ts";
import type { Dropped, ImportedBlock } from "./imported-document.ts";

/** A main part with less of the page's text than this is a teaser, or empty until a script fills it. */
const leastShare = 0.4;

/** The HTML of the part that a page itself calls its main one; undefined when it names none, or several. */
export function findMain(document: HtmlDocument): string | undefined {
  const parts = Array.from(document.querySelectorAll("main, [role=main]"));
  const [main] = parts;
  if (!main || parts.length > 1) return undefined;
  const all = lettersOf(document.querySelector("body")?.textContent);
  return lettersOf(main.textContent) >= all * leastShare ? main.outerHTML : undefined;
}

/** What stands on the page besides its main part. */
export function textAround(page: readonly ImportedBlock[], main: readonly ImportedBlock[]): Dropped[] {
  const counts = new Map<string, number>();
  for (const text of main.map(textOfBlock)) counts.set(text, (counts.get(text) ?? 0) + 1);
  return page.map(textOfBlock).flatMap((text) => {
    const count = counts.get(text) ?? 0;
    counts.set(text, count - 1);
    return count > 0 ? [] : [{ what: "text beside the article", text }];
  });
}

function lettersOf(text: string | null | undefined): number {
  return (text ?? "").replace(/\s+/g, "").length;
}
