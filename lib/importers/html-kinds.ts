import type { HtmlElement } from "./html-node.ts";

/** Elements that stand on lines of their own; all others run along in the text. */
export const blockNames: ReadonlySet<string> = new Set([
  "address", "article", "aside", "blockquote", "body", "caption", "center", "dd", "details", "dialog", "div", "dl", "dt",
  "fieldset", "figcaption", "figure", "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hgroup", "hr",
  "html", "legend", "li", "main", "menu", "nav", "ol", "p", "pre", "search", "section", "summary", "table", "tbody",
  "td", "tfoot", "th", "thead", "tr", "ul",
]); // prettier-ignore

/** Elements of which no word is taken, and what they are called. */
const left: ReadonlyMap<string, string> = new Map([
  ["script", "script"],
  ["style", "style sheet"],
  ["template", "template"],
  ["noscript", "text for browsers without scripts"],
  ["iframe", "embedded page"],
  ["frame", "embedded page"],
  ["object", "embedded object"],
  ["embed", "embedded object"],
  ["applet", "embedded object"],
  ["canvas", "drawing"],
  ["svg", "drawing"],
  ["img", "picture"],
  ["picture", "picture"],
  ["map", "picture"],
  ["video", "video"],
  ["audio", "audio"],
  ["button", "button"],
  ["input", "form field"],
  ["select", "form field"],
  ["textarea", "form field"],
  ["datalist", "form field"],
  ["nav", "navigation"],
  ["del", "struck-out text"],
  ["s", "struck-out text"],
  ["strike", "struck-out text"],
]);

/** Elements that are not worth a word. */
const silent: ReadonlySet<string> = new Set(["head", "link", "meta", "base", "title", "source", "track", "wbr", "rp"]);

export type Treatment = { readonly kind: "take" | "skip" } | { readonly kind: "drop"; readonly what: string };

/** Whether an element is read, passed over, or left out and said so. */
export function treatmentOf(element: HtmlElement): Treatment {
  const name = element.localName;
  if (silent.has(name)) return { kind: "skip" };
  const what =
    left.get(element.getAttribute("role") === "navigation" ? "nav" : name) ??
    (isHidden(element) ? "hidden text" : undefined);
  return what === undefined ? { kind: "take" } : { kind: "drop", what };
}

function isHidden(element: HtmlElement): boolean {
  if (element.getAttribute("hidden") !== null || element.getAttribute("aria-hidden") === "true") return true;
  return /(?:^|;)\s*(?:display\s*:\s*none|visibility\s*:\s*hidden)/i.test(element.getAttribute("style") ?? "");
}

/** What names an element that is dropped: a picture's alternative text, or the words inside. */
export function wordsOf(element: HtmlElement): string {
  if (element.localName === "script" || element.localName === "style") return "";
  const image = element.localName === "picture" ? element.querySelector("img") : element;
  const words = image?.getAttribute("alt") ?? element.textContent ?? "";
  return words.replace(/\s+/g, " ").trim();
}
