import type { ReadingShare } from "../../files/kept-readings.ts";
import type { Circumstances } from "../circumstances.ts";

/** A project, as another process opens it. */
export interface OpenedProject {
  readonly root: string;
  readonly dist: string;
  readonly circumstances: Circumstances;
}

/** What a process that makes a part is told, in this order. */
export type PartRequest =
  /** Parse a share of the files, and keep what was read; left out where all of them are kept. */
  | { readonly kind: "parse"; readonly project: OpenedProject; readonly share: ReadingShare }
  /** Read and verify the library. */
  | { readonly kind: "read"; readonly project: OpenedProject }
  /** Folders of units; `into` is the absolute path of an empty folder. */
  | { readonly kind: "make"; readonly folders: readonly string[]; readonly into: string };

/** What it answers: when its share is parsed, if only to say that it could not be, and in the end. */
export type PartAnswer =
  { readonly kind: "parsed" } | { readonly kind: "made" } | { readonly kind: "failed"; readonly message: string };
