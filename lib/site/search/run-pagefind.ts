import { constants, gunzipSync, gzipSync, type ZlibOptions } from "node:zlib";
import { close, createIndex } from "pagefind";

/** Files by their path below the folder of the index. */
export type IndexFiles = ReadonlyMap<string, Uint8Array>;

/** A page to be searched. */
export interface IndexedPage {
  /** Root-relative, without the site's path prefix. */
  readonly address: string;
  readonly html: string;
}

/** Interfaces of Pagefind's own that no page here uses. */
const unused = /^pagefind-(?:ui|modular-ui|component-ui|highlight)\./;

/** They stand between words, and would part the words of a phrase. */
const noteMarks = [".noteref", ".noteref-separator"];

/** What Pagefind makes of pages, numbered in the order given. @throws with its own words when it fails. */
export async function runPagefind(pages: readonly IndexedPage[]): Promise<IndexFiles> {
  return orWhenItDies(async () => {
    const { index, errors } = await createIndex({ keepIndexUrl: false, excludeSelectors: noteMarks });
    stopOn(errors);
    if (!index) throw new Error("Pagefind made no index");
    // They are taken in the order in which they were sent.
    const added = await Promise.all(
      pages.map(({ address, html }) => index.addHTMLFile({ url: address, content: html })),
    );
    for (const one of added) stopOn(one.errors);
    const made = await index.getFiles();
    stopOn(made.errors);
    await index.deleteIndex();
    return new Map(made.files.flatMap(({ path, content }) => (unused.test(path) ? [] : [[path, content]])));
  });
}

/** End Pagefind's process, once nothing more is asked of it. */
export async function endPagefind(): Promise<void> {
  await close();
}

/** Pagefind gives back its errors and throws nothing. */
function stopOn(errors: readonly string[]): void {
  if (errors.length > 0) throw new Error(`Pagefind: ${errors.join("; ")}`);
}

const signature = Buffer.from("pagefind_dcd");

/** What stands in one of Pagefind's compressed files. */
export function open(file: Uint8Array): Uint8Array {
  return gunzipSync(file).subarray(signature.length);
}

/** One of Pagefind's compressed files. */
export function seal(bytes: Uint8Array, options?: ZlibOptions): Uint8Array {
  return gzipSync(Buffer.concat([signature, bytes]), options);
}

/** The same, of numbers and digests: they repeat by chance alone, which this strategy passes over. */
export function sealNumbers(bytes: Uint8Array): Uint8Array {
  return seal(bytes, { strategy: constants.Z_FILTERED });
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
