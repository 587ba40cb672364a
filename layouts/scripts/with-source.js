// Reads a brief with its sources: the source that a note cites stands beside the brief, on
// narrow screens below it, at the cited paragraph. Marks lead on from there, and the address
// records what is shown. Of the source's page only the text is taken over, node by node and
// without its ids: nothing of it runs, and no id is on the page twice.

const parameter = "with";
const template = document.getElementById("with-source-aids");
const offer = document.querySelector(".with-source-offer");
if (template && offer && "HTMLDialogElement" in window) enhance();

function enhance() {
  const names = template.dataset;
  const [opener, dialog] = template.content.cloneNode(true).children;
  const title = dialog.querySelector("h2");
  const text = dialog.querySelector(".with-source-text");
  const where = dialog.querySelector(".with-source-where");
  const status = document.createElement("p");
  status.className = "visually-hidden";
  status.setAttribute("role", "status");
  const pages = new Map();
  let shown;
  let mark;

  const citing = [...document.querySelectorAll(".notes .note")].filter(sourceOf);
  if (citing.length === 0) return;
  offer.append(opener);
  document.querySelector("main").after(dialog);
  document.body.append(status);

  /** The page of a source, fetched once; undefined when it cannot be had. */
  function load(address) {
    const known = pages.get(address) ?? readSource(address).catch(() => undefined);
    pages.set(address, known);
    return known;
  }

  /** @param at the mark that the reader came from, which stays where it is in the window. */
  async function show(note, at) {
    const link = sourceOf(fullNoteOf(note));
    const before = at.getBoundingClientRect().top;
    const wasOpen = dialog.open;
    shown = note;
    mark = at;
    for (const one of document.querySelectorAll(".noteref a[aria-current]")) one.removeAttribute("aria-current");
    for (const one of marksOf(note)) one.setAttribute("aria-current", "true");
    if (!wasOpen) {
      document.documentElement.classList.add("reads-with-source");
      dialog.show();
      window.scrollBy({ top: at.getBoundingClientRect().top - before, behavior: "instant" });
    }
    uncover(at);
    title.textContent = link.textContent;
    title.lang = link.lang;
    title.dir = link.dir;
    const [paragraph] = note.querySelectorAll(".pinpoint a");
    dialog.querySelector("a").href = paragraph?.href ?? link.href;
    where.textContent = filled(names.where, {
      note: numberOf(note),
      // Labels keep their order in writing from either side.
      paragraph: `\u2068${note.querySelector(".pinpoint")?.textContent ?? ""}\u2069`,
    });
    record(note);
    text.textContent = names.loading;
    const source = await load(link.href);
    if (shown !== note) return;
    if (source) {
      text.replaceChildren(source.element);
      bring(pointedAt(note, source));
    } else {
      text.textContent = names.failed;
    }
    status.textContent = source
      ? filled(names.shown, { source: title.textContent, where: where.textContent })
      : names.failed;
  }

  /** The cited paragraphs are marked, and the first is brought to where one reads. */
  function bring(paragraphs) {
    for (const one of text.querySelectorAll(".is-cited")) one.classList.remove("is-cited");
    for (const one of paragraphs) one.classList.add("is-cited");
    const [first] = paragraphs;
    const distance = first ? first.getBoundingClientRect().top - text.getBoundingClientRect().top : 0;
    text.scrollTop = first ? text.scrollTop + distance - text.clientHeight / 8 : 0;
  }

  /** A mark that the sheet of a narrow screen would cover is brought above it. */
  function uncover(at) {
    const box = at.getBoundingClientRect();
    const panel = dialog.getBoundingClientRect();
    const isBelow = box.bottom > panel.top && box.left < panel.right && box.right > panel.left;
    if (isBelow || box.top < 0 || box.bottom > document.documentElement.clientHeight)
      at.scrollIntoView({ block: "center", behavior: "instant" });
  }

  function record(note) {
    const address = new URL(location.href);
    if (note) address.searchParams.set(parameter, slugOf(note));
    else address.searchParams.delete(parameter);
    address.hash = note?.id ?? "";
    history.replaceState(history.state, "", address);
  }

  function close() {
    const hadFocus = dialog.contains(document.activeElement);
    const before = mark.getBoundingClientRect().top;
    dialog.close();
    document.documentElement.classList.remove("reads-with-source");
    window.scrollBy({ top: mark.getBoundingClientRect().top - before, behavior: "instant" });
    for (const one of document.querySelectorAll(".noteref a[aria-current]")) one.removeAttribute("aria-current");
    record(undefined);
    status.textContent = "";
    shown = undefined;
    if (hadFocus) mark.focus({ preventScroll: true });
  }

  opener.addEventListener("click", () => {
    if (dialog.open) return title.focus();
    const note = citing[0];
    show(note, marksOf(note)[0] ?? opener);
    title.focus();
  });

  dialog.addEventListener("click", ({ target }) => {
    const { value } = target.closest("button") ?? {};
    if (value === "close") close();
    if (value === "back") mark.focus();
  });

  document.addEventListener("keydown", (event) => {
    if (event.key !== "Escape" || !dialog.open || document.querySelector(":popover-open")) return;
    event.preventDefault();
    close();
  });

  // Before the script that shows notes: while a source stands beside the brief, marks lead there.
  function takeOver(event) {
    const at = dialog.open && event.target.closest?.(".noteref a");
    const note = at && document.getElementById(decodeURIComponent(at.hash.slice(1)));
    if (!note || !citing.includes(note)) return;
    if (event.type === "pointerenter") return event.stopPropagation();
    if (event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    event.stopPropagation();
    if (note === shown && at === mark) text.focus({ preventScroll: true });
    else show(note, at);
  }
  document.addEventListener("click", takeOver, { capture: true });
  document.addEventListener("pointerenter", takeOver, { capture: true });

  // An address that somebody shared: the reader sees the passage, not the list of notes.
  const slug = new URLSearchParams(location.search).get(parameter);
  const named = citing.find(({ id }) => `#${id}` === decodeURIComponent(location.hash));
  const note = named && slugOf(named) === slug ? named : citing.find((one) => slugOf(one) === slug);
  if (slug !== null && note) {
    const at = marksOf(note)[0] ?? opener;
    show(note, at);
    const find = () => at.scrollIntoView({ block: "center", behavior: "instant" });
    if (note === named) {
      find();
      // Browsers go to the named note once more when all is loaded.
      if (document.readyState !== "complete") window.addEventListener("load", () => requestAnimationFrame(find));
    }
  }
}

/** The text of a source's page, and the paragraph behind each address on it. */
async function readSource(address) {
  const answer = await fetch(address);
  if (!answer.ok) throw new Error(`${address}: ${answer.status}`);
  const page = new DOMParser().parseFromString(await answer.text(), "text/html");
  const found = page.querySelector(".source-text");
  const element = document.createElement("div");
  element.className = "source source-text";
  element.lang = found.closest("[lang]").lang;
  element.dir = found.dir;
  const notice = page.querySelector(".rights-notice");
  for (const node of [...(notice ? [notice] : []), ...found.children]) element.append(document.importNode(node, true));

  const paragraphs = new Map();
  for (const one of element.querySelectorAll("[id]")) {
    paragraphs.set(one.id, one.closest(".paragraph, .gone-paragraph") ?? one);
    one.removeAttribute("id");
  }
  const needless = "script, style, template, .arrival, .cited-by, .visually-hidden";
  for (const one of element.querySelectorAll(needless)) one.remove();
  for (const name of ["aria-labelledby", "aria-describedby", "aria-controls", "for"])
    for (const one of element.querySelectorAll(`[${name}]`)) one.removeAttribute(name);
  for (const name of ["href", "src"])
    for (const one of element.querySelectorAll(`[${name}]`))
      one.setAttribute(name, new URL(one.getAttribute(name), address).href);
  return { element, paragraphs };
}

/** The paragraphs that a note cites, those within a range included. */
function pointedAt(note, { element, paragraphs }) {
  const all = [...element.querySelectorAll(".paragraph, .gone-paragraph")];
  let last = -1;
  return [...note.querySelectorAll(".pinpoint a")].flatMap((link) => {
    const at = all.indexOf(paragraphs.get(decodeURIComponent(link.hash.slice(1))));
    const from = link.previousSibling?.textContent.trim() === "–" && last >= 0 ? last + 1 : at;
    last = at;
    return at < 0 ? [] : all.slice(from, at + 1);
  });
}

function sourceOf(note) {
  return note.querySelector(".note-source a");
}

/** The note that has the full name of the source which a note cites. */
function fullNoteOf(note) {
  return document.getElementById(note.querySelector(".note-source").dataset.fullIn) ?? note;
}

/** The source's name in its address, `/sources/<name>/`. */
function slugOf(note) {
  return decodeURIComponent(
    sourceOf(note)
      .pathname.split("/")
      .findLast((part) => part !== ""),
  );
}

function marksOf(note) {
  return [...document.querySelectorAll(`.noteref a[href="#${CSS.escape(note.id)}"]`)];
}

function numberOf(note) {
  return note.id.replace(/^\D+/, "");
}

function filled(words, values) {
  return words.replace(/\{(\w+)\}/g, (_, name) => values[name]);
}
