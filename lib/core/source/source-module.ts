import type { z } from "zod";
import type { sourceSchema } from "./source-schema.ts";

/** One piece of a source that a module supplies: a heading, or a paragraph of plain text. */
export type ModuleBlock =
  | { readonly heading: string; readonly depth?: number }
  | { readonly label?: string; readonly page?: string; readonly text: string };

/** What `sources/<id>.ts` exports by default, or returns from the function that it exports. */
export interface SourceModule {
  /** The same keys, with the same rules, as the front matter of `sources/<id>.md`. */
  readonly metadata: z.input<typeof sourceSchema>;
  /** In reading order. Text is plain: nothing in it is markup. */
  readonly blocks: readonly ModuleBlock[];
}
