import type { CitedForms } from "../citation-style/forms.ts";
import type { NotePlace } from "../citation-style/note-naming.ts";
import { isSlot, textOf, type RunLink, type Runs, type WordRun } from "../citation-style/run.ts";
import { noteId } from "../markdown/render-rules.ts";
import type { Source } from "../source/source.ts";
import { isWrittenIn, type Direction } from "../text/language.ts";
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
  const parts = (some: Runs) => partsOf(some, source.direction, { source, firstNote });
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

/** @param alone what it is called elsewhere, which readers copy. @param direction of the source's language. */
export function wholeNamingView({ whole }: CitedForms, alone: CitedForms, direction: Direction): WholeNamingView {
  const at = alone.first.findIndex(isSlot);
  return { parts: citationParts(whole, direction), opening: textOf(at < 0 ? alone.first : alone.first.slice(0, at)) };
}

/** A whole citation, which leads to the web and not to the page that it stands on. @param direction of the work's language. */
export function citationParts(whole: Runs, direction: Direction): NamingPart[] {
  const withoutSelf = whole.map((run) => (isSlot(run) || run.link?.to !== "source" ? run : unlinked(run)));
  return partsOf(withoutSelf, direction, { firstNote: 1 });
}

function unlinked({ text, look, part }: WordRun): WordRun {
  return { text, ...(look && { look }), ...(part && { part }) };
}

/** Where the names in runs lead; runs that lead to no source need none. */
interface Leading {
  readonly source?: Source;
  readonly firstNote: number;
}

function partsOf(runs: Runs, direction: Direction, leading: Leading): NamingPart[] {
  const parts: (NamingPart & { readonly runs: WordRun[] })[] = [];
  for (const run of runs) {
    const words: WordRun = isSlot(run)
      ? { text: String(leading.firstNote), link: { to: "first-note" } }
      : inOwnLanguage(run, direction);
    const href = addressOf(words.link, leading);
    const last = parts.at(-1);
    if (last?.href === href) last.runs.push(words);
    else parts.push({ href, leadsTo: words.link?.to ?? "", runs: [words] });
  }
  return parts;
}

/** A short title may be in another language than the work: then it is not marked as being in the work's. */
function inOwnLanguage(run: WordRun, direction: Direction): WordRun {
  return run.part !== "title" || isWrittenIn(direction, run.text) ? run : { ...run, part: "name" };
}

function addressOf(link: RunLink | undefined, { source, firstNote }: Leading): string {
  if (link?.to === "source") return source ? sourcePath(source) : "";
  if (link?.to === "first-note") return `#${noteId(firstNote)}`;
  return link && /^https?:\/\//.test(link.url) ? link.url : "";
}
