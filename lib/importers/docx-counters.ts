import { writeNumber, type Level, type ListDefinitions } from "./docx-numbering.ts";
import type { NumberFormat } from "./number-formats.ts";

/** What a numbered paragraph shows before its words. */
export interface Marker {
  /** "•", or the number as it is shown, such as "3." or "(a)". */
  readonly text: string;
  /** 0-based. */
  readonly depth: number;
  /** The number alone where it names the levels above it, such as "14.1". */
  readonly label?: string;
  readonly isCertain: boolean;
}

/** Counts a document's numbered paragraphs, which have to be shown to it in their order. */
export class Counters {
  readonly #definitions: ListDefinitions;
  readonly #numbers = new Map<string, (number | undefined)[]>();
  readonly #restarted = new Set<string>();

  constructor(definitions: ListDefinitions) {
    this.#definitions = definitions;
  }

  /** @param list the list's number in this document. */
  next(list: string, depth: number | { readonly style: string }): Marker | undefined {
    const level = this.#definitions.level(list, depth);
    if (!level) return undefined;
    const numbers = this.#count(level, list);
    if (level.format === "bullet") return { text: "•", depth: level.depth, isCertain: true };
    const formatAt = (at: number): NumberFormat => {
      const format = this.#definitions.level(list, at)?.format ?? "decimal";
      return format === "bullet" ? "none" : format;
    };
    const text = writeNumber(level, numbers, formatAt);
    const label = this.#isOutline(level, list) ? text.replace(/\.$/, "") : undefined;
    const isCertain = level.isFormatKnown;
    return { text, depth: level.depth, isCertain, ...(label !== undefined && { label }) };
  }

  #count(level: Level, list: string): readonly (number | undefined)[] {
    const { depth, restart } = level;
    const numbers = this.#numbers.get(level.list) ?? [];
    this.#numbers.set(level.list, numbers);
    const override = `${list} ${depth}`;
    const isRestarted = restart !== undefined && !this.#restarted.has(override);
    if (isRestarted) this.#restarted.add(override);
    const before = isRestarted ? undefined : numbers[depth];
    numbers[depth] = before === undefined ? (isRestarted ? restart.start : level.start) : before + 1;
    // Levels above that were never numbered stand at their first number.
    for (let above = 0; above < depth; above++) numbers[above] ??= this.#definitions.level(list, above)?.start ?? 1;
    this.#forgetBelow(numbers, depth, list);
    return numbers;
  }

  #forgetBelow(numbers: (number | undefined)[], depth: number, list: string): void {
    for (let below = depth + 1; below < numbers.length; below++) {
      const after = this.#definitions.level(list, below)?.restartsAfter ?? below;
      if (after > depth) numbers[below] = undefined;
    }
  }

  /** Whether a list numbers paragraphs as 14, 14.1, 14.1.1, so that each number occurs once. */
  #isOutline(level: Level, list: string): boolean {
    if (!/^%1(?:\.%\d)*\.?$/.test(level.text)) return false;
    if (level.depth > 0) return level.text.includes("%2");
    return /^%1\.%2\.?$/.test(this.#definitions.level(list, 1)?.text ?? "");
  }
}
