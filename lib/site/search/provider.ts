import { readFileSync, realpathSync } from "node:fs";
import { join, relative, sep } from "node:path";
import { makeAsset, type Asset } from "../assets.ts";
import type { SearchOptions } from "./search-options.ts";

export type SearchProvider =
  | { readonly kind: "pagefind" | "none" }
  | { readonly kind: "module"; readonly module: string; readonly origins: readonly string[] };

/** Who answers searches of a site. @throws with what to write instead when that is not what it says. */
export function searchProvider({ search = "pagefind" }: { readonly search?: SearchOptions }): SearchProvider {
  if (search === "pagefind" || search === "none") return { kind: search };
  const { module, origins = [] } = Object(search) as { module?: unknown; origins?: unknown };
  if (typeof module !== "string" || !/\.m?js$/.test(module))
    throw new Error(
      `The site's search is ${JSON.stringify(search)}. Write search: "pagefind", "none", or { module: "./my-search.js" } with a script of your own.`,
    );
  if (!Array.isArray(origins) || !origins.every(isOrigin))
    throw new Error(
      `The origins of the site's search are ${JSON.stringify(origins)}. Write each as a browser has it, without a path: origins: ["https://search.example.org"].`,
    );
  return { kind: "module", module, origins };
}

function isOrigin(written: unknown): written is string {
  if (typeof written !== "string" || !URL.canParse(written)) return false;
  const { origin, protocol } = new URL(written);
  return origin === written && /^https?:$/.test(protocol);
}

/** What the script is called among the assets. */
export const moduleAsset = "search-provider.js";

/** The script of a site's own module; none where there is none. @param root absolute path of the project. @throws when it is not there. */
export function moduleAssets(provider: SearchProvider, root: string): Asset[] {
  if (provider.kind !== "module") return [];
  const { module } = provider;
  try {
    const path = realpathSync(join(root, module));
    if (relative(realpathSync(root), path).split(sep)[0] !== "..") return [makeAsset(moduleAsset, readFileSync(path))];
  } catch {
    // Said below.
  }
  throw new Error(
    `The site's search is in ${module}, and the project has no such file. Write its path from the project's folder.`,
  );
}

/** Scripts that a site without search does not have. */
const searching = /^(?:search|found-words)/;

/** The assets of a site: with its own module, or without search where nobody can search it. @param assets of every site. */
export function searchAssets(provider: SearchProvider, root: string, assets: readonly Asset[]): Asset[] {
  if (provider.kind !== "none") return [...assets, ...moduleAssets(provider, root)];
  return assets.filter(({ name }) => !(name.endsWith(".js") && searching.test(name)));
}
