import type { PhrasingContent } from "mdast";
import type { NamingPart } from "../view/naming-view.ts";
import type { NoteView } from "../view/note-view.ts";
import { emphasis, joined, link, text } from "./mdast.ts";
import type { MarkdownPage } from "./page-words.ts";

/** A note of a citation, as the page shows it: source, paragraphs, bearing, kind, words, and what was checked. */
export function noteContent(note: NoteView, { say, addressOf }: MarkdownPage): PhrasingContent[] {
  const { source } = note;
  const separator = say("listSeparator");
  const pinpoint = joined(
    note.pinpoint.map((part) =>
      joined(
        part.map(({ label, url }) => [link(addressOf(url), text(`¶${label}`))]),
        "–",
      ),
    ),
    separator,
  );
  const pages = note.pages.text === "" ? "" : say(note.pages.plural ? "note.pages" : "note.page", { pages: note.pages.text }); // prettier-ignore
  const where = [
    ...note.naming.before.flatMap((part) => namingContent(part, addressOf)),
    ...joined([optional(pages), pinpoint], separator),
    ...note.naming.after.flatMap((part) => namingContent(part, addressOf)),
  ];
  const kinds = [
    ...(note.relation === "supports" ? [] : [say(`relation.${note.relation}`)]),
    say(`grade.${source.grade}`),
    ...source.flags.map((flag) => say(`flag.${flag}`)),
  ];
  const proof = note.proof && [say("note.proof", { date: note.proof.recordedText }), ...note.proof.fingerprints.slice(0, 3).map(({ short }) => short)].join(" "); // prettier-ignore
  const sentences: PhrasingContent[][] = [
    where,
    optional(kinds.join(separator)),
    optional(note.words === "" ? "" : note.isQuotation ? `“${note.words}”` : note.words),
    ...note.notices.map(optional),
    optional(note.remark),
    optional(say(`verification.${note.verification}`)),
    optional(proof ?? ""),
    note.original === "" ? [] : [link(note.original, text(say("note.original")))],
  ];
  return joined(sentences, " · ");
}

/** Words of a source's name, linked where they lead to something. */
function namingContent({ href, runs }: NamingPart, addressOf: MarkdownPage["addressOf"]): PhrasingContent[] {
  const words = runs.map((run) => (run.look === "italic" ? emphasis(run.text) : text(run.text)));
  if (href === "") return words;
  return [link(/^https?:/.test(href) ? href : addressOf(href), ...words)];
}

function optional(value: string): PhrasingContent[] {
  return value === "" ? [] : [text(value)];
}
