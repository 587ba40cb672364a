// Shows a note, or what a word means, beside its mark, on top of the plain link that works
// without this script, with the way to the other notes that cite the same source.
// The note's own nodes are copied: no text is ever read as HTML.

const openDelay = 150;
const closeDelay = 250;
const margin = 8;

if ("popover" in HTMLElement.prototype) enhance();

function enhance() {
  const popover = document.createElement("div");
  popover.id = "note-popover";
  popover.className = "note-popover";
  popover.popover = "auto";
  popover.setAttribute("role", "note");
  // Where it stands is the style sheet's to say, in browsers that place one box by another.
  const isAnchored = CSS.supports("position-area", "block-end");
  popover.classList.toggle("is-anchored", isAnchored);

  const { content: aids, dataset: names } = document.getElementById("note-aids");
  const status = document.createElement("p");
  status.className = "visually-hidden";
  status.setAttribute("role", "status");
  document.body.append(status);

  /** Notes by the address of the source that they cite, in their order. */
  const citing = new Map();
  for (const note of document.querySelectorAll(".notes .note")) {
    const source = sourceOf(note);
    if (source) citing.set(source.href, [...(citing.get(source.href) ?? []), note]);
  }

  let timer = 0;
  let current = null;
  let pinned = false;

  function open(mark, byClick) {
    clearTimeout(timer);
    pinned = byClick;
    if (current === mark) return;
    const note = document.getElementById(decodeURIComponent(mark.hash.slice(1)));
    if (!note) return;
    close();
    popover.replaceChildren(copyOf(note), ...aidsFor(note));
    const isNote = mark.closest(".noteref");
    popover.setAttribute("aria-label", isNote ? filled(names.note, { note: mark.textContent }) : mark.textContent);
    // It stands right behind the mark, so that Tab goes from the mark into the note.
    (isNote ?? mark).after(popover);
    mark.setAttribute("aria-expanded", "true");
    popover.showPopover();
    current = mark;
    place(mark);
  }

  /** A link to the first of the cited paragraphs, and steps where more than one note cites the source. */
  function aidsFor(note) {
    const shown = aids.cloneNode(true);
    const paragraph = note.querySelector(".pinpoint a");
    const notes = citing.get(sourceOf(note)?.href) ?? [];
    const steps = shown.querySelector(".note-steps");
    if (paragraph) shown.querySelector(".note-open a").href = paragraph.href;
    else shown.querySelector(".note-open").remove();
    if (notes.length < 2) steps.remove();
    const at = notes.indexOf(note);
    const count = shown.querySelector(".note-step-count");
    if (count) count.textContent = filled(count.textContent, { number: at + 1, count: notes.length });
    for (const button of steps.querySelectorAll("button")) {
      const next = notes[at + Number(button.value)];
      button.disabled = !next;
      button.addEventListener("click", () => step(next, button.value));
    }
    return shown.children;
  }

  /** Go to the first mark of a note, with the focus where it was. */
  function step(note, direction) {
    const mark = document.querySelector(`.noteref a[href="#${CSS.escape(note.id)}"]`);
    const box = mark.getBoundingClientRect();
    if (box.top < 0 || box.bottom > document.documentElement.clientHeight) mark.scrollIntoView({ block: "center" });
    open(mark, true);
    const buttons = [...popover.querySelectorAll(".note-steps button")];
    const same = buttons.find(({ value }) => value === direction);
    (same.disabled ? buttons.find(({ disabled }) => !disabled) : same).focus();
    status.textContent = [
      popover.getAttribute("aria-label"),
      sourceOf(fullNoteOf(note)).textContent,
      popover.querySelector(".note-step-count").textContent,
    ].join(". ");
  }

  function place(mark) {
    if (isAnchored) return;
    const at = mark.getBoundingClientRect();
    const box = popover.getBoundingClientRect();
    const { clientWidth, clientHeight } = document.documentElement;
    const fitsBelow = at.bottom + margin + box.height <= clientHeight;
    const top = fitsBelow ? at.bottom + margin : Math.max(margin, at.top - margin - box.height);
    const middle = at.left + at.width / 2 - box.width / 2;
    const left = Math.min(Math.max(margin, middle), clientWidth - box.width - margin);
    // Coordinates of the viewport, which have no start and end.
    popover.style.setProperty("top", `${top}px`);
    popover.style.setProperty("left", `${left}px`);
  }

  function close() {
    if (popover.matches(":popover-open")) popover.hidePopover();
    current?.setAttribute("aria-expanded", "false");
    current = null;
  }

  function later(action, delay) {
    clearTimeout(timer);
    timer = setTimeout(action, delay);
  }

  popover.addEventListener("keydown", (event) => {
    // After a step the browser would give the focus back to where the first note was opened.
    if (event.key === "Escape") current?.focus({ preventScroll: true });
  });
  popover.addEventListener("toggle", (event) => {
    if (event.newState !== "closed") return;
    current?.setAttribute("aria-expanded", "false");
    current = null;
    pinned = false;
  });
  popover.addEventListener("pointerenter", () => clearTimeout(timer));
  popover.addEventListener("pointerleave", () => {
    if (!pinned) later(close, closeDelay);
  });
  window.addEventListener("scroll", () => current && place(current), { passive: true });

  for (const mark of document.querySelectorAll(".noteref a, a.confidence, a.term")) {
    mark.setAttribute("aria-expanded", "false");
    mark.addEventListener("pointerenter", (event) => {
      if (event.pointerType === "mouse" && !pinned) later(() => open(mark, false), openDelay);
    });
    mark.addEventListener("pointerleave", () => {
      if (!pinned) later(close, closeDelay);
    });
    mark.addEventListener("click", (event) => {
      const otherwise = event.ctrlKey || event.metaKey || event.shiftKey || event.altKey;
      // A second click on a note that is open follows the link, as it would without this script.
      if (otherwise || (current === mark && pinned)) return;
      event.preventDefault();
      open(mark, true);
    });
  }
}

function sourceOf(note) {
  return note.querySelector(".note-source a");
}

function copyOf(note) {
  const copy = document.createElement("div");
  copy.className = "note-copy";
  copy.append(...note.cloneNode(true).childNodes);
  for (const element of copy.querySelectorAll(".backlink")) element.remove();
  for (const element of copy.querySelectorAll("[id]")) element.removeAttribute("id");
  nameInFull(note, copy);
  return copy;
}

/** By itself a note says in full what it cites, whatever stands around it in the list. */
function nameInFull(note, copy) {
  const full = fullNoteOf(note);
  if (full === note) return;
  for (const name of [".note-source", ".note-source-rest"])
    copy.querySelector(name)?.replaceChildren(...(full.querySelector(name)?.cloneNode(true).childNodes ?? []));
}

/** The note that has the full name of the source which a note cites. */
function fullNoteOf(note) {
  return document.getElementById(note.querySelector(".note-source")?.dataset.fullIn) ?? note;
}

function filled(text, values) {
  return text.replace(/\{(\w+)\}/g, (_, name) => values[name]);
}
