// On every page: "/" or Ctrl+K opens search over it, and the words that a search led to
// are marked. What that takes is loaded when it is asked for, and not before.

const link = document.getElementById("site-search");
const ownField = document.querySelector(".search input[name=q]");
const slashChoice = "search-without-slash";

if (link) {
  link.setAttribute("aria-keyshortcuts", "/ Control+K Meta+K");
  document.addEventListener("keydown", (event) => {
    if (!opensSearch(event)) return;
    event.preventDefault();
    open();
  });
  link.addEventListener("click", (event) => {
    if (event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    open();
  });
}

if (new URLSearchParams(location.search).has("found")) import("./found-words.js");

/** A single key is no shortcut to whoever has turned it off, nor where it would be typed. */
function opensSearch({ key, ctrlKey, metaKey, altKey, target, repeat, defaultPrevented }) {
  if (defaultPrevented || repeat || altKey) return false;
  if (ctrlKey || metaKey) return ctrlKey !== metaKey && key.toLowerCase() === "k";
  if (key !== "/" || target.closest?.("input, textarea, select, [contenteditable], dialog")) return false;
  try {
    return localStorage.getItem(slashChoice) === null;
  } catch {
    return true;
  }
}

async function open() {
  if (ownField) {
    ownField.focus();
    ownField.select();
    return;
  }
  // Whoever types on at once has typed into the field, though that is only on its way.
  let typed = "";
  const keep = (event) => {
    if (event.key.length !== 1 || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    typed += event.key;
  };
  document.addEventListener("keydown", keep, true);
  try {
    const { openSearch } = await import("./search-dialog.js");
    openSearch(link, slashChoice, typed);
  } catch (error) {
    console.error(error);
    location.assign(link.href);
  } finally {
    document.removeEventListener("keydown", keep, true);
  }
}
