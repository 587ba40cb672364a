// The search page: what is asked for stands in its address, what is found in two groups,
// briefs and sources, with links to the very paragraph.

import { offered } from "./filter-values.js";
import { find, load, unreached } from "./search-engine.js";
import { countSentence, element, languageOf, placesOf, titleOf, unreachedSentences } from "./search-results.js";

const root = document.querySelector(".search");
const say = { ...JSON.parse(root.dataset.strings), ...JSON.parse(root.dataset.filterStrings) };
const form = root.querySelector("form");
const input = root.querySelector("input");
const status = root.querySelector(".search-status");
const list = root.querySelector(".search-found");
const filterBox = root.querySelector(".filters");
const filterNames = ["kind", "topic", "grade", "publisher", "year", "language"];
const pageSize = 10;
const uiLanguage = root.closest("[lang]").lang;
const languageNames = new Intl.DisplayNames([uiLanguage], { type: "language" });
/** An address may say anything; asked for the name of what is no language, a browser throws. */
const isLanguage = /^[a-z]{2,3}(-[a-z\d]{2,8})?$/i;

let isLoaded = false;
let latest = 0;

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
    if (!isLoaded) status.textContent = say.loading;
    const engine = await load(root.dataset);
    isLoaded = true;
    const { kinds, available, count } = await find(engine, query, filters, true);
    if (turn !== latest) return;
    showFilters(available, filters);
    if (query === "" && Object.keys(filters).length === 0) {
      list.replaceChildren();
      status.textContent = "";
      return;
    }
    const groups = kinds.map((group) => ({ ...group, list: element("ol", "results") }));
    await Promise.all(groups.map((group) => showResults(group.list, group.results, 0)));
    if (turn !== latest) return;
    list.replaceChildren(...groups.map(section));
    // Said once it is so: whoever hears it finds the results there.
    status.textContent = countSentence(say, count, query) + unreachedSentences(say, unreached);
  } catch (error) {
    console.error(error);
    if (turn !== latest) return;
    list.replaceChildren();
    status.textContent = say.error;
    const again = element("button", "again", say.again);
    again.type = "button";
    again.addEventListener("click", () => search(chosenFilters()));
    status.append(" ", again);
  }
}

function section({ kind, total, list }) {
  const made = element("section", "result-group");
  const heading = element("h2", "", `${say.groups[kind]} `);
  heading.id = `found-${kind}`;
  heading.append(element("span", "group-count", total));
  made.setAttribute("aria-labelledby", heading.id);
  made.append(heading, list);
  return made;
}

async function showResults(list, results, from) {
  const pages = await Promise.all(results.slice(from, from + pageSize).map((result) => result.data()));
  list.append(...pages.map(resultItem));
  if (from + pageSize >= results.length) return;
  const more = element("li", "more");
  const button = element("button", "", say.more);
  button.type = "button";
  button.addEventListener("click", async () => {
    const next = list.children.length - 1;
    await showResults(list, results, from + pageSize);
    more.remove();
    list.children[next]?.querySelector("a")?.focus();
  });
  more.append(button);
  list.append(more);
}

function resultItem(page) {
  const item = element("li", "result");
  const title = element("p", "result-title");
  const [name, ...mark] = titleOf(page, say);
  const places = placesOf(page);
  const link = element("a", "");
  link.href = places[0].label === "" ? places[0].href : page.url;
  link.lang = languageOf(page);
  link.dir = "auto";
  link.append(...name.childNodes);
  title.append(link, ...mark);
  item.append(title);
  for (const { href, label, excerpt } of places) {
    if (label === "") item.append(excerpt);
    else {
      const hit = element("a", "hit");
      hit.href = href;
      hit.append(element("span", "hit-label", label), excerpt);
      item.append(hit);
    }
  }
  return item;
}

/** How a filter's value is said: kinds and grades in words, languages by name. */
function nameOf(filter, value) {
  if (filter === "language") return isLanguage.test(value) ? languageNames.of(value) : value;
  const isWord = (filter === "kind" || filter === "grade") && Object.hasOwn(say.values, value);
  return isWord ? say.values[value] : value;
}

/** Years newest first, the others by name. */
function inOrder(filter, entries) {
  const order = new Intl.Collator(uiLanguage).compare;
  return entries.sort(([a], [b]) => (filter === "year" ? order(b, a) : order(nameOf(filter, a), nameOf(filter, b))));
}

/** They stand on the page from the start, so that nothing moves when it is known what they offer. */
function showFilters(available, chosen) {
  for (const name of filterNames) {
    const values = Object.entries(available[name] ?? {}).filter(
      ([value, count]) => count > 0 || chosen[name] === value,
    );
    // An address may name what nothing has: it is offered too, so that it can be taken back.
    if (chosen[name] !== undefined && !values.some(([value]) => value === chosen[name])) values.push([chosen[name], 0]);
    const select = filterBox.querySelector(`[name="${name}"]`) ?? (chosen[name] !== undefined && addFilter(name));
    if (!select) continue;
    const { values: listed, more } = offered(values, chosen[name]);
    select.replaceChildren(
      new Option(say.any, ""),
      ...inOrder(name, listed).map(
        ([value, count]) => new Option(`${nameOf(name, value)} (${count})`, value, false, chosen[name] === value),
      ),
    );
    if (more > 0) {
      const rest = new Option(say.moreValues.replace("{count}", more.toLocaleString(uiLanguage)), "");
      rest.disabled = true;
      select.append(rest);
    }
    select.disabled = values.length < 2 && chosen[name] === undefined && document.activeElement !== select;
  }
  filterBox.disabled = false;
}

/** For an address that names a filter of which this library has nothing to choose. */
function addFilter(name) {
  const label = element("label", "", say[name]);
  const select = document.createElement("select");
  select.name = name;
  label.append(select);
  filterBox.append(label);
  return select;
}

filterBox.addEventListener("change", () => search(chosenFilters()));
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

const asked = readAddress();
if (input.value !== "" || Object.keys(asked).length > 0) search(asked);
else {
  // The index is fetched for whoever is about to search, and for nobody else.
  const begin = () => {
    for (const name of ["focusin", "pointerenter"]) form.removeEventListener(name, begin);
    search({});
  };
  for (const name of ["focusin", "pointerenter"]) form.addEventListener(name, begin);
}
