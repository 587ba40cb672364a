import type { CslItem } from "../export/csl-item.ts";
import { remembered } from "../remembered.ts";
import { compareText } from "../text/compare.ts";
import { yearOf } from "./item-date.ts";
import { contributorsOf, shortName } from "./names.ts";
import { isLegal } from "./work.ts";

/** What tells works apart whose authors are named alike. */
export interface ToldApart {
  /** By id: whether there is another. */
  readonly several: ReadonlySet<string>;
  /** By id: "a", "b" … behind the year, where the year is the same, too; in order of titles. */
  readonly letters: ReadonlyMap<string, string>;
}

/**
 * Tell apart the works of a whole site, so that "2025b" means the same work on every page.
 * Works without an author are named by their titles, which tell them apart already.
 */
export function tellApart(items: readonly CslItem[]): ToldApart {
  const named = items.flatMap((item) => {
    const who = namesOf(item);
    return who === "" ? [] : [{ item, who }];
  });
  const several = new Set<string>();
  for (const group of grouped(named, ({ who }) => who))
    if (group.length > 1) for (const { item } of group) several.add(item.id);
  const letters = new Map<string, string>();
  for (const group of grouped(named, ({ item, who }) => `${yearOf(item.issued)} ${who}`)) {
    if (group.length < 2) continue;
    const works = group
      .map(({ item }) => item)
      .sort((a, b) => compareText(a.title, b.title) || compareText(a.id, b.id));
    for (const [index, { id }] of works.entries()) letters.set(id, letterOf(index));
  }
  return { several, letters };
}

/**
 * The works whose notes can depend on each other: those with a first author, or other first
 * name, that is the same. Each work is in its own list, by id.
 */
export function namedAlike(items: readonly CslItem[]): ReadonlyMap<string, readonly CslItem[]> {
  const groups = grouped(items, (item) => {
    const [first] = contributorsOf(item)?.names ?? [];
    return first ? shortName(first).toLowerCase() : ` ${item.id}`;
  });
  return new Map(groups.flatMap((group) => group.map(({ id }) => [id, group])));
}

/** By whom works are told apart; empty for those that are called by their titles. */
const namesOf = remembered((item: CslItem) => {
  const who = isLegal(item) ? undefined : contributorsOf(item);
  return who ? JSON.stringify(who.names.map(shortName)) : "";
});

/** 0-based: a to z, then aa, ab … */
function letterOf(index: number): string {
  const last = String.fromCharCode(97 + (index % 26));
  return index < 26 ? last : letterOf(Math.floor(index / 26) - 1) + last;
}

function grouped<One>(all: readonly One[], keyOf: (one: One) => string): One[][] {
  const groups = new Map<string, One[]>();
  for (const one of all) {
    const key = keyOf(one);
    const group = groups.get(key);
    if (group) group.push(one);
    else groups.set(key, [one]);
  }
  return [...groups.values()];
}
