import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { z } from "zod";
import type { CitedForms } from "../../core/citation-style/forms.ts";

/** What sources are called, by a hash of all that it was made of. */
export interface FormsCache {
  get(key: string): CitedForms | undefined;
  set(key: string, forms: CitedForms): void;
}

const webAddress = z.string().regex(/^https?:\/\//);
const run = z.union([
  z.strictObject({ slot: z.enum(["pinpoint", "first-note"]) }),
  z.strictObject({
    text: z.string(),
    look: z.enum(["italic", "bold", "small-caps", "sup", "sub"]).optional(),
    part: z.enum(["title", "name"]).optional(),
    link: z
      .union([
        z.strictObject({ to: z.enum(["source", "first-note"]) }),
        z.strictObject({ to: z.literal("web"), url: webAddress }),
      ])
      .optional(),
  }),
]);
const runs = z.array(run);
const stored = z.record(z.string(), z.strictObject({ first: runs, again: runs, next: runs, whole: runs }));

/**
 * A cache in a file of the project's `.pincite` folder, so that a build or a save makes again
 * only what changed. What cannot be read, or is of another shape, is made anew.
 */
export class StoredForms implements FormsCache {
  readonly #path: string;
  readonly #kept: Map<string, CitedForms>;
  readonly #used = new Map<string, CitedForms>();
  #isNew = false;

  /** @param root absolute path of the project. */
  constructor(root: string) {
    this.#path = join(root, ".pincite", "citations.json");
    this.#kept = new Map(Object.entries(read(this.#path)));
  }

  get(key: string): CitedForms | undefined {
    const forms = this.#used.get(key) ?? this.#kept.get(key);
    if (forms) this.#used.set(key, forms);
    return forms;
  }

  set(key: string, forms: CitedForms): void {
    this.#used.set(key, forms);
    this.#isNew = true;
  }

  /** Write what was used; what was not is forgotten. Nothing is written where nothing is new. */
  save(): void {
    if (!this.#isNew) return;
    mkdirSync(dirname(this.#path), { recursive: true });
    writeFileSync(this.#path, JSON.stringify(Object.fromEntries(this.#used)));
    this.#isNew = false;
  }
}

function read(path: string): Record<string, CitedForms> {
  try {
    return stored.parse(JSON.parse(readFileSync(path, "utf8"))) as Record<string, CitedForms>;
  } catch {
    return {};
  }
}
