import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";

/**
 * Hold the project for one build at a time.
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
      return () => {
        rmSync(file, { force: true });
      };
    } catch (error) {
      if (!isCode(error, "EEXIST")) throw error;
    }
    const holder = Number(readIfThere(file));
    if (isRunning(holder)) throw new Error(`Another build is running (process ${holder}). Wait for it, or stop it.`);
    rmSync(file, { force: true });
  }
  throw new Error("Another build has just begun. Try again when it is done.");
}

function isRunning(pid: number): boolean {
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
