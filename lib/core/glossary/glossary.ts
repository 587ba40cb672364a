import type { Place } from "../problem.ts";

/** A word of the library, with what it means. */
export interface Term {
  /** Its id on pages, such as `term:por-card`. */
  readonly id: string;
  /** The first is what it is called; the others it may be called as well. */
  readonly names: readonly string[];
  /** Safe HTML: one paragraph or more. */
  readonly html: string;
  readonly place: Place;
}

/** The words that briefs may refer to, in `briefs/_glossary.md`. */
export interface Glossary {
  /** In the order of the file. */
  readonly terms: readonly Term[];
  /** By each name as {@link termKey} has it. */
  readonly byName: ReadonlyMap<string, Term>;
}

/** Where the file stands, relative to the project. */
export const glossaryPath = "briefs/_glossary.md";

/** A name without regard to its case and white space. */
export function termKey(name: string): string {
  return name.normalize("NFC").replace(/\s+/g, " ").trim().toLowerCase();
}

export function termNamed({ byName }: Glossary, name: string): Term | undefined {
  return byName.get(termKey(name));
}
