import type { StateCore } from "markdown-it";
import type { RuleName } from "../rules.ts";
import { environmentOf } from "./environment.ts";
import { unmark } from "./marks.ts";

/** What a Markdown rule finds wrong, before it is known where in the file the body stands. */
export interface BodyFault {
  readonly rule: RuleName;
  readonly message: string;
  /** First line and the one past the last, 0-based in the body. */
  readonly lines: readonly [number, number];
  /** What to look for in those lines, as it is typed; empty for their beginning. */
  readonly find: string;
  /** Whether it is the last place in those lines where that stands, and not the first. */
  readonly isLast: boolean;
}

export function reportFault(
  state: StateCore,
  rule: RuleName,
  lines: readonly [number, number] | null | undefined,
  find: string,
  message: string,
  isLast = false,
): void {
  const fault = { rule, message: unmark(message), lines: lines ?? ([0, 1] as const), find: unmark(find), isLast };
  (environmentOf(state).faults ??= []).push(fault);
}
