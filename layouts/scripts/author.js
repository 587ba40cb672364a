// Helps whoever writes: on the page of a source each paragraph gets a button that copies its
// citation, and a page that is loaded again after a save stays where the reader was.
// Only previews load this script. Text is set as text: none is ever read as HTML.

import { wholeWords } from "./whole-words.js";

/**
 * The citation of one paragraph as it is typed in a brief.
 *
 * @param {string} id of the source. @param {string} label of the paragraph.
 * @param {string} words to be quoted; empty for none.
 */
export function citationShortcode(id, label, words) {
  const text = (value) => `"${value.replace(/[\\"]/g, "\\$&")}"`;
  const pinpoint = /^(?:0|[1-9]\d{0,14})$/.test(label) ? label : text(label);
  const quoted = quotable(words);
  return `{% cite ${text(id)}, ${pinpoint}${quoted === "" ? "" : `, quote=${text(quoted)}`} %}`;
}

/** Words on one line, without the invisible marks of direction that a quotation may not have. */
export function quotable(words) {
  return words
    .replace(/[\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069]/g, "")
    .replace(/\s+/g, " ")
    .trim();
}

if (typeof document !== "undefined") {
  const author = document.getElementById("author");
  if (author) offerCitations(author.dataset);
  stayInPlace();
}

function offerCitations({ source, quotable: mayQuote, copy, copyCitation, copied, refused }) {
  const said = document.createElement("div");
  said.className = "author-said";
  said.setAttribute("role", "status");
  document.body.append(said);

  // A click on a button takes the selection away in some browsers before it is heard.
  let selected = null;
  document.addEventListener("selectionchange", () => {
    const selection = document.getSelection();
    if (selection && !selection.isCollapsed && selection.rangeCount > 0)
      selected = selection.getRangeAt(0).cloneRange();
    else if (!document.activeElement?.matches(".copy-citation")) selected = null;
  });

  for (const paragraph of document.querySelectorAll(".paragraph")) {
    const link = paragraph.querySelector(".label");
    const text = paragraph.querySelector(".text");
    if (!link || !text) continue;
    const label = link.textContent.trim().replace(/^¶/, "");
    const button = document.createElement("button");
    button.type = "button";
    button.className = "copy-citation";
    button.textContent = copy;
    button.title = copyCitation.replace("{label}", label);
    button.setAttribute("aria-label", button.title);
    button.addEventListener("pointerdown", (event) => event.preventDefault());
    button.addEventListener("click", async () => {
      const words = mayQuote !== undefined && selected && isWithin(selected, text) ? wholeWords(selected, text) : "";
      const shortcode = citationShortcode(source, label, words);
      try {
        await navigator.clipboard.writeText(shortcode);
        said.replaceChildren(line(copied), code(shortcode));
      } catch {
        offerByHand(shortcode);
      }
    });
    link.after(button);
  }

  /** Where the clipboard is refused: the shortcode, selected. */
  function offerByHand(shortcode) {
    const field = document.createElement("input");
    field.readOnly = true;
    field.value = shortcode;
    field.dir = "ltr";
    field.setAttribute("aria-label", refused);
    said.replaceChildren(line(refused), field);
    field.focus();
    field.select();
  }

  function line(words) {
    const element = document.createElement("p");
    element.textContent = words;
    return element;
  }

  function code(words) {
    const element = document.createElement("code");
    element.dir = "ltr";
    element.textContent = words;
    return element;
  }
}

function isWithin(range, element) {
  return element.contains(range.startContainer) && element.contains(range.endContainer);
}

/** Keep the block that was on top of the window there, however much is put in or taken out above it. */
function stayInPlace() {
  const key = `pincite at ${location.pathname}`;
  const blocks = () =>
    document.querySelectorAll("main :is(p, li, h1, h2, h3, h4, pre, table):not(.finding *, .findings *)");
  // The numbers of notes move.
  const opening = (block) => block.textContent.replace(/[\d\s]+/g, "").slice(0, 60);
  window.addEventListener("pagehide", () => {
    // The browser would scroll to where things were, not to what they were.
    history.scrollRestoration = "manual";
    const all = [...blocks()];
    const index = all.findIndex((block) => block.getBoundingClientRect().bottom > 0);
    if (index < 0 || window.scrollY === 0) window.sessionStorage.removeItem(key);
    else {
      const words = opening(all[index]);
      const top = all[index].getBoundingClientRect().top;
      window.sessionStorage.setItem(key, JSON.stringify({ index, words, top, count: all.length }));
    }
  });
  const kept = window.sessionStorage.getItem(key);
  const [navigation] = window.performance.getEntriesByType("navigation");
  if (kept === null || navigation?.type === "navigate") return;
  const { index, words, top, count } = JSON.parse(kept);
  const all = [...blocks()];
  // The nearest block with the same words, or, where these were changed, as far from the end.
  const alike = all.map((block, at) => ({ block, at })).filter(({ block }) => opening(block) === words);
  alike.sort((a, b) => Math.abs(a.at - index) - Math.abs(b.at - index));
  const block = alike[0]?.block ?? all[index + all.length - count] ?? all[index];
  if (!block) return;
  const settle = () => window.scrollBy({ top: block.getBoundingClientRect().top - top, behavior: "instant" });
  settle();
  window.addEventListener("load", settle, { once: true });
}
