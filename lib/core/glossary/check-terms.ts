import type { Brief } from "../brief/brief.ts";
import type { Problem } from "../problem.ts";
import { nearest } from "../text/nearest.ts";
import { shorten } from "../text/shorten.ts";
import { glossaryPath, termNamed, type Glossary } from "./glossary.ts";

/** The terms to which briefs refer and that the glossary does not have. */
export function checkTerms(briefs: readonly Brief[], glossary: Glossary | undefined): Problem[] {
  return briefs.flatMap(({ terms }) =>
    terms.flatMap(({ name, place }): Problem[] => {
      if (glossary && termNamed(glossary, name)) return [];
      const [near] = nearest(name, glossary?.terms.flatMap(({ names }) => names) ?? []);
      const fix =
        near === undefined
          ? `Add ## ${shorten(name)} to ${glossaryPath}, with a paragraph that says what it is.`
          : `Write [${shorten(name)}]{term: ${near}}.`;
      return [{ place, rule: "term-known", message: `The glossary has no term "${shorten(name)}". ${fix}` }];
    }),
  );
}
