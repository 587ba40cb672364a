import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import type { Command } from "./command.ts";
import type { Contender } from "./contender.ts";
import type { CorpusFile } from "./corpus.ts";

/** The corpus in a folder of its own, as one contender takes it. */
export class Project {
  readonly contender: Contender;
  /** Absolute. */
  readonly folder: string;
  /** Absolute; it is not in the project, where a server might watch it. */
  readonly dist: string;

  /** @param work an absolute path; what is there of an earlier project of this contender is lost. */
  constructor(contender: Contender, work: string) {
    this.contender = contender;
    this.folder = join(work, contender.name, "project");
    this.dist = join(work, contender.name, "dist");
    rmSync(join(work, contender.name), { recursive: true, force: true });
    mkdirSync(this.folder, { recursive: true });
    contender.prepare(this.folder);
  }

  write(file: CorpusFile): void {
    const { path, text } = this.contender.adapt(file);
    mkdirSync(dirname(join(this.folder, path)), { recursive: true });
    writeFileSync(join(this.folder, path), text);
  }

  build(): Command {
    return this.contender.build(this.folder, this.dist);
  }

  /** What builds write: the site, and what is kept for the next build. */
  get written(): readonly string[] {
    // What is kept for the next build stands in the project, or beside the site.
    const keeps = [this.folder, dirname(this.dist)].flatMap((folder) =>
      this.contender.keeps.map((name) => join(folder, name)),
    );
    return [this.dist, ...keeps];
  }

  /** As if it had never been built. */
  forget(): void {
    for (const folder of this.written) rmSync(folder, { recursive: true, force: true });
  }
}
