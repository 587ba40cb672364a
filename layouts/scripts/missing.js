// On the page that stands for those that are missing: the words of the address that was
// asked for are written into the search, so that one step may find what it meant.

const form = document.querySelector(".hero-search[data-root]");
const field = form.elements.namedItem("q");

/** Folders of the site: they say what kind of page was meant, not which. */
const folders = new Set(["briefs", "sources", "topics", "evidence", "beside", "glossary", "search", "about", "index"]);
const mostWords = 8;

const words = wordsOf(location.pathname, form.dataset.root);
if (field.value === "" && words !== "") field.value = words;

function wordsOf(pathname, root) {
  const path = pathname.startsWith(root) ? pathname.slice(root.length) : pathname;
  const names = path.split("/").map((name) => decode(name).replace(/\.[a-z]{2,5}$/i, ""));
  return names
    .filter((name) => !folders.has(name.toLowerCase()))
    .flatMap((name) => name.match(/[\p{L}\p{M}\p{N}]+/gu) ?? [])
    .filter((word) => /\p{L}/u.test(word) && word.length < 40)
    .slice(0, mostWords)
    .join(" ");
}

/** As it is written where its percent signs are no encoding of UTF-8. */
function decode(name) {
  try {
    return decodeURIComponent(name);
  } catch {
    return name;
  }
}
