// The search page: Pagefind's index, one for each language, and its results as links to
// the very paragraph. Everything found is set as text, never as HTML.

const root = document.querySelector(".search");
const say = JSON.parse(root.dataset.strings);
const form = root.querySelector("form");
const input = root.querySelector("input");
const status = root.querySelector(".search-status");
const list = root.querySelector(".results");
const filterBox = root.querySelector(".filters");
const filterNames = ["kind", "topic", "grade", "publisher", "year", "language"];
const pageSize = 10;

let pagefind;
let loading;
let latest = 0;

/** Load the index once, however many searches wait for it: merged twice, it would give everything twice. */
function load() {
  return (loading ??= open());
}

async function open() {
  const base = new URL(root.dataset.index, location.href);
  const engine = await import(new URL("pagefind.js", base).href);
  await engine.options({ baseUrl: new URL("..", base).pathname, excerptLength: 30 });
  await engine.init();
  const own = document.documentElement.lang.toLowerCase();
  const entry = await fetch(new URL("pagefind-entry.json", base)).then((answer) => answer.json());
  for (const language of Object.keys(entry.languages)) {
    // Pagefind loads the page's own language; the others are merged in, by absolute address.
    if (language !== own) await engine.mergeIndex(base.href, { language });
  }
  // Results tell how they spread over the filters only once those are loaded.
  await engine.filters();
  pagefind = engine;
  return engine;
}

function readAddress() {
  const parameters = new URLSearchParams(location.search);
  input.value = parameters.get("q") ?? "";
  return Object.fromEntries(
    filterNames.flatMap((name) => (parameters.has(name) ? [[name, parameters.get(name)]] : [])),
  );
}

function writeAddress(query, filters) {
  const parameters = new URLSearchParams({ ...(query && { q: query }), ...filters });
  const search = parameters.toString();
  history.replaceState(null, "", search === "" ? location.pathname : `?${search}`);
}

function chosenFilters() {
  const selects = [...filterBox.querySelectorAll("select")];
  return Object.fromEntries(selects.flatMap((select) => (select.value === "" ? [] : [[select.name, select.value]])));
}

async function search(filters) {
  const turn = ++latest;
  const query = input.value.trim();
  writeAddress(query, filters);
  try {
    if (!pagefind) status.textContent = say.loading;
    const engine = await load();
    const found = await engine.search(query === "" ? null : query, { filters });
    const available = query === "" ? await engine.filters() : found.totalFilters;
    if (turn !== latest) return;
    showFilters(available, filters);
    list.replaceChildren();
    if (query === "" && Object.keys(filters).length === 0) {
      status.textContent = "";
      return;
    }
    const count = found.results.length;
    const sentence = count === 0 ? say.none : count === 1 ? say.one : say.other;
    await showResults(found.results, 0, query, turn);
    // Said once it is so: whoever hears it finds the results there.
    if (turn === latest) status.textContent = sentence.replace("{count}", count).replace("{query}", () => query);
  } catch (error) {
    console.error(error);
    status.textContent = say.error;
  }
}

async function showResults(results, from, query, turn) {
  const pages = await Promise.all(results.slice(from, from + pageSize).map((result) => result.data()));
  if (turn !== latest) return;
  list.append(...pages.map((page) => resultItem(page)));
  if (from + pageSize >= results.length) return;
  const more = element("li", "more");
  const button = element("button", "", say.more);
  button.type = "button";
  button.addEventListener("click", async () => {
    more.remove();
    await showResults(results, from + pageSize, query, turn);
  });
  more.append(button);
  list.append(more);
}

function resultItem(page) {
  const item = element("li", "result");
  const language = page.filters?.language?.[0];
  const title = element("p", "result-title");
  const link = element("a", "", page.meta.title);
  link.href = page.url;
  link.dir = "auto";
  if (language) link.lang = language;
  title.append(link);
  if (page.meta.status === "withdrawn") {
    const mark = element("span", "withdrawn-mark", say.withdrawn);
    mark.dir = "auto";
    title.append(" ", mark);
  }
  item.append(title);
  if (page.filters?.kind?.[0] === "source") {
    for (const hit of paragraphHits(page)) item.append(hitLink(page, hit, language));
  } else item.append(excerpt(page, page.locations[0] ?? 0, page.locations, language));
  return item;
}

/** The paragraphs that hold the words found, best first: the last anchor at or before a hit is its paragraph. */
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

function hitLink(page, hit, language) {
  const link = element("a", "hit");
  link.href = `${page.url.split("#")[0]}#${encodeURIComponent(hit.anchor.id)}`;
  link.append(element("span", "hit-label", `¶${hit.anchor.id.slice(1).replace(/~.*/, "")}`));
  link.append(excerpt(page, hit.locations[0], hit.locations, language, hit.anchor.location, hit.end));
  return link;
}

/** Words around a hit, those found marked. Locations count words of the content from 0. */
function excerpt(page, location, locations, language, first = 0, end = Infinity) {
  // Pagefind's raw_content is escaped for HTML; this is the text itself.
  const words = page.content.split(/\s+/);
  const from = Math.max(first, location - 8);
  const to = Math.min(end, words.length, from + 32);
  const found = new Set(locations);
  const text = element("span", "excerpt", from > first ? "… " : "");
  text.dir = "auto";
  if (language) text.lang = language;
  for (let at = from; at < to; at++) {
    text.append(found.has(at) ? element("mark", "", words[at]) : words[at], " ");
  }
  if (to < Math.min(end, words.length)) text.append("…");
  return text;
}

function showFilters(available, chosen) {
  const labels = filterNames.flatMap((name) => {
    const values = Object.entries(available[name] ?? {}).filter(
      ([value, count]) => count > 0 || chosen[name] === value,
    );
    if (values.length < 2 && chosen[name] === undefined) return [];
    const label = element("label", "", say[name]);
    const select = document.createElement("select");
    select.name = name;
    select.append(new Option(say.any, ""));
    for (const [value, count] of values.sort(([a], [b]) => (a < b ? -1 : 1))) {
      select.append(new Option(`${say.values[value] ?? value} (${count})`, value, false, chosen[name] === value));
    }
    select.addEventListener("change", () => search(chosenFilters()));
    label.append(select);
    return [label];
  });
  const focused = document.activeElement?.name;
  filterBox.hidden = labels.length === 0;
  filterBox.replaceChildren(filterBox.querySelector("legend"), ...labels);
  if (filterNames.includes(focused)) filterBox.querySelector(`[name="${focused}"]`)?.focus();
}

function element(name, className, text = "") {
  const made = document.createElement(name);
  if (className !== "") made.className = className;
  made.textContent = text;
  return made;
}

let typing = 0;
input.addEventListener("input", () => {
  clearTimeout(typing);
  typing = setTimeout(() => search(chosenFilters()), 200);
});
form.addEventListener("submit", (event) => {
  event.preventDefault();
  clearTimeout(typing);
  search(chosenFilters());
});
search(readAddress());
