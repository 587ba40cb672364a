import { hash } from "node:crypto";
import type { CiteprocEngine } from "citeproc";
import { citeprocItem } from "../../core/citation-style/citeproc-item.ts";
import type { CitedForms } from "../../core/citation-style/forms.ts";
import type { Naming } from "../../core/citation-style/naming.ts";
import { namedAlike } from "../../core/citation-style/telling-apart.ts";
import { cslItem, type CslItem } from "../../core/export/csl-item.ts";
import type { Source } from "../../core/source/source.ts";
import { cslForms } from "./csl-forms.ts";
import { localeFor, type CslFiles } from "./csl-files.ts";
import { withoutMarks } from "./read-runs.ts";
import type { FormsCache } from "./forms-cache.ts";

/** Raised for the versions of what is kept, when the same words would come to look otherwise. */
const version = 1;

/**
 * Name sources by a style in a file. Works whose authors are named alike are named together,
 * and what they are called is kept by all that it is made of: the works, style and locale.
 *
 * @throws what citeproc finds wrong with the style.
 */
export function cslNaming(files: CslFiles, sources: Iterable<Source>, cache: FormsCache): Naming {
  const items = Array.from(sources, (source) => cleanItem(cslItem(source)));
  const byId = new Map(items.map((item) => [item.id, item]));
  const groups = namedAlike(items);
  const engines = new Map<string, CiteprocEngine>();
  const bases = new Map<string, string>();
  const localeOf = (language: string) => localeFor(language, [...files.locales.keys()]) ?? files.locale;
  const engineFor = (locale: string): CiteprocEngine => {
    const engine = engines.get(locale) ?? makeEngine(files, locale, byId);
    engines.set(locale, engine);
    return engine;
  };
  const baseOf = (locale: string): string => {
    const base = bases.get(locale) ?? hash("sha256", JSON.stringify([version, files.style, files.locales.get(locale)]));
    bases.set(locale, base);
    return base;
  };
  const known = new Map<string, CitedForms>();
  const formsFor = (id: string, group: readonly CslItem[], language: string): CitedForms => {
    const own = language.split("-")[0]?.toLowerCase() === files.locale.split("-")[0]?.toLowerCase();
    const locale = own ? files.locale : localeOf(language);
    const keyOf = (one: string) => hash("sha256", JSON.stringify([baseOf(locale), group, one]));
    const kept = cache.get(keyOf(id));
    if (kept) return kept;
    const made = cslForms(engineFor(locale), group);
    for (const [one, forms] of made) cache.set(keyOf(one), forms);
    const forms = made.get(id);
    if (!forms) throw new Error(`The style does not name the source "${id}"`);
    return forms;
  };
  return {
    formsOf({ id }, language) {
      const key = `${language} ${id}`;
      const forms = known.get(key) ?? formsFor(id, groups.get(id) ?? [], language);
      known.set(key, forms);
      return forms;
    },
    aloneOf(given, language) {
      const item = cleanItem(given);
      // A brief may be called what a source is called.
      const alone = sameItem(byId.get(item.id), item) ? item : { ...item, id: `${item.id} alone` };
      byId.set(alone.id, alone);
      return formsFor(alone.id, [alone], language);
    },
  };
}

function makeEngine(
  { citeproc, style, locales, locale }: CslFiles,
  name: string,
  byId: ReadonlyMap<string, CslItem>,
): CiteprocEngine {
  const system = {
    // citeproc begins with its own language, whatever it is asked for.
    retrieveLocale: (one: string) => locales.get(one) ?? locales.get(name) ?? locales.get(locale) ?? false,
    retrieveItem(id: string) {
      const item = byId.get(id);
      return item ? citeprocItem(item) : { id };
    },
  } as const;
  const engine = new citeproc.Engine(system, style, name, true);
  engine.setOutputFormat("html");
  for (const { terms } of Object.values(engine.locale)) {
    // The label beside a paragraph is printed as it is there.
    const forms = terms.paragraph ?? {};
    for (const form of Object.keys(forms)) forms[form] = ["¶", "¶"];
  }
  return engine;
}

function sameItem(one: CslItem | undefined, other: CslItem): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}

/** Without what would be taken for a mark. */
function cleanItem(item: CslItem): CslItem {
  return JSON.parse(withoutMarks(JSON.stringify(item))) as CslItem;
}
