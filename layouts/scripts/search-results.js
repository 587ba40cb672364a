import { libraryOf } from "./search-engine.js";

// What was found, as elements: the paragraphs that hold the words, and the words around
// them. Everything found is set as text.

/** The parameter of an address that brings the words found along, to be marked on arrival. */
export const foundParameter = "found";

/** How many passages an address brings along at most. */
const mostPassages = 8;

/** An element with a class and text. */
export function element(name, className, text = "") {
  const made = document.createElement(name);
  if (className !== "") made.className = className;
  made.textContent = text;
  return made;
}

/** The sentence for a number of results. */
export function countSentence(say, count, query) {
  const sentence = count === 0 ? say.none : count === 1 ? say.one : say.other;
  return sentence.replace("{count}", count).replace("{query}", () => query);
}

/**
 * The places of one page to go to, best first: of a source up to three paragraphs, of a
 * brief its beginning. Each with its address, its paragraph's label or none, and its words.
 */
export function placesOf(page) {
  if (page.places) return page.places.map((place) => givenPlace(page, place));
  const paragraphs = page.filters?.kind?.[0] === "source" ? paragraphHits(page) : [];
  if (paragraphs.length === 0) {
    const href = addressWith(page, page.locations, "");
    return [{ href, label: "", excerpt: excerptOf(page, page.locations, 0, Infinity) }];
  }
  return paragraphs.map(({ anchor, end, locations }) => ({
    href: addressWith(page, locations, `#${encodeURIComponent(anchor.id)}`),
    label: `¶${anchor.id.slice(1).replace(/~.*/, "")}`,
    excerpt: excerptOf(page, locations, anchor.location, end ?? Infinity),
  }));
}

export const languageOf = (page) => page.filters?.language?.[0] ?? "";

/** A page's title with its language; one that has been withdrawn, or is of another site, says so. */
export function titleOf(page, say) {
  const title = element("span", "", page.meta.title);
  title.lang = languageOf(page);
  const marks = [];
  if (page.meta.status === "withdrawn") marks.push(element("span", "withdrawn-mark", say.withdrawn));
  const library = libraryOf(page);
  if (library !== undefined)
    marks.push(
      element(
        "span",
        "badge",
        say.library.replace("{library}", () => library),
      ),
    );
  for (const mark of marks) mark.dir = "auto";
  return [title, ...marks.flatMap((mark) => [" ", mark])];
}

/** A sentence for each site that could not be searched, to follow the number of results. */
export function unreachedSentences(say, titles) {
  return titles.map((title) => ` ${say.unreached.replace("{library}", () => title)}`).join("");
}

/** The paragraphs that hold the words found: the last anchor at or before a hit is its paragraph. */
function paragraphHits(page) {
  // A paragraph is a div; a span inside it is an address that it had before.
  const isParagraph = ({ element, id }) => element === "div" && /^p[^-]+$/.test(id);
  const anchors = page.anchors.filter(isParagraph).sort((a, b) => a.location - b.location);
  const hits = new Map();
  for (const location of page.locations) {
    const index = anchors.findLastIndex((anchor) => anchor.location <= location);
    const anchor = anchors[index];
    if (!anchor) continue;
    const hit = hits.get(anchor.id) ?? { anchor, end: anchors[index + 1]?.location, locations: [] };
    hit.locations.push(location);
    hits.set(anchor.id, hit);
  }
  return [...hits.values()].sort((a, b) => b.locations.length - a.locations.length).slice(0, 3);
}

// Pagefind's raw_content is escaped for HTML; this is the text itself.
const wordsOf = (page) => page.content.split(/\s+/);

/** A place as a module of the site's own tells it: its words in pieces, those found as `{ found }`. */
function givenPlace(page, { anchor, label, words }) {
  const excerpt = excerptElement(page);
  for (const piece of words ?? []) excerpt.append(piece.found === undefined ? piece : element("mark", "", piece.found));
  const passages = Array.from(excerpt.querySelectorAll("mark"), (mark) => mark.textContent);
  const hash = anchor ? `#${encodeURIComponent(anchor)}` : "";
  return { href: addressOf(page, passages, hash), label: label ? `¶${label}` : "", excerpt };
}

/** The page's address with the passages found in it: words that follow each other are one passage. */
function addressWith(page, locations, hash) {
  const words = wordsOf(page);
  const passages = [];
  let last = NaN;
  for (const at of [...new Set(locations)].sort((a, b) => a - b)) {
    if (at === last + 1) passages.push(`${passages.pop()} ${words[at]}`);
    else passages.push(words[at] ?? "");
    last = at;
  }
  return addressOf(page, passages, hash);
}

function addressOf(page, passages, hash) {
  const bare = passages.map((passage) => passage.replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{M}\p{N}]+$/gu, ""));
  const chosen = [...new Set(bare)].filter((passage) => passage !== "").slice(0, mostPassages);
  const parameters = new URLSearchParams(chosen.map((passage) => [foundParameter, passage])).toString();
  return `${page.url.split("#")[0]}${parameters === "" ? "" : `?${parameters}`}${hash}`;
}

const rightToLeft = /^(?:Adlm|Arab|Hebr|Mand|Nkoo|Rohg|Samr|Syrc|Thaa)$/;

/** Words around a hit, those found marked. Locations count words of the content from 0. */
function excerptOf(page, locations, first, end) {
  const words = wordsOf(page);
  const from = Math.max(first, (locations[0] ?? first) - 8);
  const to = Math.min(end, words.length, from + 32);
  const found = new Set(locations);
  const text = excerptElement(page);
  if (from > first) text.append("… ");
  for (let at = from; at < to; at++) {
    text.append(found.has(at) ? element("mark", "", words[at]) : words[at], " ");
  }
  if (to < Math.min(end, words.length)) text.append("…");
  return text;
}

function excerptElement(page) {
  const text = element("span", "excerpt");
  // By the language, not by the first letter: a text in Urdu may begin with a name in Latin ones.
  text.dir = rightToLeft.test(new Intl.Locale(languageOf(page) || "und").maximize().script) ? "rtl" : "ltr";
  text.lang = languageOf(page);
  return text;
}
