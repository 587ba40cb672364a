import type { Circumstances } from "../circumstances.ts";

/** What a process that makes a part is told: first of the project, which it begins to read, then what to make. */
export type PartRequest =
  | { readonly kind: "read"; readonly root: string; readonly dist: string; readonly circumstances: Circumstances }
  /** Folders of units; `into` is the absolute path of an empty folder. */
  | { readonly kind: "make"; readonly folders: readonly string[]; readonly into: string };

/** What it answers in the end. */
export type PartAnswer = { readonly kind: "made" } | { readonly kind: "failed"; readonly message: string };
