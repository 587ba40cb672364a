import type { ReadingShare } from "../../files/kept-readings.ts";
import type { ChildFailure } from "../child-answer.ts";
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
  /** Folders of units; `into` is the absolute path of an empty folder; `isFollowed` as in a `Session`. */
  | {
      readonly kind: "make";
      readonly folders: readonly string[];
      readonly into: string;
      readonly isFollowed: boolean;
    };

/** What it answers in the end; that its share is parsed it says as a `ChildProgress`. */
export type PartAnswer = { readonly kind: "made" } | ChildFailure;
