import { splitWords } from "./words.ts";

/** A stretch of text that both versions have, or only the one before, or only the one after. */
export interface DiffPart {
  readonly kind: "same" | "removed" | "added";
  readonly text: string;
}

/** Cells of the table that is worth filling: a tenth of a second. Texts beyond it are shown as replaced. */
const mostCells = 8_000_000;

/**
 * What was removed from a text and what was added, word by word.
 *
 * The parts that are `same` or `removed` make up `before`, those that are `same` or
 * `added` make up `after`; none is empty, and a removal comes before what replaces it.
 * Of a change, the words are few and whole: white space alone never parts two changes.
 */
export function diffWords(before: string, after: string): DiffPart[] {
  const a = tokensOf(before);
  const b = tokensOf(after);
  let start = 0;
  while (start < a.length && start < b.length && a[start] === b[start]) start++;
  let end = 0;
  while (end < a.length - start && end < b.length - start && a.at(-1 - end) === b.at(-1 - end)) end++;
  const parts: DiffPart[] = [
    { kind: "same", text: a.slice(0, start).join("") },
    ...diffTokens(a.slice(start, a.length - end), b.slice(start, b.length - end)),
    { kind: "same", text: a.slice(a.length - end).join("") },
  ];
  return joinChanges(parts);
}

/** Words, numbers with their separators, runs of white space and single signs; together they are the text. */
function tokensOf(text: string): string[] {
  const pieces =
    text.match(
      /\s+|\p{N}+(?:[.,:/\u066B\u066C]\p{N}+)+|[\p{L}\p{M}\p{N}\u200C\u200D]+|[^\s\p{L}\p{M}\p{N}\u200C\u200D]/gu,
    ) ?? [];
  return pieces.flatMap((piece) => {
    if (/^\p{N}+[^\p{L}\p{M}\p{N}]/u.test(piece)) return piece;
    const words = splitWords(piece);
    return words.length > 1 ? words : piece;
  });
}

/** By the longest common subsequence. */
function diffTokens(a: readonly string[], b: readonly string[]): DiffPart[] {
  const width = b.length + 1;
  const common = lengthsOfCommon(a, b);
  const parts: DiffPart[] = [];
  let i = 0;
  let j = 0;
  while (i < a.length || j < b.length) {
    const [mine, other] = [a[i], b[j]];
    if (common && mine !== undefined && mine === other) {
      parts.push({ kind: "same", text: mine });
      i++;
      j++;
    } else if (
      mine !== undefined &&
      (!common || other === undefined || at(common, (i + 1) * width + j) >= at(common, i * width + j + 1))
    ) {
      parts.push({ kind: "removed", text: mine });
      i++;
    } else {
      parts.push({ kind: "added", text: other ?? "" });
      j++;
    }
  }
  return parts;
}

/** At i · (b's length + 1) + j, the length of the longest common subsequence of a from i and b from j. */
function lengthsOfCommon(a: readonly string[], b: readonly string[]): Uint16Array | undefined {
  const width = b.length + 1;
  if ((a.length + 1) * width > mostCells || Math.min(a.length, b.length) > 0xffff) return undefined;
  const lengths = new Uint16Array((a.length + 1) * width);
  for (let i = a.length - 1; i >= 0; i--) {
    for (let j = b.length - 1; j >= 0; j--) {
      const cell = i * width + j;
      lengths[cell] =
        a[i] === b[j] ? at(lengths, cell + width + 1) + 1 : Math.max(at(lengths, cell + width), at(lengths, cell + 1));
    }
  }
  return lengths;
}

function at(lengths: Uint16Array, cell: number): number {
  return lengths[cell] ?? 0;
}

/** Join what belongs together: neighbours of a kind, and changes with only white space between them. */
function joinChanges(parts: readonly DiffPart[]): DiffPart[] {
  const joined: DiffPart[] = [];
  let removed = "";
  let added = "";
  let gap = "";
  const flush = () => {
    if (removed !== "") joined.push({ kind: "removed", text: removed });
    if (added !== "") joined.push({ kind: "added", text: added });
    removed = added = "";
  };
  for (const { kind, text } of parts) {
    if (kind === "same") {
      const changing = removed !== "" || added !== "";
      if (changing && gap + text !== "" && (gap + text).trim() === "") {
        gap += text;
        continue;
      }
      flush();
      gap = pushSame(joined, gap + text);
    } else {
      removed += gap;
      added += gap;
      gap = "";
      if (kind === "removed") removed += text;
      else added += text;
    }
  }
  flush();
  pushSame(joined, gap);
  return joined;
}

function pushSame(joined: DiffPart[], text: string): "" {
  const last = joined.at(-1);
  if (last?.kind === "same") joined[joined.length - 1] = { kind: "same", text: last.text + text };
  else if (text !== "") joined.push({ kind: "same", text });
  return "";
}
