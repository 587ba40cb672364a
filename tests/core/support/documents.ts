import { parseBrief, type BriefReading } from "../../../lib/core/brief/parse-brief.ts";
import type { Problem } from "../../../lib/core/problem.ts";
import { parseSource, type SourceReading } from "../../../lib/core/source/parse-source.ts";
import { FileText } from "../../../lib/core/text/file-text.ts";

/** Seven lines: a body put behind it begins on line 8. */
export const briefHead = `---
title: A brief
summary: What it says.
authors: [{ given: Amina, family: Shah }]
date: 2026-03-05
status: published
---
`;

/** A brief with this body, under front matter that has no fault. */
export function briefFrom(body: string, name = "a-brief"): BriefReading {
  return briefOf(briefHead + body, name);
}

/** A brief of which this is the whole file. */
export function briefOf(text: string, name = "a-brief"): BriefReading {
  return parseBrief(name, new FileText(`briefs/${name}.md`, text), "en");
}

const sourceKeys = {
  type: "report",
  title: "A report",
  language: "en",
  grade: "primary",
  rights: "full-text",
  license: "CC0-1.0",
  numbering: "ours",
};

/** A source with this body; `keys` replace or add to its front matter, one line each; an empty one is left out. */
export function sourceFrom(body: string, keys: Record<string, string> = {}, id = "report"): SourceReading {
  const lines = Object.entries({ ...sourceKeys, ...keys })
    .filter(([, value]) => value !== "")
    .map(([key, value]) => `${key}: ${value}`);
  return parseSource(id, new FileText(`sources/${id}.md`, ["---", ...lines, "---", body].join("\n")));
}

/** Number of lines before a source's body, when `keys` adds none. */
export const sourceHeadLines = Object.keys(sourceKeys).length + 2;

/** Each problem as `line:column rule`. */
export function placesOf(problems: readonly Problem[]): string[] {
  return problems.map(({ place, rule }) => `${place.line}:${place.column} ${rule}`);
}
