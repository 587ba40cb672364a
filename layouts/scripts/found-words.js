// Marks the words that a search led to, where they stand: in the paragraph that the address
// names, or all through a brief. The page itself stays as it is, and Escape takes the marks away.

import { foundParameter } from "./search-results.js";

const name = "found";

if (globalThis.Highlight && CSS.highlights) arrive();

function arrive() {
  const address = new URL(location.href);
  const passages = address.searchParams.getAll(foundParameter).filter((passage) => /[\p{L}\p{N}]/u.test(passage));
  // Whoever copies the address passes on the paragraph, not somebody's search.
  address.searchParams.delete(foundParameter);
  history.replaceState(history.state, "", address);
  const target = document.getElementById(decodeURIComponent(address.hash.slice(1)));
  const place = target?.closest(".paragraph") ?? document.querySelector("[data-pagefind-body]");
  if (!place || passages.length === 0) return;
  const ranges = rangesOf(place, passages);
  if (ranges.length === 0) return;
  CSS.highlights.set(name, new Highlight(...ranges));
  if (address.hash === "") ranges[0].startContainer.parentElement.scrollIntoView({ block: "center" });
  document.addEventListener("keydown", unmark);
}

function unmark({ key, defaultPrevented }) {
  if (key !== "Escape" || defaultPrevented) return;
  CSS.highlights.delete(name);
  document.removeEventListener("keydown", unmark);
}

/** Whole words only, however they are spaced, and whatever the case of their letters. */
function rangesOf(place, passages) {
  // The longest first: an alternation takes the first that fits.
  const escaped = passages
    .sort((a, b) => b.length - a.length)
    .map((passage) => passage.trim().split(/\s+/).map(escape).join("\\s+"));
  const pattern = new RegExp(`(?<![\\p{L}\\p{M}\\p{N}])(?:${escaped.join("|")})(?![\\p{L}\\p{M}\\p{N}])`, "giu");
  const { text, nodes } = textOf(place);
  return Array.from(text.matchAll(pattern), (match) => {
    const range = document.createRange();
    const at = (offset) => nodes.findLast(({ start }) => start <= offset);
    const [first, last] = [at(match.index), at(match.index + match[0].length - 1)];
    range.setStart(first.node, match.index - first.start);
    range.setEnd(last.node, match.index + match[0].length - last.start);
    return range;
  });
}

function escape(word) {
  return word.replace(/[.*+?^${}()|[\]\\/]/g, "\\$&");
}

/** The text that a search goes through: of a source without who cites it, of a brief without note marks. */
function textOf(place) {
  const left = "[data-pagefind-ignore], .noteref";
  const walker = document.createTreeWalker(place, NodeFilter.SHOW_TEXT);
  const nodes = [];
  let text = "";
  while (walker.nextNode()) {
    const node = walker.currentNode;
    if (node.parentElement.closest(left)) continue;
    nodes.push({ node, start: text.length });
    text += node.data;
  }
  return { text, nodes };
}
