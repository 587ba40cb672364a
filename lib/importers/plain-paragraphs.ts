export interface PlainParagraphs {
  readonly title?: string;
  readonly paragraphs: readonly string[];
  /** What a person should look at. */
  readonly doubt?: string;
}

/** Columns beyond which a line is a whole paragraph: nobody breaks lines so late. */
const longLine = 120;
/** The longest title that is taken for one. */
const longTitle = 200;

/**
 * The paragraphs of a plain text. Blank lines set them apart; where lines are too long to
 * be broken by hand, every line is a paragraph. A short first line without the end of
 * a sentence is the title, if it stands alone.
 */
export function readPlainParagraphs(text: string): PlainParagraphs {
  const lines = text.split(/\r\n?|[\n\v\f\u0085\u2028\u2029]/).map((line) => line.trim());
  while (lines[0] === "") lines.shift();
  const [first = "", second = ""] = lines;
  const isLineEach = onePerLine(lines);
  const standsAlone = second === "" || isLineEach;
  const isTitle = first !== "" && first.length <= longTitle && standsAlone && !endsSentence(first) && lines.length > 1;
  const body = isTitle ? lines.slice(1) : lines;
  const paragraphs = isLineEach ? body.filter((line) => line !== "") : joinLines(body);
  return {
    ...(isTitle && { title: first }),
    paragraphs,
    ...(isLineEach &&
      hasBlankLines(body) && {
        doubt: "Lines as well as blank lines set paragraphs apart here; each line was taken for one.",
      }),
  };
}

/**
 * Whether every line is a paragraph: lines follow one another that nobody breaks so late,
 * or most of them are broken where the next word would have had room.
 */
function onePerLine(lines: readonly string[]): boolean {
  const widths = lines.map(widthOf);
  const filled = widths.filter((width) => width > 0);
  const followed = lines.flatMap((line, at) => (line !== "" && (lines[at + 1] ?? "") !== "" ? [at] : []));
  if (followed.length === 0) return false;
  if (filled.filter((width) => width > longLine).length >= Math.max(1, filled.length / 3)) return true;
  const widest = filled.reduce((most, width) => Math.max(most, width), 0);
  const early = followed.filter((at) => (widths[at] ?? 0) + firstWordOf(lines[at + 1] ?? "") < widest * 0.75);
  return early.length > followed.length / 2;
}

/** Columns that a line takes: Chinese, Japanese and Korean characters take two. */
function widthOf(line: string): number {
  return (
    line.length + (line.match(/[\u1100-\u115F\u2E80-\uA4CF\uAC00-\uD7A3\uF900-\uFAFF\uFF00-\uFF60]/g)?.length ?? 0)
  );
}

function firstWordOf(line: string): number {
  return Math.min(20, (/^\S+/.exec(line)?.[0].length ?? 0) + 1);
}

function joinLines(lines: readonly string[]): string[] {
  const paragraphs: string[] = [];
  let open = "";
  for (const line of [...lines, ""]) {
    if (line !== "") open = open === "" ? line : joined(open, line);
    else if (open !== "") {
      paragraphs.push(open);
      open = "";
    }
  }
  return paragraphs;
}

/** Chinese and Japanese have no space between characters, so that a broken line has none either. */
function joined(before: string, after: string): string {
  const isDense = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\u3000-\u303F\uFF00-\uFFEF]$/u.test(before);
  return isDense && /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\u3000-\u303F\uFF00-\uFFEF]/u.test(after)
    ? `${before}${after}`
    : `${before} ${after}`;
}

function endsSentence(line: string): boolean {
  return /[.;,:。．，；：،؛۔][”"’')\]»]*$/u.test(line);
}

function hasBlankLines(lines: readonly string[]): boolean {
  return lines.slice(1, -1).includes("") && lines.some((line, at) => line !== "" && at > 1 && lines[at - 1] !== "");
}
