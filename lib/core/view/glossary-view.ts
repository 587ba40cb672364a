import type { Brief } from "../brief/brief.ts";
import { termNamed, type Glossary, type Term } from "../glossary/glossary.ts";
import { directionOf, type Direction } from "../text/language.ts";

/** A term as pages explain it. */
export interface TermView {
  readonly id: string;
  readonly name: string;
  /** Its other names. */
  readonly also: readonly string[];
  /** Safe HTML. */
  readonly html: string;
}

export interface GlossaryView extends TermView {
  readonly briefs: readonly {
    readonly url: string;
    readonly title: string;
    readonly language: string;
    readonly direction: Direction;
  }[];
}

/** The terms that a brief refers to, in order of name. @param language of the glossary: the site's. */
export function termsOf(glossary: Glossary | undefined, brief: Brief, language: string): TermView[] {
  if (!glossary) return [];
  const used = new Set(brief.terms.flatMap(({ name }) => termNamed(glossary, name) ?? []));
  return inOrder([...used], language).map(termView);
}

/** The whole glossary, each term with the briefs that refer to it, in the order given. */
export function glossaryView(
  glossary: Glossary | undefined,
  briefs: readonly Brief[],
  language: string,
): GlossaryView[] {
  if (!glossary) return [];
  const users = new Map<Term, Set<Brief>>(glossary.terms.map((term) => [term, new Set()]));
  for (const brief of briefs) {
    for (const { name } of brief.terms) {
      const term = termNamed(glossary, name);
      if (term) users.get(term)?.add(brief);
    }
  }
  return inOrder(glossary.terms, language).map((term) => ({
    ...termView(term),
    briefs: Array.from(users.get(term) ?? [], (brief) => ({
      url: brief.url,
      title: brief.title,
      language: brief.language,
      direction: directionOf(brief.language),
    })),
  }));
}

function termView({ id, names: [name = "", ...also], html }: Term): TermView {
  return { id, name, also, html };
}

function inOrder(terms: readonly Term[], language: string): Term[] {
  const { compare } = new Intl.Collator(language);
  return [...terms].sort((a, b) => compare(a.names[0] ?? "", b.names[0] ?? ""));
}
