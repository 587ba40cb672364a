import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";

/**
 * Hold the project for one build at a time. It is given free when the process ends, too.
 *
 * @param root absolute path of the project. @returns what gives it free again.
 * @throws when another build, still running, holds it.
 */
export function lockProject(root: string): () => void {
  const folder = join(root, ".pincite");
  const file = join(folder, "lock");
  mkdirSync(folder, { recursive: true });
  for (let attempt = 0; attempt < 2; attempt++) {
    try {
      writeFileSync(file, String(process.pid), { flag: "wx" });
    } catch (error) {
      if (!isCode(error, "EEXIST")) throw error;
      takeAbandoned(file);
      continue;
    }
    const release = () => {
      process.off("exit", release);
      rmSync(file, { force: true });
    };
    process.once("exit", release);
    return release;
  }
  throw new Error("Another build has just begun. Try again when it is done.");
}

/** Take away the lock of a build that is gone. @throws when its process is there. */
function takeAbandoned(file: string): void {
  const holder = readIfThere(file);
  if (isRunning(Number(holder))) {
    throw new Error(
      `Another build is running (process ${holder}). Wait for it, or stop it; if that process is no build, delete ${file}.`,
    );
  }
  // Two builds may find the same dead lock: only what was read is taken away.
  const aside = `${file}-${process.pid}`;
  try {
    renameSync(file, aside);
  } catch (error) {
    if (isCode(error, "ENOENT")) return;
    throw error;
  }
  if (readIfThere(aside) === holder) rmSync(aside);
  else renameSync(aside, file);
}

/** Whether a process with this number is alive, other than this one. */
export function isRunning(pid: number): boolean {
  if (!Number.isInteger(pid) || pid <= 0 || pid === process.pid) return false;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return isCode(error, "EPERM");
  }
}

function readIfThere(file: string): string {
  try {
    return readFileSync(file, "utf8");
  } catch (error) {
    if (isCode(error, "ENOENT")) return "";
    throw error;
  }
}

function isCode(error: unknown, code: string): boolean {
  return error instanceof Error && "code" in error && error.code === code;
}
