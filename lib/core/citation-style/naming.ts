import { cslItem, type CslItem } from "../export/csl-item.ts";
import type { Source } from "../source/source.ts";
import { apa } from "./apa.ts";
import { chicago } from "./chicago.ts";
import type { BuiltInStyle, CitationStyle, CitedForms } from "./forms.ts";
import { oscola } from "./oscola.ts";
import { pincite } from "./pincite.ts";
import { tellApart, type ToldApart } from "./telling-apart.ts";
import { wordingFor } from "./wording.ts";

/** What the sources of one site are called. */
export interface Naming {
  /** @param language of the page that names it. */
  formsOf(source: Source, language: string): CitedForms;
  /**
   * What a work is called where none of the site's other works stands beside it, as where readers
   * copy how to cite it: nothing in it tells it apart from those.
   *
   * @param item a source, or a brief. @param language of the page that shows it.
   */
  aloneOf(item: CslItem, language: string): CitedForms;
}

const styles: Readonly<Record<BuiltInStyle, CitationStyle>> = { pincite, chicago, oscola, apa };

/**
 * Name sources by a built-in style, each once for each language.
 *
 * @param sources all of the site: what tells one apart from the others is part of its name.
 */
export function builtInNaming(style: BuiltInStyle, sources: Iterable<Source>): Naming {
  const items = new Map(Array.from(sources, (source) => [source.id, cslItem(source)]));
  const known = new Map<string, CitedForms>();
  let apart: ToldApart | undefined;
  const make = (item: CslItem, language: string): CitedForms => {
    apart ??= tellApart([...items.values()]);
    const letter = apart.letters.get(item.id) ?? "";
    return styles[style](item, { words: wordingFor(language), letter, isOneOfSeveral: apart.several.has(item.id) });
  };
  return {
    formsOf(source, language) {
      const key = `${language} ${source.id}`;
      const made = known.get(key) ?? make(items.get(source.id) ?? cslItem(source), language);
      known.set(key, made);
      return made;
    },
    aloneOf: (item, language) =>
      styles[style](item, { words: wordingFor(language), letter: "", isOneOfSeveral: false }),
  };
}
