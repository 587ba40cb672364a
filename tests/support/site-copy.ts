import { cpSync, existsSync, mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { repository, runCommand } from "./run-command.ts";

/** A project of its own, made for one test: it may be written to. Paths are absolute. */
export interface SiteCopy {
  readonly root: string;
  readonly dist: string;
}

/** Copy what authors write of a project. The code beside it is linked, so that source modules and configurations find it. */
export function copyProject(from: string): SiteCopy {
  const root = realpathSync(mkdtempSync(join(tmpdir(), "pincite-site-")));
  for (const name of ["briefs", "sources", "layouts", "styles", ".eleventy.ts"]) {
    if (existsSync(join(from, name))) cpSync(join(from, name), join(root, name), { recursive: true });
  }
  for (const name of ["lib", "node_modules"]) symlinkSync(join(repository, name), join(root, name), "junction");
  shareFonts(root);
  return { root, dist: join(root, "dist") };
}

/** Fonts that were cut for one copy serve all others: it takes seconds, and the same cut is the same font. */
function shareFonts(root: string): void {
  const shared = join(repository, ".pincite/cache");
  for (const folder of [shared, join(root, ".pincite")]) mkdirSync(folder, { recursive: true });
  symlinkSync(shared, join(root, ".pincite/cache"), "junction");
}

export function removeCopy({ root }: SiteCopy): void {
  rmSync(root, { recursive: true, force: true });
}

/** The arguments by which a command finds a copy. */
export function commandLine({ root, dist }: SiteCopy): readonly string[] {
  return ["--root", root, "--dist", dist];
}

/** Build a copy with the real command. @throws with the command's own words when it fails. */
export async function buildCopy(copy: SiteCopy): Promise<void> {
  const { code, stderr } = await runCommand("build", ...commandLine(copy));
  if (code !== 0) throw new Error(`The build of ${copy.root} ended with ${code ?? "a signal"}.\n${stderr}`);
}
