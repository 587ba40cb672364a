import type { StateCore } from "markdown-it";
import type { Attachments } from "../brief/attachment.ts";
import type { ReadTags } from "../brief/read-tags.ts";
import type { Problem } from "../problem.ts";
import type { Confidence } from "../text/brief-words.ts";
import type { BodyFault } from "./body-fault.ts";
import type { NumberedFigure } from "./figure-rule.ts";
import type { Heading } from "./heading-rule.ts";
import type { ListedNote, NoteNumbers } from "./note-rule.ts";

/** What the Markdown rules leave behind for one document; each parse begins with an empty one. */
export interface ParseEnvironment {
  /** BCP 47, of the document; given to the parse. */
  readonly language?: string;
  /** The document's own folder, and the files in it; given to the parse. */
  readonly folder?: string;
  readonly attachments?: Attachments;
  readTags?: ReadTags;
  noteNumbers?: NoteNumbers;
  headings?: Heading[];
  /** By label. */
  figures?: ReadonlyMap<string, NumberedFigure>;
  /** How often each level is marked. */
  confidence?: Record<Confidence, number>;
  faults?: BodyFault[];
  /** What is wrong in attached files. */
  problems?: Problem[];
  /** Numbers of the `{%` that became neither a tag nor literal text, 0-based. */
  lostTags?: readonly number[];
  /** markdown-it-footnote's own: 0-based note ids by `:label`, and the notes in order. */
  footnotes?: { refs?: Record<string, number>; list?: ListedNote[] };
}

export function environmentOf(state: StateCore): ParseEnvironment {
  return state.env as ParseEnvironment;
}
