import { describe, expect, test } from "vitest";
import { contestedParagraphs } from "../../../lib/core/evidence/contested-paragraphs.ts";
import { sourceOfWords } from "../support/catalogs.ts";
import { citing } from "./citing.ts";

const sources = [sourceOfWords("One Two Three")];
const cite = (label: number | string, relation = "supports") =>
  `{% cite "report", ${typeof label === "number" ? label : `"${label}"`}, as="${relation}" %}`;

/** The contested paragraphs of the first brief, each as `label: supporting / disputing documents`. */
function contestedIn(...bodies: string[]): string[] {
  const { catalog, verified } = citing(sources, ...bodies);
  return contestedParagraphs(catalog, verified[0] ?? []).map(({ paragraph, supporting, disputing }) => {
    const names = (all: readonly { document: { name: string } }[]) =>
      all.map(({ document }) => document.name).join(" ");
    return `${paragraph.label}: ${names(supporting)} / ${names(disputing)}`;
  });
}

describe("a paragraph is contested", () => {
  test.each([
    [
      "when one brief takes it for one claim and against another",
      [`A.${cite(1)} B.${cite(1, "disputes")}`],
      ["1: a / a"],
    ],
    ["when two briefs do", [`A.${cite(1)}`, `B.${cite(1, "disputes")}`], ["1: a / b"]],
    ["also for the brief that disputes", [`A.${cite(1, "disputes")}`, `B.${cite(1)}`], ["1: b / a"]],
    ["when ranges meet in it", [`A.${cite("1-2")}`, `B.${cite("2-3", "disputes")}`], ["2: a / b"]],
    ["not when all agree", [`A.${cite(1)}`, `B.${cite(1)}`], []],
    ["not when another paragraph disputes", [`A.${cite(1)}`, `B.${cite(2, "disputes")}`], []],
    ["not by qualification", [`A.${cite(1)}`, `B.${cite(1, "qualifies")}`], []],
    ["not for a brief that does not cite it", [`A.${cite(2)}`, `B.${cite(1)}`, `C.${cite(1, "disputes")}`], []],
    ["not for a brief without a citation", ["A."], []],
  ])("%s", (_, bodies, expected) => {
    expect(contestedIn(...bodies)).toEqual(expected);
  });
});
