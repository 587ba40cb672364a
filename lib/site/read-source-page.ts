import type { ArrivalFacts, ParagraphFacts, SourcePage } from "../core/verify/built-site.ts";
import { hasClass, PageText, type PageElement } from "./page-text.ts";
import { isDiverted, strangeMarkup } from "./strange-markup.ts";

/** The facts of a source's page, as `layouts/components/paragraph.njk` makes them. */
export function readSourcePage(html: string): SourcePage {
  const page = new PageText(html);
  const paragraphs: ParagraphFacts[] = [];
  let position = 0;
  for (const element of page.elements) {
    if (hasClass(element, "gap")) position += 1;
    if (!hasClass(element, "paragraph")) continue;
    position += 1;
    paragraphs.push({ ...paragraphOf(page, element), index: paragraphs.length, position });
  }
  const byId = new Map<string, ParagraphFacts>();
  const arrivals = new Map<string, ParagraphFacts>();
  for (const paragraph of paragraphs) {
    if (!byId.has(paragraph.id)) byId.set(paragraph.id, paragraph);
    for (const { id } of paragraph.arrivals) if (!arrivals.has(id)) arrivals.set(id, paragraph);
  }
  return { ids: page.idCounts(), isDiverted: isDiverted(page), paragraphs, byId, arrivals };
}

function paragraphOf(page: PageText, element: PageElement): Omit<ParagraphFacts, "index" | "position"> {
  const children = page.childrenOf(element);
  const arrivals = children
    .filter((child) => hasClass(child, "arrival"))
    .map((child): ArrivalFacts => {
      const links = page.inside(child).flatMap(({ attributes }) => attributes.href ?? []);
      return { id: child.attributes.id ?? "", links };
    });
  const id = element.attributes.id ?? "";
  const citing = page
    .inside(element)
    .filter(({ name, parent }) => name === "a" && hasClass(page.elements[parent] ?? element, "citing-sentence"))
    .map((link) => ({ href: link.attributes.href ?? "", text: page.textOf(link) }));
  const label = children.find((child) => hasClass(child, "label"));
  const printed = children.find((child) => hasClass(child, "page"));
  const named = {
    id,
    label: label ? page.textOf(label).replace(/^¶/, "") : "",
    page: printed && page.textOf(page.childrenOf(printed)[0] ?? printed),
    arrivals,
    citing,
  };
  const [text, second] = children.filter((child) => hasClass(child, "text"));
  if (!text || second) return { ...named, marker: "", text: undefined, isWithheld: false, strange: undefined };
  const [first, ...rest] = page.childrenOf(text);
  // Only the sign that stands before all words is none of them.
  const marker = first && hasClass(first, "marker") && first.start === text.start ? first : undefined;
  const content = marker ? rest : first ? [first, ...rest] : [];
  // What a paragraph's own words make never has this class.
  const isWithheld = content.some((child) => hasClass(child, "quiet"));
  const words = page.textOf({ start: marker?.end ?? text.start, end: text.end });
  const only = content.length === 1 && page.textOf(content[0] ?? text) === words.trim();
  return {
    ...named,
    marker: marker ? page.textOf(marker) : "",
    text: isWithheld ? undefined : words,
    isWithheld: isWithheld && only,
    strange: strangeMarkup(page, text) ?? strangeBeside(page, element, children),
  };
}

const parts = ["former-address", "arrival", "label", "page", "original-place", "paragraph-notice", "text", "cited-by"];

/** Words or elements that a reader would take for a part of the paragraph. */
function strangeBeside(page: PageText, element: PageElement, children: readonly PageElement[]): string | undefined {
  const other = children.find((child) => !parts.some((name) => hasClass(child, name)));
  if (other) return `<${other.name}> beside them`;
  const ends = [element.start, ...children.map(({ end }) => end)];
  const starts = [...children.map(({ start }) => start), element.end];
  const between = ends.map((start, index) => page.textOf({ start, end: starts[index] ?? start })).join("");
  return between.trim() === "" ? undefined : "words beside them";
}
