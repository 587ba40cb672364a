import { existsSync, readFileSync, renameSync, rmSync } from "node:fs";
import { join } from "node:path";
import type { Library } from "../core/catalog/catalog.ts";
import type { Place } from "../core/problem.ts";
import { aliasEdit, namedInFrontMatter } from "../core/rename/front-matter-edits.ts";
import { renameEdits, type Renaming } from "../core/rename/rename-edits.ts";
import { replaceAt, type TextEdit } from "../core/rename/replace-at.ts";
import { FileText } from "../core/text/file-text.ts";
import { lockPath } from "./lock-file.ts";
import { writeFiles, type NewContent } from "./write-files.ts";

/** A renaming, worked out and not yet written. Paths are relative to the project. */
export interface RenamePlan {
  readonly files: readonly { readonly path: string; readonly content: string; readonly edits: number }[];
  readonly moves: readonly { readonly from: string; readonly to: string; readonly content: string }[];
  /** The folder of a brief's images and tables, which goes as it is; absent where there is none. */
  readonly folder?: { readonly from: string; readonly to: string };
  /** What a person has to write, in whole sentences. */
  readonly byHand: readonly string[];
}

export type RenamePlanning =
  { readonly kind: "plan"; readonly plan: RenamePlan } | { readonly kind: "not-as-parsed"; readonly place: Place };

const decoder = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });

/**
 * Work out all that changes with a name.
 *
 * @param path of what is renamed, relative to the project. @throws when a file cannot be read or is not UTF-8.
 */
export function planRename(root: string, library: Library, renaming: Renaming, path: string): RenamePlanning {
  const { kind, from, to } = renaming;
  const raws = new Map<string, string>();
  const rawOf = (one: string) => {
    const raw = raws.get(one) ?? decoder.decode(readFileSync(join(root, one)));
    raws.set(one, raw);
    return raw;
  };
  const edits: TextEdit[] = renameEdits(library, renaming);
  const byHand: string[] = [];
  if (path.endsWith(".ts")) {
    byHand.push(
      `Add aliases: ["${from}"] to the metadata in ${path.replace(/[^/]+$/, `${to}.ts`)}; without it the old address is lost.`,
    );
  } else {
    const lineEnd = rawOf(path).includes("\r\n") ? "\r\n" : "\n";
    const edit = aliasEdit(new FileText(path, rawOf(path)), kind, from, lineEnd);
    if (!edit) return { kind: "not-as-parsed", place: { path, line: 1, column: 1 } };
    edits.push(edit);
  }
  if (kind === "source") {
    for (const brief of library.briefs)
      edits.push(...namedInFrontMatter(new FileText(brief.path, rawOf(brief.path)), "brief", renaming));
    for (const source of library.sources.values()) {
      if (source.meta.translationOf !== from) continue;
      if (source.path.endsWith(".ts")) byHand.push(`Write translationOf: "${to}" in ${source.path}.`);
      else edits.push(...namedInFrontMatter(new FileText(source.path, rawOf(source.path)), "source", renaming));
    }
  }
  const files: { path: string; content: string; edits: number }[] = [];
  for (const one of new Set(edits.map(({ place }) => place.path))) {
    const those = edits.filter(({ place }) => place.path === one);
    const outcome = replaceAt(rawOf(one), those);
    if (outcome.kind === "not-as-parsed") return outcome;
    files.push({ path: one, content: outcome.text, edits: those.length });
  }
  const moved = files.find((file) => file.path === path)?.content ?? rawOf(path);
  const lock = lockPath(from);
  const hasLock = kind === "source" && existsSync(join(root, lock));
  const moves = [
    { from: path, to: path.replace(/[^/]+(?=\.\w+$)/, to), content: moved },
    ...(hasLock ? [{ from: lock, to: lockPath(to), content: rawOf(lock) }] : []),
  ];
  const folder = { from: `briefs/${from}`, to: `briefs/${to}` };
  const hasFolder = kind === "brief" && existsSync(join(root, folder.from));
  const others = files.filter((file) => file.path !== path);
  return { kind: "plan", plan: { files: others, moves, ...(hasFolder && { folder }), byHand } };
}

/**
 * Write a plan: all that is new is in its place before anything old is taken away, and what
 * is renamed is there, its record first, before anything names it.
 */
export function writeRename(root: string, { files, moves, folder }: RenamePlan): void {
  const contents: NewContent[] = [
    ...moves.map(({ to, content }) => ({ absolute: join(root, to), content })).reverse(),
    ...files.map(({ path, content }) => ({ absolute: join(root, path), content })),
  ];
  writeFiles(contents);
  if (folder) renameSync(join(root, folder.from), join(root, folder.to));
  for (const { from } of moves) rmSync(join(root, from));
}
