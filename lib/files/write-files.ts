import { lstatSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { basename, dirname, join } from "node:path";

/** A file's whole new content. */
export interface NewContent {
  /** Absolute path; its folder is there. */
  readonly absolute: string;
  readonly content: string | Uint8Array;
}

/**
 * Replace files, or none of them: all are written beside their places first, and only
 * then renamed into them, in their order, so that a full disk leaves everything as it was
 * and whoever is killed leaves the first of them new and the others whole.
 */
export function writeFiles(files: readonly NewContent[]): void {
  // Names that begin with a dot are passed over where content is read.
  const staged = files.map(({ absolute }) => join(dirname(absolute), `.${basename(absolute)}.${process.pid}`));
  try {
    files.forEach(({ absolute, content }, index) => {
      const mode = lstatSync(absolute, { throwIfNoEntry: false })?.mode;
      writeFileSync(staged[index] ?? "", content, mode === undefined ? {} : { mode });
    });
    files.forEach(({ absolute }, index) => {
      renameSync(staged[index] ?? "", absolute);
    });
  } finally {
    for (const path of staged) rmSync(path, { force: true });
  }
}
