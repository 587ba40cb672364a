import type { CslItem } from "../export/csl-item.ts";
import type { Name } from "../front-matter/name.ts";
import type { Piece, Runs, WordRun } from "./run.ts";
import { joined } from "./run.ts";

/** Who is named first for a work: who wrote it, or else edited or translated it. */
export interface Contributors {
  readonly names: readonly Name[];
  readonly as: "author" | "editor" | "translator";
}

export function contributorsOf({ author, editor, translator }: CslItem): Contributors | undefined {
  if (author) return { names: author, as: "author" };
  if (editor) return { names: editor, as: "editor" };
  return translator && { names: translator, as: "translator" };
}

export function nameRun(text: string): WordRun {
  return { text, part: "name" };
}

/** Ngozi Okafor. */
export function fullName(name: Name): string {
  return name.literal ?? [name.given, name.family].filter((part) => part !== undefined).join(" ");
}

/** Okafor; a body whole. */
export function shortName(name: Name): string {
  return name.literal ?? name.family ?? name.given ?? "";
}

/** Okafor, N.; with hyphens kept: Sartre, J.-P. @param comma of the style's language, with its space. */
export function invertedName(name: Name, comma: string): string {
  if (name.literal !== undefined || name.given === undefined) return shortName(name);
  return `${shortName(name)}${comma}${initials(name.given)}`;
}

/** N. Okafor. */
export function initialledName(name: Name): string {
  if (name.literal !== undefined || name.given === undefined) return shortName(name);
  return `${initials(name.given)} ${shortName(name)}`;
}

function initials(given: string): string {
  const words = given.split(/\s+/).filter((word) => word !== "");
  return words.map((word) => word.split("-").map(initial).join("-")).join(" ");
}

function initial(word: string): string {
  const [letter = ""] = Array.from(word);
  return `${letter}.`;
}

/** How a style lists names. */
export interface NameList {
  readonly write: (name: Name) => string;
  readonly comma: string;
  /** Before the last of two, and of more. */
  readonly and: readonly [two: string, more: string];
  /** From how many names on only the first stands, and what stands behind it. */
  readonly most: number;
  readonly others: string;
}

export function listNames(names: readonly Name[], list: NameList): Runs {
  const runs: Piece[] = names.map((name) => nameRun(list.write(name)));
  if (runs.length > list.most) return joined(" ", runs[0], list.others);
  const last = runs.pop();
  return joined(list.and[runs.length === 1 ? 0 : 1], joined(list.comma, ...runs), last);
}
