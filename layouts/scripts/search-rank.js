// Which pages of an index hold what was typed, and how well: found and ranked as Pagefind does it, by
// BM25, in one pass over the places of each word.

/** As Pagefind weighs by itself: how soon more of a word count less, and how much a page's length does. */
const [saturation, byLength] = [1.4, 0.75];

/** How much more a word in a field counts, and one whose diacritics are those typed. */
const fieldWeights = new Map([["title", 5]]);
const sameDiacritics = 1.8;

const utf8Length = (text) => new TextEncoder().encode(text).length;

const idfOf = (all, having) => Math.log(1 + (all - having + 0.5) / (having + 0.5));

/** The nearer a word is in length to the one looked for, the better. */
function lengthBonus(word, stem) {
  const difference = Math.abs(utf8Length(word) - utf8Length(stem)) + 1;
  return Math.exp(Math.exp(-(difference ** 2) / 8) - 1);
}

const sharesStart = (one, other) => one.startsWith(other) || other.startsWith(one);

/** Words that begin with a stem, or else the longest that it begins with. */
function extensionsOf(stem, words) {
  const longer = words.filter(({ word }) => word.startsWith(stem));
  if (longer.length > 0) return longer;
  const shorter = words.filter(({ word }) => stem.startsWith(word));
  return shorter.sort((a, b) => b.word.length - a.word.length).slice(0, 1);
}

/**
 * @param index `pages` each with how many `words`, `average` of these, `fields`.
 * @param words those of the files that were asked for, in their order.
 * @param stems of what was typed. @param typed the same as it was typed, in lower case.
 * @param {Uint8Array} [letThrough] by page, 1 for those that filters let through; all when absent.
 * @returns what was found, best first, each with its page, score and `places()`; and `found`, 1 for
 *   each page that was found whatever the filters are.
 */
export function rank(index, words, stems, typed, letThrough) {
  const count = index.pages.length;
  const sought = [];
  const having = [];
  let found;
  for (const [term, stem] of stems.entries()) {
    const marked = new Uint8Array(count);
    let isThere = false;
    for (const { word, forms } of extensionsOf(stem, words)) {
      isThere = true;
      const bonus = lengthBonus(word, stem);
      for (const { form, pages } of forms) {
        const diacritics = sharesStart(form, typed[term] ?? "") ? sameDiacritics : 1;
        sought.push({ word, term, bonus, diacritics, pages });
        pages({ page: (page) => (marked[page] = 1) });
      }
    }
    having.push(idfOf(count, sum(marked)));
    if (isThere) found = found?.map((one, page) => one & marked[page]) ?? marked;
  }
  found ??= new Uint8Array(count);
  const chosen = letThrough ? found.map((one, page) => one & letThrough[page]) : found;
  const standing = new Standing(chosen, sought);
  const results = [];
  for (let page = 0; page < count; page++)
    if (chosen[page] === 1) results.push({ page, score: scoreOf(index, page, standing.of(page), sought, having) });
  for (const result of results) result.places = () => placesOf(standing.of(result.page), sought).map(({ at }) => at);
  return { results: results.sort((a, b) => b.score - a.score), found };
}

const sum = (numbers) => numbers.reduce((total, one) => total + one, 0);

/** Where words stand, by page, in the order of the words: in a text at a place, or in a field. */
class Standing {
  /** @param {Uint8Array} chosen by page, 1 where it matters. */
  constructor(chosen, sought) {
    const starts = new Uint32Array(chosen.length + 1);
    const count = (page) => (starts[page + 1] += chosen[page]);
    for (const { pages } of sought) pages({ place: count, field: count });
    for (let page = 0; page < chosen.length; page++) starts[page + 1] += starts[page];
    this.starts = starts;
    const total = starts[chosen.length];
    this.entries = new Uint32Array(total);
    this.weights = new Uint8Array(total);
    this.places = new Int32Array(total);
    const next = starts.slice();
    for (const [entry, { pages }] of sought.entries()) {
      const put = (page, weight, at) => {
        if (chosen[page] === 0) return;
        const to = next[page]++;
        this.entries[to] = entry;
        this.weights[to] = weight;
        this.places[to] = at;
      };
      // Fields are told from places by being below zero.
      pages({ place: put, field: (page, field) => put(page, 0, -1 - field) });
    }
  }

  /** What stands on a page, by place. */
  of(page) {
    const [from, to] = [this.starts[page], this.starts[page + 1]];
    const found = [];
    let isSorted = true;
    for (let at = from; at < to; at++) {
      isSorted &&= at === from || this.places[at - 1] <= this.places[at];
      found.push({ entry: this.entries[at], weight: this.weights[at], at: this.places[at] });
    }
    return isSorted ? found : found.sort((a, b) => a.at - b.at || a.entry - b.entry);
  }
}

/** What stands at each place of a page, one word for each term; what stands in fields left out. */
function placesOf(standing, sought) {
  const places = [];
  for (let from = 0, to; from < standing.length; from = to) {
    const { at } = standing[from];
    for (to = from + 1; to < standing.length && standing[to].at === at; to++);
    if (at < 0) continue;
    const here = to === from + 1 ? [standing[from]] : firstOfEach(standing.slice(from, to), sought);
    const least = Math.min(...here.map(({ weight }) => weight));
    // A place that holds several of the terms, such as "fact-finding", counts for more.
    places.push({ at, here, weight: Math.min(255, least * here.length) });
  }
  return places;
}

function firstOfEach(standing, sought) {
  const byTerm = new Map();
  for (const one of standing) if (!byTerm.has(sought[one.entry].term)) byTerm.set(sought[one.entry].term, one);
  return [...byTerm.values()];
}

/** By how often each word stands in the text, and by which stand in a field. */
function scoreOf({ pages, average, fields }, page, standing, sought, having) {
  const found = new Map();
  for (const { here, weight } of placesOf(standing, sought))
    for (const { entry } of here) {
      const { word } = sought[entry];
      found.set(word, (found.get(word) ?? 0) + weight / 24);
    }
  const length = saturation * (1 - byLength + byLength * (pages[page].words / average));
  let score = 0;
  for (const [word, frequency] of found) {
    let first = sought.length;
    for (const { entry } of standing) if (entry < first && sought[entry].word === word) first = entry;
    const { term, bonus, diacritics } = sought[first];
    const weighted = frequency * bonus;
    score += ((having[term] * (saturation + 1) * weighted) / (length + weighted)) * diacritics;
  }
  return score + scoreOfFields(fields, standing, sought, having);
}

/** The more of what was typed stands in a field, the more each of it counts. */
function scoreOfFields(fields, standing, sought, having) {
  const words = new Map();
  for (const { at, entry } of standing) {
    if (at >= 0) break;
    const { word, term } = sought[entry];
    words.set(at, (words.get(at) ?? new Map()).set(word, having[term]));
  }
  let score = 0;
  for (const [at, found] of words) {
    const matched = sum([...found.values()]);
    score += (fieldWeights.get(fields[-1 - at]) ?? 1) * matched * (matched / sum(having)) ** 2;
  }
  return score;
}
