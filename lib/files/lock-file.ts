import type { SourceLock } from "../core/anchoring/lock.ts";
import { readLock } from "../core/anchoring/read-lock.ts";
import { restoreLock, storeLock, type StoredLock } from "../core/anchoring/stored-lock.ts";
import { sourceFolder } from "../core/libraries/foreign-id.ts";
import type { Problem } from "../core/problem.ts";
import type { NamedFile } from "./list-files.ts";
import { readText } from "./read-text.ts";

export const lockEnding = ".lock.json";

/** Path of a source's lock, relative to the project. */
export function lockPath(id: string): string {
  return `${sourceFolder(id)}${lockEnding}`;
}

/** A lock, and what is wrong with its file; with a fault it is no lock. */
export interface LockFileReading {
  readonly lock?: SourceLock;
  readonly problems: readonly Problem[];
}

/** More faults than these in one file have one cause. */
const mostFaults = 3;

/** As JSON has it. */
interface StoredLockFile {
  readonly lock?: StoredLock;
  readonly problems: readonly Problem[];
}

/** How a lock is kept that was read. */
export const lockFileForm = {
  store: ({ lock, problems }: LockFileReading): StoredLockFile => ({
    ...(lock && { lock: storeLock(lock) }),
    problems,
  }),
  restore: ({ lock, problems }: StoredLockFile): LockFileReading => ({
    ...(lock && { lock: restoreLock(lock) }),
    problems,
  }),
};

export function readLockFile(file: NamedFile): LockFileReading {
  const text = readText(file.absolute, file.path);
  return text.file ? parseLockFile(file, text.file.text) : { problems: [text.problem] };
}

export function parseLockFile(file: NamedFile, text: string): LockFileReading {
  const reading = readLock(text);
  if (reading.kind === "lock") return { lock: reading.lock, problems: [] };
  const problems = reading.faults
    .slice(0, mostFaults)
    .map((fault) => lockProblem(file, `This lock cannot be read: ${fault}. Take the file back from version control.`));
  return { problems };
}

/** What to tell whoever left a lock behind that no source belongs to. */
export function orphanedLock(file: NamedFile): Problem {
  const message = `There is no source "${file.name}" that this lock belongs to. Put sources/${file.name}.md back; where the source has another name now, add aliases: [${file.name}] to it; if nothing ever cited it, delete the lock.`;
  return lockProblem(file, message);
}

/**
 * What to tell whoever renamed a source and not its lock. It stops the build, so that
 * nothing is recorded anew of what has a record already.
 *
 * @param now the source's id. @param locks those that stand beside a source.
 */
export function lockLeftBehind(file: NamedFile, now: string, locks: ReadonlyMap<string, unknown>): Problem {
  const told = `The source "${file.name}" is called "${now}" now`;
  return lockProblem(
    file,
    locks.has(now)
      ? `${told}, and ${lockPath(now)} is there besides this lock. Keep the one that was published with, under that name, and delete the other.`
      : `${told}, and what was cited of it is recorded here. Rename ${file.path} to ${lockPath(now)}.`,
  );
}

function lockProblem({ path }: NamedFile, message: string): Problem {
  return { place: { path, line: 1, column: 1 }, rule: "lock-valid", message };
}
