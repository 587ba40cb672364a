import { cleanLine } from "../problem.ts";
import { findingId, type Finding } from "./finding.ts";

export interface FindingView {
  readonly id: string;
  readonly kind: Finding["kind"];
  readonly number: number;
  /** How many of its kind the page has. */
  readonly of: number;
  readonly rule: string;
  readonly message: string;
  /** `path:line:column`, 1-based. */
  readonly where: string;
  /** Address on the page of the next of its kind; empty for the last. */
  readonly next: string;
}

/** All that a preview says of one page. */
export interface PageFindingsView {
  readonly problems: readonly FindingView[];
  readonly warnings: readonly FindingView[];
  /** Those without a spot in the text. */
  readonly top: readonly FindingView[];
  /** Those behind the paragraph of a source with a 1-based position. */
  behind(position: number): readonly FindingView[];
}

export function findingView(finding: Finding, all: readonly Finding[]): FindingView {
  const { kind, number, rule } = finding;
  const of = all.filter((one) => one.kind === kind).length;
  const { path, line, column } = finding.place;
  return {
    id: findingId(finding),
    kind,
    number,
    of,
    rule,
    message: cleanLine(finding.message),
    where: `${cleanLine(path)}:${line}:${column}`,
    next: number < of ? `#${findingId({ kind, number: number + 1 })}` : "",
  };
}

/** @param top those of `findings` without a spot in the text. */
export function pageFindingsView(findings: readonly Finding[], top: readonly Finding[]): PageFindingsView {
  const views = findings.map((finding) => findingView(finding, findings));
  const onTop = new Set(top);
  return {
    problems: views.filter(({ kind }) => kind === "problem"),
    warnings: views.filter(({ kind }) => kind === "warning"),
    top: views.filter((_, index) => findings[index] && onTop.has(findings[index])),
    behind: (position) =>
      views.filter((_, index) => {
        const finding = findings[index];
        return finding?.position === position && !onTop.has(finding);
      }),
  };
}
