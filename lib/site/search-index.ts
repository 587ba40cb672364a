import { close, createIndex } from "pagefind";

export interface SearchIndex {
  /** Pages that hold something to be found. */
  readonly pages: number;
}

/**
 * Build Pagefind's index of a site beside its pages, in `pagefind/`: one index a
 * language, of what carries `data-pagefind-body`.
 *
 * @param output absolute path of the built site. @throws with Pagefind's own words when it fails.
 */
export async function buildSearchIndex(output: string): Promise<SearchIndex> {
  try {
    const { index, errors } = await createIndex({ keepIndexUrl: false });
    stopOn(errors);
    if (!index) throw new Error("Pagefind made no index");
    const added = await index.addDirectory({ path: output });
    stopOn(added.errors);
    const written = await index.writeFiles({ outputPath: `${output}/pagefind` });
    stopOn(written.errors);
    return { pages: added.page_count };
  } finally {
    await close();
  }
}

/** Pagefind gives back its errors and throws nothing. */
function stopOn(errors: readonly string[]): void {
  if (errors.length > 0) throw new Error(`Pagefind: ${errors.join("; ")}`);
}
