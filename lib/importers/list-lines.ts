import type { ImportedBlock } from "./imported-document.ts";

type Item = Extract<ImportedBlock, { kind: "item" }>;

/** One level of the lists under way. */
interface Level {
  /** Columns of white space before its items. */
  readonly indent: number;
  /** Where the words of its last item begin, and so the items of a list inside it. */
  inside: number;
  /** The last number; undefined for bullets. */
  last: number | undefined;
  delimiter: "." | ")";
}

/**
 * How the lines of list items begin. Markdown counts an ordered list on from its first
 * number and takes no notice of the others: where numbers do not follow one another, the
 * sign behind them changes, which begins a new list.
 */
export class ListLines {
  #levels: Level[] = [];
  #delimiter: Level["delimiter"] = ".";

  /** Called for what is no item. */
  end(): void {
    this.#levels = [];
  }

  /** @param item with a depth as `withListDepths` gives it. */
  begin({ depth = 0, marker }: Item): string {
    this.#levels = this.#levels.slice(0, depth + 1);
    const level = this.#levels[depth] ?? this.#open(depth);
    const number = marker === "•" ? undefined : Number.parseInt(marker, 10);
    if (number !== undefined && level.last !== undefined && number !== level.last + 1)
      level.delimiter = level.delimiter === "." ? ")" : ".";
    if (depth === 0) this.#delimiter = level.delimiter;
    level.last = number;
    const sign = number === undefined ? "-" : `${number}${level.delimiter}`;
    level.inside = level.indent + sign.length + 1;
    return `${" ".repeat(level.indent)}${sign} `;
  }

  #open(depth: number): Level {
    const indent = this.#levels[depth - 1]?.inside ?? 0;
    const level: Level = { indent, inside: indent, last: undefined, delimiter: depth === 0 ? this.#delimiter : "." };
    this.#levels.push(level);
    return level;
  }
}
