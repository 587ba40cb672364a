import type { Problem } from "../problem.ts";

/** Something wrong or doubtful that a preview shows on the page it is about. */
export interface Finding extends Problem {
  /** A warning stops no build. */
  readonly kind: "problem" | "warning";
  /** 1-based, among the findings of its kind on the page. */
  readonly number: number;
  /** The sentence it is about, without markup; empty where none is known. */
  readonly sentence: string;
  /** On a source's page: the 1-based position of the paragraph it stands behind; absent on top. */
  readonly position?: number;
}

/** Id of a finding's element on its page: `problem-1`, `warning-3`. */
export function findingId({ kind, number }: Pick<Finding, "kind" | "number">): string {
  return `${kind}-${number}`;
}
