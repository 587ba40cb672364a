import type { Problem } from "../problem.ts";
import type { RuleName } from "../rules.ts";
import { nearest } from "../text/nearest.ts";
import { shorten } from "../text/shorten.ts";
import { readForeignId } from "./foreign-id.ts";

/** Why a source of another site is not there: what to tell whoever cites it. */
export interface MissingSource {
  readonly rule: RuleName;
  readonly message: string;
}

export const missing = {
  /** An id that is badly written, or names no library of the configuration. */
  library(id: string, libraries: ReadonlyMap<string, unknown>): MissingSource {
    const parts = readForeignId(id);
    if (!parts)
      return {
        rule: "source-exists",
        message: `"${shorten(id)}" is no source of another site. Write the library's name, a colon and the source's id, such as "library:udhr".`,
      };
    const [near] = nearest(parts.library, libraries.keys());
    const fix =
      near === undefined
        ? `Add libraries: { "${parts.library}": { url: "https://…/" } } to defineSite in .eleventy.ts.`
        : `Write "${near}:${parts.source}".`;
    return { rule: "library-known", message: `There is no library "${parts.library}" in .eleventy.ts. ${fix}` };
  },

  /** @param renamed what the library calls the source now; undefined when it has none that was called so. */
  source(
    id: string,
    { title, sources }: { readonly title: string; readonly sources: readonly { readonly id: string }[] },
    renamed: string | undefined,
  ): MissingSource {
    const { library = "", source = "" } = readForeignId(id) ?? {};
    if (renamed !== undefined) {
      const now = `${library}:${renamed}`;
      return { rule: "source-exists", message: `"${id}" is called "${now}" now. Write "${now}".` };
    }
    const [near] = nearest(
      source,
      sources.map((one) => one.id),
    );
    const fix = near === undefined ? "Cite a source that it has." : `Nearest: "${library}:${near}".`;
    return {
      rule: "source-exists",
      message: `The library "${library}" (${shorten(title)}) has no source "${source}". ${fix}`,
    };
  },

  /** @param reason one or more sentences, beginning with an address, or a clause that follows the library's name. */
  unreadable(id: string, reason: string): MissingSource {
    const { library = "" } = readForeignId(id) ?? {};
    const why = /^https?:/.test(reason) ? reason : `The library "${library}" ${reason}`;
    return {
      rule: "library-readable",
      message: `"${id}" cannot be verified, and nothing of it was kept here. ${why}`,
    };
  },
};

/** That citations of a library were verified against what was known before. */
export function describeStale(library: string, reason: string): Problem {
  const why = /^https?:/.test(reason) ? reason : `It ${reason}`;
  const message = `The library "${library}" could not be asked whether what is cited of it still stands there. ${why}`;
  return { place: { path: ".eleventy.ts", line: 1, column: 1 }, rule: "library-readable", message };
}
