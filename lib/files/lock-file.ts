import type { SourceLock } from "../core/anchoring/lock.ts";
import { readLock } from "../core/anchoring/read-lock.ts";
import type { Problem } from "../core/problem.ts";
import type { NamedFile } from "./list-files.ts";
import { readText } from "./read-text.ts";

export const lockEnding = ".lock.json";

/** Path of a source's lock, relative to the project. */
export function lockPath(id: string): string {
  return `sources/${id}${lockEnding}`;
}

/** A lock, and what is wrong with its file; with a fault it is no lock. */
export interface LockFileReading {
  readonly lock?: SourceLock;
  readonly problems: readonly Problem[];
}

/** More faults than these in one file have one cause. */
const mostFaults = 3;

export function readLockFile(file: NamedFile): LockFileReading {
  const text = readText(file.absolute, file.path);
  if (!text.file) return { problems: [text.problem] };
  const reading = readLock(text.file.text);
  if (reading.kind === "lock") return { lock: reading.lock, problems: [] };
  const problems = reading.faults
    .slice(0, mostFaults)
    .map((fault) => lockProblem(file, `This lock cannot be read: ${fault}. Take the file back from version control.`));
  return { problems };
}

/** What to tell whoever left a lock behind that no source belongs to. */
export function orphanedLock(file: NamedFile): Problem {
  const message = `There is no source "${file.name}" that this lock belongs to. Put sources/${file.name}.md back; if nothing ever cited it, delete the lock.`;
  return lockProblem(file, message);
}

function lockProblem({ path }: NamedFile, message: string): Problem {
  return { place: { path, line: 1, column: 1 }, rule: "lock-valid", message };
}
