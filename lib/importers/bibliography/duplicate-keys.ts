import type { BibliographyContents, BibliographyEntry, BibliographyProblem } from "./bibliography.ts";

/** Keep the first entry of each key; every further one is a problem that names both lines. */
export function withoutDuplicates({ entries, problems }: BibliographyContents): BibliographyContents {
  const first = new Map<string, BibliographyEntry>();
  const found: BibliographyProblem[] = [];
  for (const entry of entries) {
    const earlier = first.get(entry.key);
    if (!earlier) first.set(entry.key, entry);
    else
      found.push({
        line: entry.line,
        column: 1,
        key: entry.key,
        message: `The key "${entry.key}" is given twice, on lines ${earlier.line} and ${entry.line}. Give this entry another.`,
      });
  }
  const all = [...problems, ...found].toSorted((a, b) => a.line - b.line || a.column - b.column);
  return { entries: [...first.values()], problems: all };
}
