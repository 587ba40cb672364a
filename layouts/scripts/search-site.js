// What a site lets itself be searched by: one index for its briefs and one for its sources in each
// language, and what finds the stems of words.

import { fetchFile } from "./search-files.js";
import { SearchIndex } from "./search-index.js";
import { openStemmer } from "./search-stems.js";

/** Languages of indexes of sources end in it. */
const ofSources = "-x-sources";

/**
 * @param {URL} base address of the folder of Pagefind's files. @param address what stands before the addresses of its pages.
 * @param {AbortSignal} [signal] stops asking what there is.
 * @returns its indexes, and what loads the stems of words in the language of the page: what is typed is taken to be in that one.
 */
export async function openSite(base, address, signal) {
  // A browser may hold what there was before.
  const answer = await fetch(new URL("pagefind-entry.json", base), { signal, cache: "no-cache" });
  const { languages, include_characters: kept } = await answer.json();
  // Older sites have briefs and sources in one.
  const isMixed = !Object.keys(languages).some((language) => language.endsWith(ofSources));
  const opening = Object.entries(languages).map(([language, { hash }]) => {
    const kind = isMixed ? undefined : language.endsWith(ofSources) ? "source" : "brief";
    return SearchIndex.open({ base, address, language, kept, kind }, hash);
  });
  return {
    indexes: Promise.all(opening),
    async openStems() {
      const wasm = languages[ownLanguage(languages)]?.wasm ?? "unknown";
      return openStemmer(await fetchFile(new URL(`wasm.${wasm}.pagefind`, base)));
    },
  };
}

/** The page's language, or else the one with most pages. */
function ownLanguage(languages) {
  const page = document.documentElement.lang.toLowerCase();
  const most = Object.entries(languages).sort(([, a], [, b]) => b.page_count - a.page_count);
  return [page, page.split("-")[0]].find((tag) => Object.hasOwn(languages, tag)) ?? most[0]?.[0];
}
