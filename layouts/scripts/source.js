// On the page of a source: a paragraph gives its citation and its address to whoever points
// at it, and words that are selected give a link to themselves. Text is set as text: none is
// ever read as HTML. Without this script each paragraph still has its link.

import { wholeWords } from "./whole-words.js";

/**
 * A paragraph as it is cited elsewhere, such as "UNHCR, Update, 5 March 2026, p. 12, ¶7. https://…#p7".
 *
 * @param {{ citation: string, separator: string }} say words of the interface.
 * @param {string} work with the sign before what follows. @param {string[]} parts where in it; empty ones are left out.
 * @param {string} url
 */
export function citationOf(say, work, parts, url) {
  const values = { place: work + parts.filter((part) => part !== "").join(say.separator), url };
  return say.citation.replace(/\{(place|url)\}/g, (_, name) => values[name]);
}

/** The address of words at an address: short ones in full, or else the first four and the last four. */
export function linkToWords(url, words) {
  const segments = new Intl.Segmenter("und", { granularity: "word" }).segment(words.replace(/\s+/g, " "));
  const found = [...segments].filter(({ isWordLike }) => isWordLike);
  if (found.length === 0) return url;
  const text = found[0].input;
  const last = found.length - 1;
  const piece = (from, to) => {
    const { index, segment } = found[to];
    const whole = text.slice(found[from].index, index + segment.length).replace(/\p{Cs}/gu, "\uFFFD");
    return encodeURIComponent(whole).replaceAll("-", "%2D");
  };
  return `${url}:~:text=${last < 8 ? piece(0, last) : `${piece(0, 3)},${piece(last - 3, last)}`}`;
}

if (typeof document !== "undefined") {
  const article = document.querySelector("article.source[data-cited]");
  if (article) enhance(article);
}

