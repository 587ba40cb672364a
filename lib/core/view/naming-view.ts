import type { CitedForms } from "../citation-style/forms.ts";
import type { NotePlace } from "../citation-style/note-naming.ts";
import { isSlot, textOf, type RunLink, type Runs, type WordRun } from "../citation-style/run.ts";
import { noteId } from "../markdown/render-rules.ts";
import type { Source } from "../source/source.ts";
import { sourcePath } from "./address.ts";

/** Words of a source's name that lead to one place, or to none. */
export interface NamingPart {
  /** Root-relative for the source, a fragment for a note, absolute for the web; empty for none. */
  readonly href: string;
  readonly leadsTo: RunLink["to"] | "";
  readonly runs: readonly Pick<WordRun, "text" | "look" | "part">[];
}

/** How a note names its source, around the paragraphs that it cites. */
export interface NamingView {
  readonly before: readonly NamingPart[];
  readonly after: readonly NamingPart[];
  /** 1-based number of the note that has the source's full name, where this one has not; otherwise 0. */
  readonly fullIn: number;
}

export function namingView(source: Source, forms: CitedForms, { form, firstNote }: NotePlace): NamingView {
  const runs = forms[form];
  const at = runs.findIndex((run) => isSlot(run) && run.slot === "pinpoint");
  const parts = (some: Runs) => partsOf(source, some, firstNote);
  return {
    before: parts(at < 0 ? runs : runs.slice(0, at)),
    after: parts(at < 0 ? [] : runs.slice(at + 1)),
    fullIn: form === "first" ? 0 : firstNote,
  };
}

/** What a source is called on its own page. */
export interface WholeNamingView {
  readonly parts: readonly NamingPart[];
  /** In plain text, up to where the paragraph is named: "UNHCR, Update, 5 March 2026, ". */
  readonly opening: string;
}

export function wholeNamingView(source: Source, { whole, first }: CitedForms): WholeNamingView {
  const at = first.findIndex(isSlot);
  const withoutSelf = whole.map((run) => (isSlot(run) || run.link?.to !== "source" ? run : unlinked(run)));
  return { parts: partsOf(source, withoutSelf, 1), opening: textOf(at < 0 ? first : first.slice(0, at)) };
}

function unlinked({ text, look, part }: WordRun): WordRun {
  return { text, ...(look && { look }), ...(part && { part }) };
}

function partsOf(source: Source, runs: Runs, firstNote: number): NamingPart[] {
  const parts: (NamingPart & { readonly runs: WordRun[] })[] = [];
  for (const run of runs) {
    const words: WordRun = isSlot(run) ? { text: String(firstNote), link: { to: "first-note" } } : run;
    const href = addressOf(words.link, source, firstNote);
    const last = parts.at(-1);
    if (last?.href === href) last.runs.push(words);
    else parts.push({ href, leadsTo: words.link?.to ?? "", runs: [words] });
  }
  return parts;
}

function addressOf(link: RunLink | undefined, source: Source, firstNote: number): string {
  if (link?.to === "source") return sourcePath(source);
  if (link?.to === "first-note") return `#${noteId(firstNote)}`;
  return link && /^https?:\/\//.test(link.url) ? link.url : "";
}
