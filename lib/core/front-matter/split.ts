import type { Problem } from "../problem.ts";
import type { FileText } from "../text/file-text.ts";
import { shorten } from "../text/shorten.ts";

/** A file cut in two. Offsets are 0-based in the file's text. */
export interface SplitFile {
  readonly yaml: string;
  readonly yamlOffset: number;
  readonly body: string;
  readonly bodyOffset: number;
  readonly problems: readonly Problem[];
}

const fence = /^---[ \t]*$/;
const tooLong = /^-{4,}[ \t]*$/;

/**
 * Cut a file into front matter and body: `---`, YAML, `---`, the rest.
 *
 * Anything after the first `---`, such as `---js`, names a language in which other
 * tools would run the front matter as a program; here it is refused unread.
 */
export function splitFrontMatter(file: FileText): SplitFile {
  const { text } = file;
  const firstEnd = lineEnd(text, 0);
  const first = text.slice(0, firstEnd);
  const whole = { yaml: "", yamlOffset: 0, body: text, bodyOffset: 0 };
  const absent = explainAbsence(text, first);
  if (absent !== undefined) {
    const close = tooLong.test(first) ? findClose(text, firstEnd + 1) : undefined;
    const body = close && { body: text.slice(close.after), bodyOffset: close.after };
    const problem = { place: file.placeAt(0), rule: "front-matter-present", message: absent } as const;
    return { ...whole, ...body, problems: [problem] };
  }
  const close = findClose(text, firstEnd + 1);
  const body = close && { body: text.slice(close.after), bodyOffset: close.after };
  if (!fence.test(first)) {
    const message = `Front matter is YAML between two lines "---"; "${shorten(first.trim())}" is not read and never run. Write "---".`;
    return { ...whole, ...body, problems: [{ place: file.placeAt(3), rule: "front-matter-language", message }] };
  }
  if (!close) {
    const near = /^-{4,}[ \t]*$/m.exec(text.slice(firstEnd));
    const message = near
      ? `The front matter is never closed. ${countHyphens(near[0])}`
      : 'The front matter is never closed. Write a line "---" after its last key.';
    const place = file.placeAt(near ? firstEnd + near.index : 0);
    return { ...whole, body: "", problems: [{ place, rule: "front-matter-present", message }] };
  }
  const yamlOffset = firstEnd + 1;
  return { ...whole, ...body, yaml: text.slice(yamlOffset, close.before), yamlOffset, problems: [] };
}

/** Why front matter does not begin here, where it does not. */
function explainAbsence(text: string, first: string): string | undefined {
  if (tooLong.test(first)) return countHyphens(first);
  if (first.startsWith("---")) return undefined;
  if (/^\s+---[ \t]*$/m.test(/^\s*\S*[ \t]*/.exec(text)?.[0] ?? "")) {
    const before = first.trim() === "" ? "Take the blank lines" : "Take the white space";
    return `Front matter begins with the file's very first character. ${before} before "---" out.`;
  }
  return 'There is no front matter. Begin the file with a line "---", keys such as title: …, and another "---".';
}

function countHyphens(line: string): string {
  const count = line.trim().length;
  return `The line has ${["four", "five", "six", "seven", "eight", "nine"][count - 4] ?? count} hyphens; write three.`;
}

function findClose(text: string, from: number): { before: number; after: number } | undefined {
  for (let start = from; start < text.length;) {
    const end = lineEnd(text, start);
    if (fence.test(text.slice(start, end))) return { before: start, after: Math.min(end + 1, text.length) };
    start = end + 1;
  }
  return undefined;
}

function lineEnd(text: string, start: number): number {
  const at = text.indexOf("\n", start);
  return at < 0 ? text.length : at;
}
