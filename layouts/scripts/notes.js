// Shows a note, or what a word means, beside its mark, on top of the plain link that works without this script.
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
    const copy = note.cloneNode(true);
    for (const element of copy.querySelectorAll(".backlink")) element.remove();
    for (const element of copy.querySelectorAll("[id]")) element.removeAttribute("id");
    popover.replaceChildren(...copy.childNodes);
    popover.setAttribute("aria-label", note.dataset.name ?? mark.textContent);
    // It stands right behind the mark, so that Tab goes from the mark into the note.
    (mark.closest(".noteref") ?? mark).after(popover);
    popover.showPopover();
    current = mark;
    mark.setAttribute("aria-expanded", "true");
    place(mark);
  }

  function place(mark) {
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
