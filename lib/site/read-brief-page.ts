import type { BriefPage, MovedFacts, NoteFacts, PinpointFacts, TransclusionFacts } from "../core/verify/built-site.ts";
import { hasClass, PageText, type PageElement } from "./page-text.ts";
import { isMark, readMarks } from "./read-marks.ts";
import { isDiverted, strangeMarkup } from "./strange-markup.ts";

/** The facts of a brief's page, as `layouts/brief.njk` and its components make them. */
export function readBriefPage(html: string): BriefPage {
  const page = new PageText(html);
  const { elements } = page;
  return {
    ids: page.idCounts(),
    evidence: elements.find(({ attributes }) => attributes.type === "application/ld+json")?.attributes.href,
    isDiverted: isDiverted(page),
    moved: movedOf(page),
    notes: elements
      .filter((element) => element.name === "li" && hasClass(element, "note"))
      .map((element) => noteOf(page, element)),
    marks: readMarks(page),
    transclusions: elements
      .filter((element) => element.name === "figure" && page.isWithin(element, "quotation"))
      .map((figure) => transclusionOf(page, figure)),
  };
}

/** As `layouts/moved.njk` makes it. */
function movedOf(page: PageText): MovedFacts | undefined {
  const { elements } = page;
  if (!elements.some((one) => one.name === "main" && hasClass(one, "moved-page"))) return undefined;
  const list = elements.find((one) => hasClass(one, "moved-places"));
  return {
    href: leadsTo(elements),
    places: (list ? page.childrenOf(list) : []).map((place) => ({
      id: place.attributes.id ?? "",
      hrefs: page.inside(place).flatMap(({ attributes }) => attributes.href ?? []),
    })),
  };
}

/** Where its script goes on to; nowhere when search engines are sent elsewhere. */
function leadsTo(elements: readonly PageElement[]): string {
  const to = elements.find(({ attributes }) => attributes["data-to"] !== undefined)?.attributes["data-to"] ?? "";
  const canonical = elements.find(({ attributes }) => attributes.rel === "canonical")?.attributes.href ?? "";
  return canonical === to || canonical.replace(/^https?:\/\/[^/]+/i, "") === to ? to : "";
}

function noteOf(page: PageText, element: PageElement): NoteFacts {
  const all = page.inside(element);
  const withClass = (name: string) => all.filter((one) => hasClass(one, name));
  const shown = withClass("note-words");
  const [sentence] = withClass("note-sentence");
  const [words, more] = shown.filter((one) => one !== sentence);
  const quoted =
    words && hasClass(words, "is-quotation") ? page.inside(words).find(({ name }) => name === "q") : undefined;
  return {
    id: element.attributes.id ?? "",
    pinpoint: withClass("pinpoint").flatMap((pinpoint) => pinpointOf(page, pinpoint)),
    pages: withClass("note-page").map((one) => page.textOf(one))[0],
    relation: relationOf(withClass("relation")),
    quotation: quoted && page.textOf(quoted),
    sentence: sentence && {
      text: page.textOf(sentence),
      quoted: page.childrenOf(sentence).map((part) => page.textOf(part)),
    },
    opening: words && !quoted ? page.textOf(words) : undefined,
    fingerprints: withClass("note-proof").flatMap((proof) =>
      page.inside(proof).flatMap((one) => (one.name === "code" ? [page.textOf(one)] : [])),
    ),
    backlinks: all
      .filter(({ attributes }) => attributes.role === "doc-backlink")
      .map(({ attributes }) => attributes.href ?? ""),
    strange:
      shown.map((one) => strangeMarkup(page, one)).find((found) => found !== undefined) ??
      (more || (quoted && page.textOf(quoted) !== page.textOf(words ?? quoted))
        ? "other words beside them"
        : undefined),
  };
}

/** Which relation a note names, most notes none; several are none of those recorded. */
function relationOf(elements: readonly PageElement[]): string {
  const classes = elements.flatMap(({ attributes }) => (attributes.class ?? "").split(/\s+/));
  const names = classes.flatMap((name) => (name.startsWith("relation-") ? name.slice("relation-".length) : []));
  return names.join(" ") || "supports";
}

/** The links of a pinpoint: a dash between two makes them one range. */
function pinpointOf(page: PageText, element: PageElement): PinpointFacts[] {
  const parts: PinpointFacts[] = [];
  let end = element.start;
  for (const link of page.inside(element).filter(({ name }) => name === "a")) {
    const href = link.attributes.href ?? "";
    const before = parts.at(-1);
    const isLast = page.textOf({ start: end, end: link.start }).trim() === "–";
    if (isLast && before) parts[parts.length - 1] = { ...before, to: href };
    else parts.push({ from: href });
    end = link.end;
  }
  return parts;
}

function transclusionOf(page: PageText, figure: PageElement): TransclusionFacts {
  const children = page.childrenOf(figure);
  const quotations = children.filter(({ name }) => name === "blockquote");
  const other = children.find(({ name }) => name !== "blockquote" && name !== "figcaption");
  const marks = page.inside(figure).filter(isMark);
  return {
    marks: marks.map(({ attributes }) => attributes.id ?? ""),
    text: quotations.map((quotation) => page.textOf(quotation)).join("\n"),
    strange:
      quotations.map((quotation) => strangeMarkup(page, quotation)).find((found) => found !== undefined) ??
      (other && `<${other.name}> beside them`),
  };
}
