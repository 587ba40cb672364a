import type { Direction } from "../../core/text/language.ts";

/** One bar or column: what it stands for, and how many there are. Labels are data, never markup. */
export interface ChartRow {
  readonly label: string;
  readonly count: number;
}

/** `bars` lie one below the other, each under its label; `columns` stand side by side over theirs, which must be short. */
export type ChartKind = "bars" | "columns";

/** What a chart shows; its words are the interface's. */
export interface ChartContent {
  /** Unique on its page; ids begin with it. */
  readonly name: string;
  readonly kind: ChartKind;
  readonly title: string;
  /** What one would say of it on the telephone, for those who do not see it. */
  readonly description: string;
  /** At least one with a count above zero. */
  readonly rows: readonly ChartRow[];
  /** Of the page it stands on. */
  readonly direction: Direction;
}
