import { compareText } from "./text/compare.ts";
import type { RuleName } from "./rules.ts";

/**
 * A spot in a file an author edits.
 *
 * `line` and `column` are 1-based and count what an editor shows: the byte order
 * mark is not a column, front matter lines count, and \r\n, \n and \r each end one
 * line. Columns are UTF-16 code units, as in the Language Server Protocol.
 */
export interface Place {
  /** Path relative to the project, with forward slashes. */
  readonly path: string;
  readonly line: number;
  readonly column: number;
}

export function isSamePlace(a: Place, b: Place): boolean {
  return a.path === b.path && a.line === b.line && a.column === b.column;
}

/** Something wrong in a brief, a source or a page: where, which rule, what, and what to write. */
export interface Problem {
  readonly place: Place;
  readonly rule: RuleName;
  /** What is wrong, what is there and what to write, in whole sentences on one line. */
  readonly message: string;
}

/** One line: `path:line:column  rule  message`. Control characters become spaces, invisible marks are left out. */
export function formatProblem({ place, rule, message }: Problem): string {
  return `${cleanLine(place.path)}:${place.line}:${place.column}  ${rule}  ${cleanLine(message)}`;
}

/** Sorted by path, line, column and rule; the very same problem is reported once. */
export function sortProblems(problems: readonly Problem[]): Problem[] {
  const sorted = problems.toSorted(compareProblems);
  return sorted.filter((problem, index) => {
    for (let at = index - 1; at >= 0; at--) {
      const other = sorted[at];
      if (!other || compareProblems(other, problem) !== 0) return true;
      if (formatProblem(other) === formatProblem(problem)) return false;
    }
    return true;
  });
}

/**
 * What `sortProblems` gives where, of problems it has sorted, all those in some files are others.
 *
 * @param own all problems in these files, in the order in which they are found.
 */
export function replaceProblems(
  sorted: readonly Problem[],
  paths: ReadonlySet<string>,
  own: readonly Problem[],
): readonly Problem[] {
  const ranges = Array.from(paths, (path) => ({ range: rangeOf(sorted, path), own: [] as Problem[], path }));
  const byPath = new Map(ranges.map((one) => [one.path, one]));
  for (const problem of own) byPath.get(problem.place.path)?.own.push(problem);
  const touched = ranges.filter(({ range: [start, end], own }) => end > start || own.length > 0);
  if (touched.length === 0) return sorted;
  const all: Problem[] = [];
  let from = 0;
  for (const { range, own } of touched.sort((a, b) => a.range[0] - b.range[0] || compareText(a.path, b.path))) {
    for (const problem of sorted.slice(from, range[0])) all.push(problem);
    all.push(...sortProblems(own));
    from = range[1];
  }
  return [...all, ...sorted.slice(from)];
}

/** Those in one file. @param sorted as by `sortProblems`. */
export function problemsIn(sorted: readonly Problem[], path: string): readonly Problem[] {
  return sorted.slice(...rangeOf(sorted, path));
}

/** Where those in one file begin, and where they have ended. */
function rangeOf(sorted: readonly Problem[], path: string): [start: number, end: number] {
  return [
    countUntil(sorted, ({ place }) => compareText(place.path, path) < 0),
    countUntil(sorted, ({ place }) => compareText(place.path, path) <= 0),
  ];
}

/** How many come first of which something holds that holds of none behind them. */
function countUntil(sorted: readonly Problem[], holds: (problem: Problem) => boolean): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const problem = sorted[middle];
    if (problem && holds(problem)) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The files of which the problems are not the very same in two lists. @param a sorted as by `sortProblems`, as is `b`. */
export function differingPaths(a: readonly Problem[], b: readonly Problem[]): ReadonlySet<string> {
  const paths = new Set<string>();
  let [at, other] = [0, 0];
  while (at < a.length || other < b.length) {
    const [one, two] = [a[at], b[other]];
    if (one !== two) {
      const isFirst = two === undefined || (one !== undefined && compareText(one.place.path, two.place.path) <= 0);
      const path = (isFirst ? one : two)?.place.path ?? "";
      paths.add(path);
      while (a[at]?.place.path === path) at += 1;
      while (b[other]?.place.path === path) other += 1;
    } else {
      at += 1;
      other += 1;
    }
  }
  return paths;
}

function compareProblems(a: Problem, b: Problem): number {
  return (
    compareText(a.place.path, b.place.path) ||
    a.place.line - b.place.line ||
    a.place.column - b.place.column ||
    compareText(a.rule, b.rule)
  );
}

/** Marks of direction and other format characters; the joiners stay, which are part of words. */
const invisibleMarks = /(?![\u200C\u200D])(?:(?=\p{Cf})\p{DI}|[\uFFF9-\uFFFB])+/gu;

/** A text on one line, without what would forge lines of a report or turn them around. */
export function cleanLine(text: string): string {
  return text
    .replace(/[\p{Cc}\u2028\u2029]+/gu, " ")
    .replace(invisibleMarks, "")
    .trim();
}