function enhance(article) {
  const { cited, address, quotable } = article.dataset;
  const say = JSON.parse(article.dataset.strings);
  const text = article.querySelector(".source-text");
  const said = element("div", "source-said");
  said.setAttribute("role", "status");
  said.lang = article.dataset.language;
  said.dir = article.dataset.direction;
  document.body.append(said);

  const urlOf = (paragraph) =>
    (address || location.href.split("#")[0]) + new URL(paragraph.querySelector(".label").href).hash;
  const labelOf = (paragraph) => paragraph.querySelector(".label").textContent.trim();
  const citationAt = (paragraph) => {
    const page = paragraph.querySelector(".page > [aria-hidden]")?.textContent ?? "";
    return citationOf(say, cited, [page, labelOf(paragraph)], urlOf(paragraph));
  };

  const tools = toolbar("paragraph-tools", [
    [say.copyCitation, (button) => copy(citationAt(button.closest(".paragraph")), button)],
    [say.copyLink, (button) => copy(urlOf(button.closest(".paragraph")), button)],
  ]);
  offerAtParagraphs();
  let selected;
  const selection = toolbar("selection-tools", [
    [say.copyWords, (button) => copy(linkToWords(urlOf(selected.paragraph), selected.words), button)],
    ...(quotable === undefined ? [] : [[say.copyQuotation, (button) => copy(quotation(), button)]]),
  ]);
  selection.setAttribute("aria-label", say.selection);
  offerAtSelection();
  showFiltered(article);

  /** One set of buttons goes from paragraph to paragraph, to where the pointer or the focus is. */
  function offerAtParagraphs() {
    const offer = ({ target, pointerType }) => {
      const paragraph = target.closest?.(".paragraph");
      if (!paragraph || (tools.contains(document.activeElement) && !tools.contains(target))) return;
      if (tools.parentElement !== paragraph) {
        tools.setAttribute("aria-label", say.tools.replace("{label}", labelOf(paragraph).slice(1)));
        paragraph.querySelector(".label").after(tools);
      }
      // A finger rests on nothing: what it touched last stays chosen.
      tools.classList.toggle("is-chosen", pointerType === "touch");
    };
    for (const event of ["pointerover", "focusin", "click"]) text.addEventListener(event, offer);
  }

  function offerAtSelection() {
    let waiting;
    document.addEventListener("selectionchange", () => {
      clearTimeout(waiting);
      waiting = setTimeout(show, 200);
    });
    document.addEventListener("keydown", ({ key }) => {
      if (key === "Escape") selection.remove();
    });

    function show() {
      if (selection.contains(document.activeElement) || said.contains(document.activeElement)) return;
      selected = selectedWords(document.getSelection());
      if (!selected) return selection.remove();
      const { paragraph, end } = selected;
      paragraph.querySelector(".text").after(selection);
      const box = paragraph.getBoundingClientRect();
      const side = paragraph.matches(":dir(rtl)") ? end.left : end.right;
      const left = Math.min(side - box.left - selection.offsetWidth / 2, box.width - selection.offsetWidth);
      selection.style.top = `${end.bottom - box.top}px`;
      selection.style.left = `${Math.max(0, left)}px`;
    }
  }

  function quotation() {
    const values = { words: selected.words, citation: citationAt(selected.paragraph) };
    return say.quotation.replace(/\{(words|citation)\}/g, (_, name) => values[name]);
  }

  async function copy(words, button) {
    try {
      await navigator.clipboard.writeText(words);
      tell(element("p", "", say.copied), element("p", "copied", words));
    } catch {
      offerByHand(words, button);
    }
  }

  /** Where the clipboard is refused: the words, selected. */
  function offerByHand(words, button) {
    const field = element("input");
    field.readOnly = true;
    field.value = words;
    field.dir = "auto";
    field.setAttribute("aria-label", say.refused);
    field.addEventListener("keydown", ({ key }) => {
      if (key !== "Escape") return;
      said.replaceChildren();
      button.focus();
    });
    tell(element("p", "", say.refused), field);
    field.focus();
    field.select();
  }

  function tell(...lines) {
    said.replaceChildren(...lines);
    setTimeout(() => {
      if (said.firstChild === lines[0] && !said.contains(document.activeElement)) said.replaceChildren();
    }, 10000);
  }

  function toolbar(name, actions) {
    const bar = element("div", name);
    bar.setAttribute("role", "group");
    bar.lang = article.dataset.language;
    bar.dir = article.dataset.direction;
    for (const [words, act] of actions) {
      const button = element("button", "", words);
      button.type = "button";
      // The selection is what will be copied.
      button.addEventListener("pointerdown", (event) => event.preventDefault());
      button.addEventListener("click", () => act(button));
      bar.append(button);
    }
    return bar;
  }
}

/** What is selected in a paragraph, whole words only; what goes on after it is left out. Undefined for nothing. */
function selectedWords(selection) {
  if (!selection || selection.isCollapsed || selection.rangeCount === 0) return undefined;
  const range = selection.getRangeAt(0).cloneRange();
  const { startContainer } = range;
  const start = startContainer.nodeType === Node.ELEMENT_NODE ? startContainer : startContainer.parentElement;
  const text = start.closest(".source-text .paragraph > .text");
  if (!text || text.querySelector(":scope > .quiet")) return undefined;
  if (!text.contains(range.endContainer)) range.setEnd(text, text.childNodes.length);
  const marker = text.querySelector(":scope > .marker");
  if (marker?.contains(range.startContainer)) range.setStartAfter(marker);
  const end = [...range.getClientRects()].at(-1);
  const words = wholeWords(range, text).replace(/\s+/g, " ").trim();
  return words === "" || !end ? undefined : { paragraph: text.closest(".paragraph"), words, end };
}

/** Long lists of notes are closed at first: those that hold what is asked for are opened. */
function showFiltered(article) {
  article.querySelector(".relation-filter")?.addEventListener("change", ({ target }) => {
    if (target.value === "all") return;
    for (const list of article.querySelectorAll("details.cited-by"))
      if (list.querySelector(`li[data-relation="${CSS.escape(target.value)}"]`)) list.open = true;
  });
}

function element(name, className = "", text = "") {
  const made = document.createElement(name);
  if (className !== "") made.className = className;
  made.textContent = text;
  return made;
}
