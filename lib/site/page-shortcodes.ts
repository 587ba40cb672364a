import type { Environment } from "nunjucks";
import type { CitingDocument } from "../core/brief/citation.ts";
import type { Catalog } from "../core/catalog/catalog.ts";
import { noteKey } from "../core/markdown/note-rule.ts";
import { backlink, noteId, noteref } from "../core/markdown/render-rules.ts";
import { interpretTag, type CitationRequest, type TagName } from "../core/tags/citation-tag.ts";
import { readTag, type Tag } from "../core/tags/tag.ts";
import { escapeHtml } from "../core/text/escape.ts";
import { addTag, type TagContext } from "./nunjucks-tag.ts";
import { verifiedAt, type DocumentRenderer } from "./render-document.ts";

/** What Nunjucks gives for `name="…"` arguments: one object, marked. */
type Keywords = Record<string, unknown> & { __keywords?: true };

/**
 * The citation tags in Nunjucks pages, `{% withNotes text %}`, which sets a text from the
 * page's front matter that has such tags in it, and `{% notes %}`, which sets the page's
 * notes. What they print was found in the page's text and checked beforehand.
 */
export function addPageShortcodes(environment: Environment, catalog: () => Catalog, renderer: DocumentRenderer): void {
  // Nunjucks makes a context for each rendering, so mentions are counted anew each time.
  const mentions = new WeakMap<object, Map<number, number>>();

  const cite = (context: TagContext, request: CitationRequest, transcluded: boolean) => {
    const page = pageOf(catalog(), context);
    const key = noteKey({ request, transcluded });
    const at = page.citations.findIndex((citation) => noteKey(citation) === key);
    const verified = verifiedAt(catalog(), page, at);
    const { note } = verified.citation;
    const counts = mentions.get(context) ?? new Map<number, number>();
    mentions.set(context, counts);
    counts.set(note, (counts.get(note) ?? 0) + 1);
    return { page, verified, noteref: noteref(note, counts.get(note) ?? 1) };
  };

  addTag(environment, "cite", (context, values) => cite(context, request("cite", values).main, false).noteref);
  addTag(environment, "quote", (context, values) => {
    const { main, beside } = request("quote", values);
    const parts = [main, ...(beside ? [beside] : [])].map((one) => cite(context, one, true));
    return renderer.quotation(pageOf(catalog(), context), parts);
  });
  addTag(environment, "withNotes", (context, [text]) =>
    withNotes(String(text), (tag) => cite(context, requestOf(tag, "cite").main, false).noteref),
  );
  addTag(environment, "notes", (context) => {
    const page = pageOf(catalog(), context);
    const notes = new Map<number, number[]>();
    page.citations.forEach(({ note }, index) => notes.set(note, [...(notes.get(note) ?? []), index]));
    return [...notes].map(([, indexes]) => noteItem(page, indexes, catalog(), renderer)).join("\n");
  });
}

function noteItem(
  page: CitingDocument,
  indexes: readonly number[],
  catalog: Catalog,
  renderer: DocumentRenderer,
): string {
  const verified = verifiedAt(catalog, page, indexes[0] ?? 0);
  const { note } = verified.citation;
  const several = indexes.length > 1;
  const backlinks = indexes.map((_, index) =>
    backlink(note, index + 1, several, renderer.backlink(page, note, several ? index + 1 : 0)),
  );
  return `<li id="${noteId(note)}" class="note">${renderer.note(catalog, page, verified)}${backlinks.join(" ")}</li>`;
}

function pageOf(catalog: Catalog, { templateName }: TagContext): CitingDocument {
  const found = catalog.library.pages.find((one) => one.name === templateName);
  if (!found) throw new Error(`${String(templateName)}.njk cites, but no citation was found in its text`);
  return found;
}

/** The tag's arguments, read by the same rules as a tag in Markdown. */
function request(name: TagName, values: readonly unknown[]) {
  const last = values.at(-1) as Keywords | undefined;
  const keywords = typeof last === "object" && last.__keywords ? last : {};
  const positional = values.filter((value) => typeof value !== "object");
  const argument = (option: string | undefined, value: unknown) => ({
    name: option,
    value: String(value),
    isNumber: typeof value === "number",
    offset: 0,
    valueOffset: 0,
  });
  const options = Object.entries(keywords).filter(([option]) => option !== "__keywords");
  const tag: Tag = {
    kind: "tag",
    name,
    arguments: [
      ...positional.map((value) => argument(undefined, value)),
      ...options.map(([option, value]) => argument(option, value)),
    ],
    faults: [],
    start: 0,
    end: 0,
  };
  return requestOf(tag, name);
}

/** Text, made safe, with a mark for each `{% cite %}` in it. */
function withNotes(text: string, mark: (tag: Tag) => string): string {
  let html = "";
  let done = 0;
  for (const { index } of text.matchAll(/\{%/g)) {
    const tag = readTag(text, index);
    if (tag?.kind !== "tag" || tag.name !== "cite") throw new Error(`Only closed cite tags can stand in "${text}"`);
    html += escapeHtml(text.slice(done, index)) + mark(tag);
    done = tag.end;
  }
  return html + escapeHtml(text.slice(done));
}

function requestOf(tag: Tag, name: TagName) {
  const meaning = interpretTag(tag, name);
  if (!meaning.request) throw new Error(meaning.problems.map(({ message }) => message).join(" "));
  return meaning.request;
}
