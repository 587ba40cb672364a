import { styleText } from "node:util";
import type { Hit } from "../core/find/find-paragraphs.ts";
import type { ListedParagraph } from "../core/find/listed-paragraph.ts";
import type { Snippet } from "../core/find/snippet.ts";
import { cleanLine } from "../core/problem.ts";
import type { Source } from "../core/source/source.ts";
import type { ListedSource } from "./list-data.ts";
import { openingWords } from "../core/text/sentence.ts";
import { count } from "./report.ts";

/** A paragraph that was found, for people: the shortcode first, so that it can be copied. */
export function hitLines(listed: ListedParagraph, snippet: Snippet): string[] {
  const { source, paragraph, shortcode } = listed;
  return [
    styled("bold", cleanLine(shortcode)),
    `  ${[`${cleanLine(source.meta.title)}, ¶${paragraph.label}`, ...badges(listed)].join(" · ")}`,
    `  ${emphasised(snippet)}`,
    ...citedLine(listed),
    "",
  ];
}

/** What an author must know before citing it. */
function badges({ source, paragraph, isCitable, mayQuote }: ListedParagraph): string[] {
  const { grade, rights } = source.meta;
  return [
    grade,
    mayQuote ? rights : "digest, not to be quoted",
    ...(paragraph.uses ? [`only as ${paragraph.uses.join(", ")}`] : []),
    ...(isCitable ? [] : ["cannot be cited: opinion supports no claim"]),
    ...(paragraph.notice === undefined ? [] : [cleanLine(paragraph.notice)]),
  ];
}

function citedLine({ citedBy, times }: ListedParagraph): string[] {
  if (times === 0) return [];
  const where = citedBy.map(
    ({ document, notes }) => `${document} ${notes.length === 1 ? "note" : "notes"} ${notes.join(", ")}`,
  );
  return [styled("dim", `  cited ${timesOf(times)}: ${where.join("; ")}`)];
}

function timesOf(number: number): string {
  return number === 1 ? "once" : number === 2 ? "twice" : `${number} times`;
}

function emphasised({ text, words }: Snippet): string {
  let line = "";
  let done = 0;
  for (const { start, end } of words) {
    line += cleanPart(text.slice(done, start)) + styled(["bold", "underline"], cleanPart(text.slice(start, end)));
    done = end;
  }
  return line + cleanPart(text.slice(done));
}

/** Like {@link cleanLine}, of a part of a line: the spaces at its ends stay. */
function cleanPart(text: string): string {
  return cleanLine(`|${text}|`).slice(1, -1);
}

function styled(format: Parameters<typeof styleText>[0], text: string): string {
  // A file or another program takes the text as it is; so does a terminal where NO_COLOR is set.
  const { stdout } = process;
  return text !== "" && stdout.isTTY && stdout.hasColors() ? styleText(format, text) : text;
}

/** All sources, one a line. */
export function sourceLines(sources: readonly ListedSource[], timesCited: (source: ListedSource) => number): string[] {
  const width = Math.max(0, ...sources.map(({ id }) => id.length));
  return sources.map((source) => {
    const times = timesCited(source);
    const facts = [
      cleanLine(source.meta.title),
      count(source.count, "paragraph"),
      times === 0 ? "not cited" : `cited ${timesOf(times)}`,
    ];
    return `${styled("bold", source.id.padEnd(width))}  ${facts.join(" · ")}`;
  });
}

/** How many characters of a paragraph are shown where all of a source are listed. */
const openingLength = 90;

/** The paragraphs of one source, one a line. */
export function paragraphLines(listed: readonly ListedParagraph[]): string[] {
  const width = Math.max(0, ...listed.map(({ shortcode }) => shortcode.length));
  return listed.map(({ shortcode, paragraph, times }) => {
    const isHidden = paragraph.elsewhere?.hasText === false;
    const opening = isHidden ? "(its site does not show its words)" : openingWords(paragraph.text, openingLength);
    const cited = times === 0 ? "" : styled("dim", `  cited ${timesOf(times)}`);
    return `${styled("bold", cleanLine(shortcode).padEnd(width))}  ${cleanLine(opening)}${cited}`;
  });
}

/** What is said under paragraphs that were found. */
export function closingLine(hits: readonly Hit[], shown: number): string {
  const all = count(hits.length, "paragraph");
  return shown < hits.length ? `${shown} of ${all}; --limit ${hits.length} shows all.` : `${all}.`;
}

/** @param sources whose titles have all that was looked for. */
export function titleLines(sources: readonly Source[]): string[] {
  return sources.map(
    ({ id, meta }) => `${styled("bold", id)}  ${cleanLine(meta.title)}: npx pincite list --source ${id}`,
  );
}
