/** Lines of a text that is set to a width. */
export interface BrokenText {
  readonly lines: readonly string[];
  /** Whether all of the text stands in them; what does not is an ellipsis at the end of the last. */
  readonly isWhole: boolean;
}

/**
 * Set a text in lines of at most a width, broken at spaces; a word longer than a line is
 * broken inside, never within a character that readers see.
 *
 * @param widthOf of a text on one line, in any unit. @param width in the same. @param most lines, 1 at least.
 */
export function breakLines(text: string, widthOf: (text: string) => number, width: number, most: number): BrokenText {
  const words = text.split(/\s+/).filter((word) => word !== "");
  const lines: string[] = [];
  let line = "";
  for (let word = words.shift(); word !== undefined; word = words.shift()) {
    const longer = line === "" ? word : `${line} ${word}`;
    if (widthOf(longer) <= width) {
      line = longer;
      continue;
    }
    if (line === "") {
      const [head, tail] = splitWord(word, widthOf, width);
      line = head;
      word = tail;
    }
    if (word !== "") words.unshift(word);
    if (lines.length + 1 === most && words.length > 0) {
      return { lines: [...lines, withEllipsis(line, widthOf, width)], isWhole: false };
    }
    lines.push(line);
    line = "";
  }
  return { lines: line === "" ? lines : [...lines, line], isWhole: true };
}

function splitWord(word: string, widthOf: (text: string) => number, width: number): [head: string, tail: string] {
  const letters = Array.from(new Intl.Segmenter().segment(word), ({ segment }) => segment);
  let count = 1;
  while (count < letters.length && widthOf(letters.slice(0, count + 1).join("")) <= width) count++;
  return [letters.slice(0, count).join(""), letters.slice(count).join("")];
}

/** A line with an ellipsis behind it, without its last words, or letters of its only one, where that is too long. */
function withEllipsis(line: string, widthOf: (text: string) => number, width: number): string {
  const words = line.split(" ");
  while (words.length > 1 && widthOf(`${words.join(" ")}…`) > width) words.pop();
  const kept = words.join(" ").replace(/[\s.,:;،؛۔]+$/u, "");
  if (widthOf(`${kept}…`) <= width) return `${kept}…`;
  const [head] = splitWord(kept, (part) => widthOf(`${part}…`), width);
  return `${head}…`;
}
