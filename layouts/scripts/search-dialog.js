// Search over any page: a dialog with a field, and under it the best of what is found. The
// field keeps the focus and the arrow keys go through the results, as the ARIA pattern of a
// combobox with a list has it.

import { find, load, unreached } from "./search-engine.js";
import { countSentence, element, placesOf, titleOf, unreachedSentences } from "./search-results.js";

/** How many pages of each kind are shown; the search page has them all. */
const mostOfAKind = 5;

let opened;

/**
 * @param link to the search page, with the index and the words to say.
 * @param slashChoice where the reader's choice is kept. @param typed what stands in the field; empty for what stood there last.
 */
export function openSearch(link, slashChoice, typed) {
  opened ??= build(link, JSON.parse(link.dataset.strings), slashChoice);
  opened(typed);
}

function build(link, say, slashChoice) {
  const dialog = element("dialog", "search-dialog");
  dialog.setAttribute("aria-label", say.label);
  const form = element("form", "search-dialog-form");
  form.action = link.href;
  form.setAttribute("role", "search");
  const label = element("label", "visually-hidden", say.label);
  label.htmlFor = "site-search-field";
  const input = element("input", "");
  Object.assign(input, { id: label.htmlFor, name: "q", type: "text", autocomplete: "off", dir: "auto" });
  Object.assign(input, { placeholder: say.label, enterKeyHint: "search", spellcheck: false });
  const close = element("button", "search-dialog-close", say.close);
  close.type = "button";
  form.append(label, input, close);

  const status = element("p", "search-status", say.hint);
  status.setAttribute("role", "status");
  const list = element("div", "search-dialog-list");
  list.id = "site-search-found";
  list.setAttribute("role", "listbox");
  list.setAttribute("aria-label", say.results);
  list.hidden = true;
  const all = element("a", "", say.all);
  const foot = element("div", "search-dialog-foot");
  foot.append(all, element("span", "search-dialog-keys", say.keys), slashSwitch(say.slash, slashChoice));
  dialog.append(form, status, list, foot);
  document.body.append(dialog);

  for (const [name, value] of [
    ["role", "combobox"],
    ["aria-autocomplete", "list"],
    ["aria-controls", list.id],
    ["aria-expanded", "false"],
  ])
    input.setAttribute(name, value);

  const options = () => [...list.querySelectorAll("[role=option]")];
  const active = () => list.querySelector("[aria-selected=true]");
  let latest = 0;
  let timer = 0;

  function shut() {
    dialog.close();
    // Where nothing had the focus before, the browser leaves it in here for a moment.
    if (dialog.contains(document.activeElement)) document.activeElement.blur();
  }

  function activate(option) {
    active()?.setAttribute("aria-selected", "false");
    if (!option) return input.removeAttribute("aria-activedescendant");
    option.setAttribute("aria-selected", "true");
    input.setAttribute("aria-activedescendant", option.id);
    option.scrollIntoView({ block: "nearest" });
  }

  function show(sentence, groups) {
    activate(null);
    status.textContent = sentence;
    list.replaceChildren(...groups);
    list.hidden = groups.length === 0;
    options().forEach((option, at) => (option.id = `site-search-${at + 1}`));
    input.setAttribute("aria-expanded", String(groups.length > 0));
  }

  async function search() {
    const turn = ++latest;
    const query = input.value.trim();
    all.href = query === "" ? link.href : `${link.href}?${new URLSearchParams({ q: query })}`;
    try {
      if (query === "") {
        show(say.hint, []);
        await load(link.dataset);
        return;
      }
      if (list.hidden) status.textContent = say.loading;
      const { kinds, count } = await find(await load(link.dataset), query, {});
      const groups = await Promise.all(kinds.map((kind) => groupOf(kind, say)));
      if (turn === latest) show(countSentence(say, count, query) + unreachedSentences(say, unreached), groups);
    } catch (error) {
      console.error(error);
      if (turn === latest) show(say.error, []);
    }
  }

  input.addEventListener("input", () => {
    clearTimeout(timer);
    timer = setTimeout(search, 150);
  });
  dialog.addEventListener("keydown", (event) => {
    if (event.isComposing) return;
    if (event.key === "Escape") shut();
    else if (event.target !== input) return;
    else if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      const all = options();
      const step = event.key === "ArrowDown" ? 1 : -1;
      const at = all.indexOf(active());
      // Past either end there is the field itself, then the other end.
      activate(at === -1 && step === -1 ? all.at(-1) : all[at + step]);
    } else if (event.key === "Enter" && active()) active().click();
    else return;
    event.preventDefault();
  });
  list.addEventListener("click", (event) => {
    const isElsewhere = event.ctrlKey || event.metaKey || event.shiftKey;
    if (event.target.closest("a") && !isElsewhere) shut();
  });
  close.addEventListener("click", shut);
  dialog.addEventListener("click", (event) => {
    // The dialog's own box is filled by what is in it: a click on it alone is one on the backdrop.
    if (event.target === dialog) shut();
  });

  return (typed) => {
    if (dialog.open) return;
    dialog.showModal();
    input.focus();
    if (typed === "") input.select();
    else input.value = typed;
    search();
  };
}

/** What was found of one kind: a group of options, each a link. */
async function groupOf({ kind, results, total }, say) {
  const pages = await Promise.all(results.slice(0, mostOfAKind).map((result) => result.data()));
  const group = element("div", "search-dialog-group");
  const name = element("div", "search-dialog-kind", `${say.groups[kind]} `);
  name.id = `site-search-${kind}`;
  name.append(element("span", "group-count", total));
  group.setAttribute("role", "group");
  group.setAttribute("aria-labelledby", name.id);
  group.append(name, ...pages.flatMap((page) => optionsOf(page, say)));
  return group;
}

/** A brief is one option; a source one for each of its paragraphs, whose first is named by the source. */
function optionsOf(page, say) {
  return placesOf(page).map(({ href, label, excerpt }) => {
    const option = element("a", "search-dialog-option");
    option.href = href;
    option.tabIndex = -1;
    option.setAttribute("role", "option");
    option.setAttribute("aria-selected", "false");
    const title = element("span", "search-dialog-title");
    title.dir = "auto";
    title.append(...titleOf(page, say));
    if (label !== "") title.append(" ", element("bdi", "hit-label", label));
    option.append(title, " ", excerpt);
    return option;
  });
}

/** A shortcut of a single key can be turned off, as WCAG 2.1.4 asks. */
function slashSwitch(text, name) {
  const label = element("label", "search-dialog-slash");
  const box = element("input", "");
  box.type = "checkbox";
  try {
    box.checked = localStorage.getItem(name) === null;
    box.addEventListener("change", () => {
      if (box.checked) localStorage.removeItem(name);
      else localStorage.setItem(name, "1");
    });
    label.append(box, ` ${text}`);
  } catch {
    // Where nothing can be kept, there is nothing to choose.
    label.hidden = true;
  }
  return label;
}
