import { hasClass, type PageElement, type PageText } from "./page-text.ts";

/** Elements that words of a source are made of, on any page. What strikes or hides words is none of them. */
const names: ReadonlySet<string> = new Set(
  "a blockquote br code div em h1 h2 h3 h4 h5 h6 hr li mark ol p pre q span strong table tbody td th thead tr ul".split(
    " ",
  ),
);
const attributes: ReadonlySet<string> = new Set(
  "class data-pagefind-ignore dir href id lang rel start tabindex title".split(" "),
);
/** Elements around words that keep a reader from them. */
const closed: ReadonlySet<string> = new Set(["details", "dialog", "noscript", "template", "textarea"]);

/**
 * Markup by which words that are compared as text may read otherwise, or not at all: the
 * first of its kind in an element, its own, or around it. A clause such as `<del>` or
 * `<p hidden>`; undefined where there is none.
 */
export function strangeMarkup(page: PageText, element: PageElement): string | undefined {
  for (const one of [element, ...page.inside(element)]) {
    const found = strangeness(one);
    if (found !== undefined) return found;
  }
  for (let at = page.elements[element.parent]; at; at = page.elements[at.parent]) {
    const hiding = closed.has(at.name) ? "" : Object.keys(at.attributes).find((name) => hides(name));
    if (hiding !== undefined) return describe(at, hiding);
  }
  return undefined;
}

/** Whether a page sends its readers, or its links, elsewhere than its addresses say. */
export function isDiverted({ elements }: PageText): boolean {
  return elements.some(
    ({ name, attributes }) => name === "base" || (name === "meta" && /^refresh$/i.test(attributes["http-equiv"] ?? "")),
  );
}

function strangeness(one: PageElement): string | undefined {
  if (!names.has(one.name)) return describe(one);
  if (hasClass(one, "visually-hidden")) return describe(one, "class");
  const strange = Object.keys(one.attributes).find((name) => !attributes.has(name));
  return strange === undefined ? undefined : describe(one, strange);
}

function hides(attribute: string): boolean {
  return attribute === "hidden" || attribute === "style";
}

function describe({ name }: PageElement, attribute = ""): string {
  return attribute === "" ? `<${name}>` : `<${name} ${attribute}>`;
}
