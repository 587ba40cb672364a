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
  /** Whether it is the end of the last of those lines, and not the first place where it stands. */
  readonly isTail: boolean;
}

export function reportFault(
  state: StateCore,
  rule: RuleName,
  lines: readonly [number, number] | null | undefined,
  find: string,
  message: string,
  isTail = false,
): void {
  const fault = { rule, message: unmark(message), lines: lines ?? ([0, 1] as const), find: unmark(find), isTail };
  (environmentOf(state).faults ??= []).push(fault);
}
