import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { close, createIndex } from "pagefind";

export interface SearchIndex {
  /** Pages that were looked through. */
  readonly pages: number;
}

/** Interfaces of Pagefind's own that no page here uses. */
const unused = /^pagefind-(?:ui|modular-ui|component-ui|highlight)\./;

/** They stand between words, and would part the words of a phrase. */
const noteMarks = [".noteref", ".noteref-separator"];

/**
 * Build Pagefind's index of a site beside its pages, in `pagefind/`: one index a
 * language, of what carries `data-pagefind-body`.
 *
 * The files are written here and not by Pagefind, which does not notice a full disk.
 *
 * @param output absolute path of the built site. @throws with Pagefind's own words when it fails.
 */
export async function buildSearchIndex(output: string): Promise<SearchIndex> {
  return orWhenItDies(async () => {
    const { index, errors } = await createIndex({ keepIndexUrl: false, excludeSelectors: noteMarks });
    stopOn(errors);
    if (!index) throw new Error("Pagefind made no index");
    const added = await index.addDirectory({ path: output });
    stopOn(added.errors);
    const made = await index.getFiles();
    stopOn(made.errors);
    for (const { path, content } of made.files.filter((file) => !unused.test(file.path))) {
      const target = join(output, "pagefind", path);
      mkdirSync(dirname(target), { recursive: true });
      writeFileSync(target, content);
    }
    await close();
    return { pages: added.page_count };
  });
}

/** Pagefind gives back its errors and throws nothing. */
function stopOn(errors: readonly string[]): void {
  if (errors.length > 0) throw new Error(`Pagefind: ${errors.join("; ")}`);
}

/** How long an answer that Pagefind gave before it ended may still be on its way, in milliseconds. */
const graceMilliseconds = 1000;

/** When Pagefind's process dies, its library waits for an answer for ever; here that is an error. */
async function orWhenItDies<Result>(work: () => Promise<Result>): Promise<Result> {
  return new Promise((resolve, reject) => {
    const died = () => {
      reject(new Error("Pagefind ended without an answer, so the site could not be indexed."));
    };
    const childEnded = () => setTimeout(died, graceMilliseconds).unref();
    // Pagefind is the only child of a build that may end; where there is no such signal,
    // Node runs out of things to wait for.
    process.once("SIGCHLD", childEnded);
    process.once("beforeExit", died);
    work()
      .then(resolve, reject)
      .finally(() => {
        process.off("SIGCHLD", childEnded);
        process.off("beforeExit", died);
      });
  });
}
