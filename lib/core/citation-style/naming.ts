import { cslItem, type CslItem } from "../export/csl-item.ts";
import { remembered } from "../remembered.ts";
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

/** By the source: the very same for as long as that is. */
const itemOf = remembered((source: Source): CslItem => cslItem(source));

/** What an item was called before, by what that is made of: the next state of a library calls most the same. */
const formsByMaking = remembered<CslItem, Map<string, CitedForms>>(() => new Map());

/**
 * Name sources by a built-in style, each once for each language.
 *
 * @param sources all of the site: what tells one apart from the others is part of its name.
 */
export function builtInNaming(style: BuiltInStyle, sources: Iterable<Source>): Naming {
  const items = new Map(Array.from(sources, (source) => [source.id, itemOf(source)]));
  const known = new Map<string, Map<string, CitedForms>>();
  let apart: ToldApart | undefined;
  const make = (item: CslItem, language: string): CitedForms => {
    apart ??= tellApart([...items.values()]);
    const letter = apart.letters.get(item.id) ?? "";
    const isOneOfSeveral = apart.several.has(item.id);
    const forms = formsByMaking(item);
    const key = `${style} ${language} ${letter} ${isOneOfSeveral}`;
    const made = forms.get(key) ?? styles[style](item, { words: wordingFor(language), letter, isOneOfSeveral });
    forms.set(key, made);
    return made;
  };
  return {
    formsOf(source, language) {
      const inLanguage = known.get(language) ?? new Map<string, CitedForms>();
      if (inLanguage.size === 0) known.set(language, inLanguage);
      const made = inLanguage.get(source.id) ?? make(items.get(source.id) ?? itemOf(source), language);
      inLanguage.set(source.id, made);
      return made;
    },
    aloneOf: (item, language) =>
      styles[style](item, { words: wordingFor(language), letter: "", isOneOfSeveral: false }),
  };
}
