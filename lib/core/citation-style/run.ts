/** Where a run of words leads. */
export type RunLink =
  | { readonly to: "source" }
  /** The note that names the source in full. */
  | { readonly to: "first-note" }
  | { readonly to: "web"; readonly url: string };

/** Words of a formatted citation that look alike: data, from which HTML, Markdown and plain text are made. */
export interface WordRun {
  readonly text: string;
  readonly look?: "italic" | "bold" | "small-caps" | "sup" | "sub";
  /** What the words are: a title is in the source's language, a name or another fact of it in whichever it is written. */
  readonly part?: "title" | "name";
  readonly link?: RunLink;
}

/** A place that is filled where the citation stands: by the paragraphs it names, or by the first note's number. */
export interface Slot {
  readonly slot: "pinpoint" | "first-note";
}

export type Run = WordRun | Slot;
export type Runs = readonly Run[];

/** Something to join: a fact of the work or a word of the style, in whichever language; runs; or nothing. */
export type Piece = string | Run | Runs | undefined;

export const pinpointSlot: Slot = { slot: "pinpoint" };
export const firstNoteSlot: Slot = { slot: "first-note" };

export function isSlot(run: Run): run is Slot {
  return "slot" in run;
}

/** Pieces one behind the other, those that are empty left out, with words between them. */
export function joined(between: string, ...pieces: readonly Piece[]): Runs {
  const kept = pieces.map(runsOf).filter((runs) => runs.length > 0);
  return kept.flatMap((runs, index) => (index === 0 ? runs : [{ text: between }, ...runs]));
}

/** A piece with words around it; nothing of them where it is empty. */
export function around(before: string, piece: Piece, after = ""): Runs {
  const runs = runsOf(piece);
  return runs.length === 0 ? [] : joined("", sign(before), runs, sign(after));
}

/** Signs go by the direction of what they stand in: a bracket that stood by itself would turn its back. */
function sign(text: string): Run | undefined {
  return text === "" ? undefined : { text };
}

function runsOf(piece: Piece): Runs {
  if (piece === undefined || piece === "") return [];
  if (typeof piece === "string") return [{ text: piece, part: "name" }];
  return "length" in piece ? piece : [piece];
}

/** Without looks and links. @param pinpoint @param firstNote what stands in the slots. */
export function textOf(runs: Runs, pinpoint = "", firstNote = ""): string {
  const filled = { pinpoint, "first-note": firstNote };
  return runs.map((run) => (isSlot(run) ? filled[run.slot] : run.text)).join("");
}

/** The last words that are there before the end; empty for none. */
function ending(runs: Runs): string {
  const last = runs.at(-1);
  return last === undefined || isSlot(last) ? "" : last.text;
}

/** With a full stop, unless what is there ends like a sentence. */
export function ended(runs: Runs, stop = "."): Runs {
  return runs.length === 0 || /[.!?۔؟…]["”’]?$/u.test(ending(runs)) ? runs : [...runs, { text: stop }];
}
