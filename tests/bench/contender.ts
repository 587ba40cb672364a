import type { Command } from "./command.ts";
import type { CorpusFile } from "./corpus.ts";

export type ContenderName = "floor" | "pincite" | "hugo" | "eleventy";

/** A program that makes a site of the corpus. Folders are absolute. */
export interface Contender {
  readonly name: ContenderName;
  /** For tables. */
  readonly label: string;
  /** Put into a project's folder what it needs beside the corpus. */
  prepare(project: string): void;
  /** A file of the corpus as this program takes it. */
  adapt(file: CorpusFile): CorpusFile;
  /** Build the project into `dist`. */
  build(project: string, dist: string): Command;
  /** Whether it is also timed when it built before; what keeps nothing is built the same again. */
  readonly buildsAgain: boolean;
  /** Names of folders in the project that it keeps for its next build. */
  readonly keeps: readonly string[];
  /** Name of a folder of the site that must not be there: with it, another thing was measured than was asked for. */
  readonly leavesOut?: string;
  /** How it serves a project and follows saves; absent where it is not compared. */
  readonly server?: ServerProgram;
}

export interface ServerProgram {
  command(project: string, port: number): Command;
  /** Found in what it prints when it serves; then in the order of saves, when it has taken one up whole. */
  readonly ready: RegExp;
  readonly done: RegExp;
}
