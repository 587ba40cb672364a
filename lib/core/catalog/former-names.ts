import type { Place, Problem } from "../problem.ts";
import { shorten } from "../text/shorten.ts";
import type { Library } from "./catalog.ts";

/** A brief or a source under the name it has, with those it had: its old addresses lead on. */
interface Renamed {
  readonly name: string;
  readonly path: string;
  readonly formerNames: readonly string[];
  /** Of each of its former names, where it stands. */
  readonly formerNamePlaces: readonly Place[];
}

type Documents = Pick<Library, "briefs" | "sources">;

/**
 * That no address would lead to two pages: a former name is nobody's name today, and
 * nobody else's former name. Briefs and sources have addresses of their own.
 */
export function checkFormerNames({ briefs, sources }: Documents): Problem[] {
  const named = Array.from(sources.values(), (source) => ({ ...source, name: source.id }));
  return [...faultsOf(briefs, "brief"), ...faultsOf(named, "source")];
}

/** The source that was called `id` before; undefined when none was. */
export function formerlyCalled<One extends Pick<Renamed, "formerNames">>(
  name: string,
  documents: Iterable<One>,
): One | undefined {
  for (const document of documents) if (document.formerNames.includes(name)) return document;
  return undefined;
}

function faultsOf(documents: readonly Renamed[], kind: "brief" | "source"): Problem[] {
  const names = new Map(documents.map(({ name, path }) => [name, path]));
  const taken = new Map<string, string>();
  return documents.flatMap(({ name, path, formerNames, formerNamePlaces }) =>
    formerNames.flatMap((former, index): Problem[] => {
      const place = formerNamePlaces[index] ?? { path, line: 1, column: 1 };
      const message = faultOf(former, { kind, own: name, path, other: names.get(former), before: taken.get(former) });
      if (!taken.has(former)) taken.set(former, path);
      return message === undefined ? [] : [{ place, rule: "alias-unique", message }];
    }),
  );
}

interface Claims {
  readonly kind: "brief" | "source";
  readonly own: string;
  readonly path: string;
  /** Path of the document that has the name today. */
  readonly other: string | undefined;
  /** Path of the document that had it as a former name before this one. */
  readonly before: string | undefined;
}

function faultOf(former: string, { kind, own, path, other, before }: Claims): string | undefined {
  const name = shorten(former);
  if (former === own) return `aliases: "${name}" is what the ${kind} is called now. Take it out.`;
  if (other !== undefined)
    return `aliases: "${name}" is the name of ${other}, and an address leads to one page only. Take it out, or rename that ${kind}.`;
  if (before === path) return `aliases: "${name}" is given twice. Keep one.`;
  return before === undefined
    ? undefined
    : `aliases: "${name}" is a former name of ${before} already, and an address leads to one page only. Keep it in one of the two.`;
}
