import { hash } from "node:crypto";
import { join } from "node:path";
import { writeLock } from "../core/anchoring/write-lock.ts";
import type { Catalog } from "../core/catalog/catalog.ts";
import { formatProblem } from "../core/problem.ts";
import type { AffectedNote } from "../core/review/question.ts";
import { nearest } from "../core/text/nearest.ts";
import { fingerprintForm } from "../core/text/normal-form.ts";
import { lockPath } from "../files/lock-file.ts";
import { readBytes } from "../files/read-bytes.ts";
import { writeFiles } from "../files/write-files.ts";
import type { SourceUpdate } from "../importers/update-source.ts";
import { checkProject } from "../site/prepare-site.ts";
import type { Project } from "../site/project.ts";
import { lockProject } from "../site/lock.ts";
import { findLostLocks } from "../site/lost-locks.ts";
import { touchedNotes, type NotesOf } from "./update-text.ts";

/** The most bytes that a source has. */
const mostBytes = 16 * 1024 * 1024;
const decoder = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });

export type SourceText =
  | { readonly kind: "text"; readonly raw: string; readonly catalog: Catalog }
  | { readonly kind: "refused"; readonly reasons: readonly string[] };

/** The text of a source that is a file of ours to write, beside the whole library as it is. */
export async function readSourceText(project: Project, id: string): Promise<SourceText> {
  const refuse = (...reasons: string[]): SourceText => ({ kind: "refused", reasons });
  const catalog = await checkProject(project);
  const { sources } = catalog.library;
  const source = sources.get(id);
  if (!source) {
    const own = catalog.problems.filter(({ place }) => place.path === `sources/${id}.md`);
    if (own.length > 0) return refuse(...own.map(formatProblem));
    const [near] = nearest(id, sources.keys());
    const offer = near === undefined ? "npx pincite add brings one in." : `Nearest: "${near}".`;
    return refuse(`There is no source "${id}". ${offer}`);
  }
  if (source.elsewhere)
    return refuse(`"${id}" is a source of ${source.elsewhere.title}. A newer text is put in its place there.`);
  if (!source.path.endsWith(".md"))
    return refuse(`"${id}" is given by the module ${source.path}, which makes its text. Change the module.`);
  const reading = readBytes(join(project.root, source.path), mostBytes);
  if (reading.kind === "refused") return refuse(`${source.path} ${reading.reason}`);
  return { kind: "text", raw: decoder.decode(reading.bytes), catalog };
}

/** The notes that cite a paragraph of a source, by its present label. */
export function notesIn(catalog: Catalog, id: string): NotesOf {
  const source = catalog.library.sources.get(id);
  return (label) => {
    const paragraph = source?.byLabel.get(label);
    const citing = (paragraph && catalog.citedBy.get(paragraph)) ?? [];
    return citing.flatMap(({ document, verified: { citation } }) => {
      const [part] = citation.request.pinpoint;
      return part ? [{ document, citation, part }] : [];
    });
  };
}

/**
 * Notes that cite what changes, and that no lock holds: after the update nothing would tell
 * that they cited other words.
 */
export function unrecorded(catalog: Catalog, id: string, { fates }: SourceUpdate): AffectedNote[] {
  // Without problems, what is cited is recorded along with the update.
  if (catalog.locks.has(id)) return [];
  const source = catalog.library.sources.get(id);
  const held = new Set(Array.from(catalog.drifts.get(id)?.record.lock?.cited.values() ?? [], ({ text }) => text));
  const isHeld = (label: string) => held.has(fingerprintForm(source?.byLabel.get(label)?.text ?? ""));
  return touchedNotes(fates, notesIn(catalog, id)).flatMap(({ fate, notes }) => (isHeld(fate.label) ? [] : notes));
}

/** What to tell where a published site cites a source and its lock is gone; none where it is there. */
export function lostLock(catalog: Catalog, id: string, dist: string): string[] {
  return findLostLocks(catalog, dist)
    .filter(({ place }) => place.path === lockPath(id))
    .map(formatProblem);
}

export type Writing =
  | { readonly kind: "written"; readonly files: readonly string[] }
  /** Since it was shown, the source was changed. */
  | { readonly kind: "changed" };

/**
 * Write a source's newer text, and the lock where something was cited for the first time:
 * what is recorded is what it said until now. The files are read again, so that what goes is
 * what was shown.
 *
 * @param shown the source's file as it was when the update was made. @throws while the project is being built.
 */
export async function writeUpdate(project: Project, id: string, shown: string, update: SourceUpdate): Promise<Writing> {
  const release = lockProject(project.root);
  try {
    const now = await readSourceText(project, id);
    if (now.kind !== "text" || hash("sha256", now.raw) !== hash("sha256", shown)) return { kind: "changed" };
    if (unrecorded(now.catalog, id, update).length > 0) return { kind: "changed" };
    const lock = now.catalog.locks.get(id);
    const isRecording = lock?.isNew === true && !update.isSameText;
    // The record goes first: whoever is stopped between the two has not changed the text unrecorded.
    const files = [
      ...(isRecording ? [{ path: lockPath(id), content: writeLock(lock.lock) }] : []),
      { path: `sources/${id}.md`, content: update.text },
    ];
    writeFiles(files.map((file) => ({ absolute: join(project.root, file.path), content: file.content })));
    return { kind: "written", files: files.map((file) => file.path) };
  } finally {
    release();
  }
}
