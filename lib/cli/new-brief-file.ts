import { lstatSync, mkdirSync } from "node:fs";
import { join } from "node:path";
import type { Brief } from "../core/brief/brief.ts";
import { formerlyCalled } from "../core/catalog/former-names.ts";
import { nextFree } from "../core/new-brief/used-before.ts";
import { isSlug, slugAdvice } from "../core/slug.ts";
import { writeFiles } from "../files/write-files.ts";

/** Why a slug cannot be a new brief's, and the next one that can, where there is one. */
export interface SlugRefusal {
  readonly reason: string;
  readonly free?: string;
}

/** Why a slug cannot be that of a new brief; undefined when it can. */
export function slugRefusal(root: string, briefs: readonly Brief[], slug: string): SlugRefusal | undefined {
  if (!isSlug(slug)) return { reason: `"${slug}" cannot be an address. Write ${slugAdvice}.` };
  const reason = whyTaken(root, briefs, slug);
  if (reason === undefined) return undefined;
  return { reason, free: nextFree(slug, (one) => whyTaken(root, briefs, one) !== undefined) };
}

function whyTaken(root: string, briefs: readonly Brief[], slug: string): string | undefined {
  const there = lstatSync(join(root, "briefs", `${slug}.md`), { throwIfNoEntry: false });
  if (there || briefs.some(({ name }) => name === slug)) return `There is a brief "${slug}" already.`;
  const before = formerlyCalled(slug, briefs);
  if (before) return `The brief "${before.name}" was called "${slug}" before, and its old address leads on.`;
  return undefined;
}

/** Why no brief can be written into a project; undefined when one can. */
export function folderRefusal(root: string): string | undefined {
  if (!lstatSync(root, { throwIfNoEntry: false })?.isDirectory()) return `There is no folder ${root}.`;
  const there = lstatSync(join(root, "briefs"), { throwIfNoEntry: false });
  if (there && !there.isDirectory()) return "briefs is a link or a file, not a folder. Put a folder in its place.";
  return undefined;
}

/**
 * Write `briefs/<slug>.md` whole, or not at all.
 *
 * @returns its path, relative to the project.
 */
export function writeBriefFile(root: string, slug: string, text: string): string {
  const path = `briefs/${slug}.md`;
  mkdirSync(join(root, "briefs"), { recursive: true });
  writeFiles([{ absolute: join(root, path), content: text }]);
  return path;
}
