// Sets notes in the margin beside their marks, where the style sheet has kept one free.
// They are short copies for the eye: whoever listens to the page, or goes through it by
// keyboard, has the marks and the notes at the end, and hears or meets none of them twice.

/** Pixels between two notes, and how far below its mark a note may come to stand. */
const gap = 14;
const slack = 220;
/** Pixels by which marks of one line may stand higher or lower, as letters of several scripts and sizes have them. */
const line = 20;

/**
 * Where notes stand: each at its mark or as far below as those before it need, none over
 * another. Where they crowd they are told in short; one that would even so stand too far
 * from its mark, or past the end, is left out.
 *
 * @param {{ at: number, height: number, short: number }[]} notes in the order of their marks,
 * with their heights in full and in short. @param {number} end of the margin.
 * @returns {{ top?: number, isShort: boolean }[]} without a top what is left out.
 */
export function stack(notes, end) {
  const crowded = new Set();
  // What is short makes room for those behind it, which may leave others crowded.
  for (let round = 0; round < 4; round++) {
    for (const [index, top] of tops(notes, crowded, end).entries())
      if (top === undefined) for (let near = index; near >= 0 && near > index - 5; near--) crowded.add(near);
  }
  return tops(notes, crowded, end).map((top, index) => ({ top, isShort: crowded.has(index) }));
}

/**
 * Notes in the order in which the margin shows them: from the highest mark down, and those of
 * one line in the order of the text, whichever way it runs.
 *
 * @template {{ at: number }} Note
 * @param {readonly Note[]} notes in the order of the text. @returns {Note[]}
 */
export function fromTop(notes) {
  let last = -Infinity;
  return notes
    .map((note) => {
      last = note.at < last && last - note.at < line ? last : note.at;
      return { ...note, at: last };
    })
    .sort((one, other) => one.at - other.at);
}

function tops(notes, crowded, end) {
  let free = 0;
  return notes.map(({ at, height, short }, index) => {
    const top = Math.max(at, free);
    const bottom = top + (crowded.has(index) ? short : height);
    if (top - at > slack || bottom > end) return undefined;
    free = bottom + gap;
    return top;
  });
}

if (typeof document !== "undefined") enhance();

function enhance() {
  const prose = document.querySelector(".brief > .prose");
  if (!prose) return;
  const margin = document.createElement("div");
  margin.className = "sidenotes";
  margin.setAttribute("aria-hidden", "true");
  // Behind everything else: browsers style anew whatever follows what comes among siblings.
  prose.parentElement.append(margin);
  let pairs;

  function layOut() {
    if (margin.clientWidth === 0) return;
    pairs ??= fill(margin, prose);
    const { bottom } = prose.getBoundingClientRect();
    const start = margin.getBoundingClientRect().top;
    for (const { copy } of pairs) copy.classList.remove("is-short");
    const sizes = fromTop(
      pairs.map(({ mark, copy }) => {
        const height = copy.offsetHeight;
        const words = copy.querySelector(".note-words")?.offsetHeight ?? 0;
        return { copy, at: mark.getBoundingClientRect().top - start, height, short: height - words };
      }),
    );
    const places = stack(sizes, bottom - start);
    for (const [index, { copy }] of sizes.entries()) {
      const { top, isShort } = places[index];
      copy.classList.toggle("is-short", isShort);
      copy.classList.toggle("is-left-out", top === undefined);
      copy.style.setProperty("inset-block-start", `${top ?? 0}px`);
    }
  }

  // Observed are both: the text moves its marks, and the margin comes and goes with the window.
  const observer = new ResizeObserver(layOut);
  observer.observe(prose);
  observer.observe(margin);
}

/** Copies of the notes, with their marks. They are made once a window has a margin for them, which telephones never have. */
function fill(margin, prose) {
  const pairs = firstMarks(prose).map(([mark, note]) => ({ mark, copy: shortCopy(mark, note) }));
  margin.append(...pairs.map(({ copy }) => copy));
  for (const { mark, copy } of pairs) {
    mark.addEventListener("pointerenter", () => copy.classList.add("is-current"));
    mark.addEventListener("pointerleave", () => copy.classList.remove("is-current"));
  }
  return pairs;
}

/** Each note of the text with its first mark there; marks within notes have no margin. */
function firstMarks(prose) {
  const found = new Map();
  for (const mark of prose.querySelectorAll(".noteref a")) {
    const note = document.getElementById(decodeURIComponent(mark.hash.slice(1)));
    if (note && !mark.closest(".notes") && !found.has(note)) found.set(note, mark);
  }
  return [...found].map(([note, mark]) => [mark, note]);
}

function shortCopy(mark, note) {
  const copy = document.createElement("div");
  copy.className = "sidenote";
  const number = document.createElement("span");
  number.className = "sidenote-number";
  number.textContent = mark.textContent;
  // What others stand around it in the list is not seen here.
  const full = document.getElementById(note.querySelector(".note-source")?.dataset.fullIn) ?? note;
  const parts = [".note-source a", ".pinpoint", ".relation", ".note-words"].flatMap((part) => {
    const found = (part === ".note-source a" ? full : note).querySelector(part);
    return found ? [" ", found.cloneNode(true)] : [];
  });
  copy.append(number, ...(parts.length > 0 ? parts : wordsOf(note)));
  for (const link of copy.querySelectorAll("a")) link.tabIndex = -1;
  for (const element of copy.querySelectorAll("[id]")) element.removeAttribute("id");
  return copy;
}

/** A note that cites nothing, without its links back and the marks in it. */
function wordsOf(note) {
  const copy = note.cloneNode(true);
  for (const element of copy.querySelectorAll(".backlink, .noteref, .noteref-separator")) element.remove();
  const words = document.createElement("span");
  words.className = "sidenote-words";
  words.textContent = copy.textContent.trim();
  return [" ", words];
}
